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
/// @param tiles how they lie
/// @param item the number that the file gives the whole picture
/// @param group the demuxer's description, valid as long as the input is open
record TileGrid(Tiles tiles, int item, AVStreamGroupTileGrid group) {
    /// The largest grid of the file, if it has any.
    static Optional<TileGrid> of(InputFile input) {
        Optional<TileGrid> largest = Optional.empty();
        for (int i = 0; i < input.context().nb_stream_groups(); i++) {
            AVStreamGroup group = input.context().stream_groups(i);
            if (group.type() == AV_STREAM_GROUP_PARAMS_TILE_GRID) {
                TileGrid grid = ofGroup(group);
                if (largest.filter(l -> l.area() >= grid.area()).isEmpty()) {
                    largest = Optional.of(grid);
                }
            }
        }
        return largest.filter(grid -> !grid.tiles.tiles().isEmpty());
    }

    private static TileGrid ofGroup(AVStreamGroup group) {
        AVStreamGroupTileGrid grid = group.params_tile_grid();
        List<Tiles.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < grid.nb_tiles(); i++) {
            tiles.add(
                    new Tiles.Tile(
                            group.streams(grid.offsets_idx(i)).index(),
                            grid.offsets_horizontal(i) - grid.horizontal_offset(),
                            grid.offsets_vertical(i) - grid.vertical_offset()));
        }
        return new TileGrid(new Tiles(grid.width(), grid.height(), tiles), (int) group.id(), grid);
    }

    int width() {
        return tiles.width();
    }

    int height() {
        return tiles.height();
    }

    private long area() {
        return (long) width() * height();
    }

    /// The stream that stands for the picture.
    int firstStream() {
        return tiles.tiles().getFirst().streamIndex();
    }

    AVPacketSideData sideData() {
        return group.coded_side_data();
    }

    int sideDataCount() {
        return group.nb_coded_side_data();
    }
}
