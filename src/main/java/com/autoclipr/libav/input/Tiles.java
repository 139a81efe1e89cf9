package com.autoclipr.libav.input;

import com.autoclipr.libav.container.HeifItem;
import com.autoclipr.libav.container.HeifItems;
import com.autoclipr.libav.handles.MediaLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// The layout of a HEIF or AVIF image composed of tiles, each a stream with one picture.
///
/// @param width pixels of the whole image; 0 if it is a single coded image of any size
/// @param height pixels of the whole image, likewise
/// @param tiles in row order, without those beyond the edges
/// @param whole whether they cover it completely
public record Tiles(int width, int height, List<Tile> tiles, boolean whole) {
    /// Limit for decoded pixels, relative to the area of the tiles.
    private static final int MOST_TIMES = 2;

    public Tiles {
        tiles = List.copyOf(tiles);
    }

    /// @param streamIndex stream of the tile; several tiles may share one
    /// @param x left edge of the tile in the whole image
    /// @param y top edge of the tile in the whole image
    /// @param width pixels of its cell
    /// @param height pixels of the whole image, likewise
    public record Tile(int streamIndex, int x, int y, int width, int height) {
        public Tile of(AVStream stream) {
            return new Tile(stream.index(), x, y, width, height);
        }
    }

    /// A single coded image.
    public static Tiles single(AVStream stream) {
        return new Tiles(0, 0, List.of(new Tile(stream.index(), 0, 0, 0, 0)), true);
    }

    /// The layout of `item`.
    ///
    /// @return empty if no part has a stream, or the derivation is not supported
    /// @throws com.autoclipr.failure.FailureException MEDIA_LIMIT
    public static Optional<Tiles> of(InputFile input, HeifItems items, HeifItem item) {
        if (!item.tiled()) {
            return PrimaryPicture.stream(input, item.id()).map(Tiles::single);
        }
        Optional<HeifItem.Size> place =
                item.parts().stream()
                        .findFirst()
                        .map(items.items()::get)
                        .flatMap(HeifItem::size)
                        .filter(HeifItem.Size::positive);
        Optional<HeifItem.Grid> grid =
                item.grid().filter(found -> found.width() > 0 && found.height() > 0);
        if (grid.isEmpty() || place.isEmpty()) {
            return Optional.empty();
        }
        MediaLimits.requireSize(input.path(), grid.get().width(), grid.get().height(), false);
        return of(input, item, grid.get(), place.get());
    }

    /// @param place cell size: that of the first tile
    private static Optional<Tiles> of(
            InputFile input, HeifItem item, HeifItem.Grid grid, HeifItem.Size place) {
        List<Tile> tiles = new ArrayList<>();
        boolean whole =
                (long) grid.columns() * place.width() >= grid.width()
                        && (long) grid.rows() * place.height() >= grid.height();
        for (int i = 0; i < grid.rows() * grid.columns(); i++) {
            long x = (long) (i % grid.columns()) * place.width();
            long y = (long) (i / grid.columns()) * place.height();
            if (x >= grid.width() || y >= grid.height()) {
                continue;
            }
            Optional<AVStream> stream =
                    i < item.parts().size()
                            ? PrimaryPicture.stream(input, item.parts().get(i))
                            : Optional.empty();
            whole &= stream.isPresent();
            stream.ifPresent(
                    found ->
                            tiles.add(
                                    new Tile(
                                            found.index(),
                                            (int) x,
                                            (int) y,
                                            place.width(),
                                            place.height())));
        }
        return tiles.isEmpty()
                ? Optional.empty()
                : Optional.of(new Tiles(grid.width(), grid.height(), tiles, whole));
    }

    /// Whether one of these items has a separate alpha item.
    public boolean transparent(InputFile input, HeifItems items) {
        return tiles.stream()
                .anyMatch(tile -> items.alphaOf(input.stream(tile.streamIndex).id()).isPresent());
    }

    /// The alpha of an image whose tiles have one each.
    ///
    /// @return empty if none has
    public Optional<Tiles> alphas(InputFile input, HeifItems items) {
        List<Tile> alphas = new ArrayList<>();
        for (Tile tile : tiles) {
            items.alphaOf(input.stream(tile.streamIndex).id())
                    .flatMap(item -> PrimaryPicture.stream(input, item.id()))
                    .ifPresent(stream -> alphas.add(tile.of(stream)));
        }
        return alphas.isEmpty()
                ? Optional.empty()
                : Optional.of(new Tiles(width, height, alphas, alphas.size() == tiles.size()));
    }

    /// Whether it is a single coded image.
    public boolean single() {
        return width == 0;
    }

    public Set<Integer> streams() {
        return tiles.stream().map(Tile::streamIndex).collect(Collectors.toSet());
    }

    /// Limit for the pixels decoded for it.
    public long mostPixels() {
        long places = 0;
        for (Tile tile : tiles) {
            places += (long) tile.width * tile.height;
        }
        return single() ? MediaLimits.MAX_PIXELS : MOST_TIMES * places;
    }
}
