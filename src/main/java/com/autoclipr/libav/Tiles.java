package com.autoclipr.libav;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_count_planes;

import com.autoclipr.failure.FailureKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/// How a picture is put together from others, each a stream with one picture.
///
/// @param width pixels of the whole picture
/// @param height pixels of the whole picture
/// @param tiles in the order of the file
record Tiles(int width, int height, List<Tile> tiles) {
    private static final byte GREY = (byte) 128;

    Tiles {
        tiles = List.copyOf(tiles);
    }

    /// @param streamIndex the tile's stream; several tiles may share one
    /// @param x where the tile's left edge lies in the whole picture; may be negative
    /// @param y where its top edge lies
    record Tile(int streamIndex, int x, int y) {}

    Set<Integer> streams() {
        return tiles.stream().map(Tile::streamIndex).collect(Collectors.toSet());
    }

    /// Puts the picture together.
    ///
    /// @param decoded the tiles' pictures by stream, at least one of them
    /// @return whether nothing of it is missing; what is, is grey
    boolean assemble(Map<Integer, FrameHandle> decoded, AVFrame whole) {
        AVFrame like = decoded.values().iterator().next().get();
        boolean complete =
                streams().stream()
                        .allMatch(
                                stream -> {
                                    FrameHandle tile = decoded.get(stream);
                                    return tile != null && tile.get().format() == like.format();
                                });
        Natives.check(av_frame_copy_props(whole, like), FailureKind.OUT_OF_MEMORY);
        whole.width(width).height(height).format(like.format()).pts(0);
        Natives.check(av_frame_get_buffer(whole, 0), FailureKind.OUT_OF_MEMORY);
        PixelLayout layout = PixelLayout.of(like.format());
        int planes = Math.min(3, av_pix_fmt_count_planes(like.format()));
        for (int plane = 0; plane < planes; plane++) {
            int stepX = plane == 0 ? 1 : layout.stepX();
            int stepY = plane == 0 ? 1 : layout.stepY();
            ChromaGrid steps = new ChromaGrid(0, 0, stepX, stepY);
            if (!complete) {
                long bytes = (long) whole.linesize(plane) * steps.rows(height);
                int middle = layout.bitDepth() > 8 ? 1 << (layout.bitDepth() - 9) : GREY;
                Pointer.memset(whole.data(plane), middle, bytes);
            }
            for (Tile tile : tiles) {
                FrameHandle frame = decoded.get(tile.streamIndex());
                if (frame != null && frame.get().format() == like.format()) {
                    copy(frame.get(), whole, plane, tile, steps);
                }
            }
        }
        return complete;
    }

    /// Copies what of a tile's plane lies within the whole picture.
    private void copy(AVFrame from, AVFrame to, int plane, Tile tile, ChromaGrid steps) {
        int bytes = PixelLayout.of(from.format()).bitDepth() > 8 ? 2 : 1;
        int left = Math.max(0, tile.x()) / steps.stepX();
        int top = Math.max(0, tile.y()) / steps.stepY();
        int skipX = Math.max(0, -tile.x()) / steps.stepX();
        int skipY = Math.max(0, -tile.y()) / steps.stepY();
        int columns = Math.min(steps.columns(from.width()) - skipX, steps.columns(width) - left);
        int rows = Math.min(steps.rows(from.height()) - skipY, steps.rows(height) - top);
        BytePointer source = from.data(plane);
        BytePointer target = to.data(plane);
        for (int y = 0; y < rows && columns > 0; y++) {
            long sourceAt = (long) (skipY + y) * from.linesize(plane) + (long) skipX * bytes;
            long targetAt = (long) (top + y) * to.linesize(plane) + (long) left * bytes;
            Pointer.memcpy(
                    target.getPointer(targetAt),
                    source.getPointer(sourceAt),
                    (long) columns * bytes);
        }
    }
}
