package com.autoclipr.libav.input;

import static org.bytedeco.ffmpeg.global.avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avformat.AVStreamGroupTileGrid;

/// The demuxer's description of a tiled HEIF image as a whole: orientation and colour profile.
///
/// @param group the stream group, valid as long as the input is open
public record TileGrid(AVStreamGroupTileGrid group) {
    /// @param item item id of the whole image
    /// @return empty if the demuxer does not have it, or did not find all tiles
    static Optional<TileGrid> of(InputFile input, int item) {
        return groups(input)
                .filter(group -> (int) group.id() == item)
                .map(group -> new TileGrid(group.params_tile_grid()))
                .findFirst();
    }

    /// Whether the demuxer has any.
    static boolean any(InputFile input) {
        return groups(input).findAny().isPresent();
    }

    private static Stream<AVStreamGroup> groups(InputFile input) {
        return IntStream.range(0, input.context().nb_stream_groups())
                .mapToObj(input.context()::stream_groups)
                .filter(group -> group.type() == AV_STREAM_GROUP_PARAMS_TILE_GRID);
    }

    public AVPacketSideData sideData() {
        return group.coded_side_data();
    }

    public int sideDataCount() {
        return group.nb_coded_side_data();
    }
}
