package com.autoclipr.libav;

import static org.bytedeco.ffmpeg.global.avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avformat.AVStreamGroupTileGrid;

/// How a HEIF picture is put together from tiles, each a stream with one picture. Phones write
/// photos so.
///
/// @param width pixels of the whole picture
/// @param height pixels of the whole picture
/// @param tiles in the order of the file
/// @param group the demuxer's description, valid as long as the input is open
record TileGrid(int width, int height, List<Tile> tiles, AVStreamGroupTileGrid group) {
    TileGrid {
        tiles = List.copyOf(tiles);
    }

    /// @param streamIndex the tile's stream; several tiles may share one
    /// @param x where the tile's left edge lies in the whole picture; may be negative
    /// @param y where its top edge lies
    record Tile(int streamIndex, int x, int y) {}

    /// The largest grid of the file, if it has any.
    static Optional<TileGrid> of(InputFile input) {
        Optional<TileGrid> largest = Optional.empty();
        for (int i = 0; i < input.context().nb_stream_groups(); i++) {
            AVStreamGroup group = input.context().stream_groups(i);
            if (group.type() == AV_STREAM_GROUP_PARAMS_TILE_GRID) {
                TileGrid grid = of(group);
                if (largest.filter(l -> l.area() >= grid.area()).isEmpty()) {
                    largest = Optional.of(grid);
                }
            }
        }
        return largest.filter(grid -> !grid.tiles.isEmpty());
    }

    private static TileGrid of(AVStreamGroup group) {
        AVStreamGroupTileGrid grid = group.params_tile_grid();
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < grid.nb_tiles(); i++) {
            tiles.add(
                    new Tile(
                            group.streams(grid.offsets_idx(i)).index(),
                            grid.offsets_horizontal(i) - grid.horizontal_offset(),
                            grid.offsets_vertical(i) - grid.vertical_offset()));
        }
        return new TileGrid(grid.width(), grid.height(), tiles, grid);
    }

    private long area() {
        return (long) width * height;
    }

    /// The stream that stands for the picture.
    int firstStream() {
        return tiles.getFirst().streamIndex();
    }

    AVPacketSideData sideData() {
        return group.coded_side_data();
    }

    int sideDataCount() {
        return group.nb_coded_side_data();
    }
}
