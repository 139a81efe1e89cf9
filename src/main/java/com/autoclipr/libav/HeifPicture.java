package com.autoclipr.libav;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// The one picture of a HEIF or AVIF that is made of several coded ones: tiles, and a picture of
/// its transparency, which may have tiles of its own. Decodes each with a decoder of its own and
/// copies it into place; the input stays its owner's.
final class HeifPicture implements PictureFlow {
    /// Tiles may stick out of the picture, but not by as much as it has.
    private static final long MOST_TILE_PIXELS = 2 * MediaLimits.MAX_PIXELS;

    private final InputFile input;
    private final Tiles colour;
    private final Optional<Tiles> alpha;
    private final boolean premultiplied;
    private boolean delivered;
    private boolean damaged;

    private HeifPicture(
            InputFile input, Tiles colour, Optional<Tiles> alpha, boolean premultiplied) {
        this.input = input;
        this.colour = colour;
        this.alpha = alpha;
        this.premultiplied = premultiplied;
    }

    /// The picture whose stream, or first tile, is `stream`; empty if it is a single coded one.
    static Optional<HeifPicture> of(InputFile input, AVStream stream) {
        if (!VideoProbe.isHeif(input)) {
            return Optional.empty();
        }
        Optional<TileGrid> grid =
                TileGrid.of(input).filter(tiles -> tiles.firstStream() == stream.index());
        if (grid.isEmpty() && stream.nb_frames() > 1) {
            return Optional.empty();
        }
        Optional<HeifItems> items = HeifItems.read(input.path());
        int shown = grid.map(TileGrid::item).orElse(stream.id());
        Tiles colour = grid.map(TileGrid::tiles).orElseGet(() -> single(stream));
        Optional<Tiles> alpha = items.flatMap(all -> alpha(input, all, shown, colour));
        if (grid.isEmpty() && alpha.isEmpty()) {
            return Optional.empty();
        }
        boolean premultiplied = items.isPresent() && items.get().isPremultiplied(shown);
        return Optional.of(new HeifPicture(input, colour, alpha, premultiplied));
    }

    /// The transparency of the picture `shown`, or that of its tiles, each its own.
    private static Optional<Tiles> alpha(
            InputFile input, HeifItems items, int shown, Tiles colour) {
        Optional<HeifItem> whole = items.alphaOf(shown);
        if (whole.isPresent()) {
            return tiles(input, whole.get());
        }
        List<Tiles.Tile> tiles = new ArrayList<>();
        for (Tiles.Tile tile : colour.tiles()) {
            Optional<AVStream> alpha =
                    items.alphaOf(input.stream(tile.streamIndex()).id())
                            .flatMap(item -> stream(input, item.id()));
            if (alpha.isPresent()) {
                tiles.add(new Tiles.Tile(alpha.get().index(), tile.x(), tile.y()));
            }
        }
        return tiles.size() == colour.tiles().size()
                ? Optional.of(new Tiles(colour.width(), colour.height(), tiles))
                : Optional.empty();
    }

    private static Tiles single(AVStream stream) {
        return new Tiles(
                stream.codecpar().width(),
                stream.codecpar().height(),
                List.of(new Tiles.Tile(stream.index(), 0, 0)));
    }

    /// How the picture `item` is put together, if its parts can be had.
    private static Optional<Tiles> tiles(InputFile input, HeifItem item) {
        if (item.grid().isEmpty()) {
            return stream(input, item.id()).map(HeifPicture::single);
        }
        HeifItem.Grid grid = item.grid().get();
        List<Tiles.Tile> tiles = new ArrayList<>();
        int tileWidth = 0;
        int tileHeight = 0;
        for (int i = 0; i < item.parts().size() && i < grid.rows() * grid.columns(); i++) {
            Optional<AVStream> part = stream(input, item.parts().get(i));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            tileWidth = i == 0 ? part.get().codecpar().width() : tileWidth;
            tileHeight = i == 0 ? part.get().codecpar().height() : tileHeight;
            int x = i % grid.columns() * tileWidth;
            int y = i / grid.columns() * tileHeight;
            tiles.add(new Tiles.Tile(part.get().index(), x, y));
        }
        if (tiles.isEmpty() || grid.width() <= 0 || grid.height() <= 0) {
            return Optional.empty();
        }
        MediaLimits.requireSize(input.path(), grid.width(), grid.height(), false);
        return Optional.of(new Tiles(grid.width(), grid.height(), tiles));
    }

    /// The stream of a picture: tracks, which have numbers of their own, name a handler.
    private static Optional<AVStream> stream(InputFile input, int item) {
        return input.streams().stream()
                .filter(stream -> stream.id() == item && stream.nb_frames() <= 1)
                .filter(stream -> InputFile.tag(stream, "handler_name").isEmpty())
                .findFirst();
    }

    @Override
    public boolean next(FrameHandle into) {
        into.clear();
        if (delivered) {
            return false;
        }
        delivered = true;
        Map<Integer, FrameHandle> decoded = new TreeMap<>();
        try {
            decode(decoded);
            Map<Integer, FrameHandle> colours = only(decoded, colour.streams());
            if (colours.isEmpty()) {
                return false;
            }
            put(colours, decoded, into);
            into.get().pts(0);
            return true;
        } finally {
            decoded.values().forEach(FrameHandle::close);
        }
    }

    private void put(
            Map<Integer, FrameHandle> colours,
            Map<Integer, FrameHandle> decoded,
            FrameHandle into) {
        if (alpha.isEmpty()) {
            damaged = !assemble(colour, colours, into);
            return;
        }
        try (FrameHandle opaque = new FrameHandle();
                FrameHandle transparency = new FrameHandle()) {
            damaged = !assemble(colour, colours, opaque);
            Map<Integer, FrameHandle> alphas = only(decoded, alpha.get().streams());
            if (alphas.isEmpty()) {
                damaged = true;
                into.take(opaque);
                return;
            }
            damaged |= !assemble(alpha.get(), alphas, transparency);
            AlphaJoin.Range range = AlphaJoin.Range.of(transparency.get());
            new AlphaJoin(opaque.get(), transparency.get(), range, premultiplied).into(into.get());
        }
    }

    /// @return whether nothing is missing
    private static boolean assemble(
            Tiles tiles, Map<Integer, FrameHandle> decoded, FrameHandle into) {
        boolean single = tiles.tiles().size() == 1 && decoded.size() == 1;
        FrameHandle only = decoded.values().iterator().next();
        if (single
                && only.get().width() <= tiles.width()
                && only.get().height() <= tiles.height()) {
            into.take(only);
            return true;
        }
        return tiles.assemble(decoded, into.get());
    }

    private static Map<Integer, FrameHandle> only(
            Map<Integer, FrameHandle> decoded, Set<Integer> streams) {
        Map<Integer, FrameHandle> only = new TreeMap<>(decoded);
        only.keySet().retainAll(streams);
        return only;
    }

    private void decode(Map<Integer, FrameHandle> decoded) {
        long pixels = 0;
        Set<Integer> wanted = new TreeSet<>(colour.streams());
        alpha.ifPresent(tiles -> wanted.addAll(tiles.streams()));
        input.keepOnly(wanted);
        for (AVPacket packet = input.read(); packet != null; packet = input.read()) {
            int index = packet.stream_index();
            if (wanted.contains(index) && !decoded.containsKey(index)) {
                FrameHandle frame = new FrameHandle();
                if (StillDecoding.decode(input, packet, frame)) {
                    decoded.put(index, frame);
                    pixels += (long) frame.get().width() * frame.get().height();
                    MediaLimits.require(input.path(), "pixels", 2 * MOST_TILE_PIXELS, pixels);
                } else {
                    frame.close();
                }
            }
        }
    }

    @Override
    public boolean damaged() {
        return damaged;
    }

    @Override
    public void close() {
        // Each decoder was closed when its picture was decoded.
    }
}
