package com.autoclipr.libav;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_count_planes;

import com.autoclipr.failure.FailureKind;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/// The one picture of a [TileGrid]. Decodes each tile with a decoder of its own and copies it into
/// place; the input stays its owner's.
final class TiledPicture implements PictureFlow {
    /// Tiles may stick out of the picture, but not by as much as it has.
    private static final long MOST_TILE_PIXELS = 2 * MediaLimits.MAX_PIXELS;

    private final InputFile input;
    private final TileGrid grid;
    private boolean delivered;
    private boolean damaged;

    TiledPicture(InputFile input, TileGrid grid) {
        this.input = input;
        this.grid = grid;
    }

    @Override
    public boolean next(FrameHandle into) {
        into.clear();
        if (delivered) {
            return false;
        }
        delivered = true;
        Map<Integer, FrameHandle> tiles = new TreeMap<>();
        try {
            decode(tiles);
            if (tiles.isEmpty()) {
                return false;
            }
            damaged = tiles.size() < streams().size();
            assemble(tiles, into.get());
            return true;
        } finally {
            tiles.values().forEach(FrameHandle::close);
        }
    }

    private Set<Integer> streams() {
        return grid.tiles().stream().map(TileGrid.Tile::streamIndex).collect(Collectors.toSet());
    }

    private void decode(Map<Integer, FrameHandle> tiles) {
        long pixels = 0;
        Set<Integer> wanted = streams();
        input.keepOnly(wanted);
        for (AVPacket packet = input.read(); packet != null; packet = input.read()) {
            int index = packet.stream_index();
            if (wanted.contains(index) && !tiles.containsKey(index)) {
                FrameHandle frame = new FrameHandle();
                if (StillDecoding.decode(input, packet, frame)) {
                    tiles.put(index, frame);
                    pixels += (long) frame.get().width() * frame.get().height();
                    MediaLimits.require(input.path(), "pixels", MOST_TILE_PIXELS, pixels);
                } else {
                    frame.close();
                }
            }
        }
    }

    private void assemble(Map<Integer, FrameHandle> tiles, AVFrame whole) {
        AVFrame like = tiles.values().iterator().next().get();
        Natives.check(av_frame_copy_props(whole, like), FailureKind.OUT_OF_MEMORY);
        whole.width(grid.width()).height(grid.height()).format(like.format()).pts(0);
        Natives.check(av_frame_get_buffer(whole, 0), FailureKind.OUT_OF_MEMORY);
        PixelLayout layout = PixelLayout.of(like.format());
        int planes = Math.min(3, av_pix_fmt_count_planes(like.format()));
        for (TileGrid.Tile tile : grid.tiles()) {
            FrameHandle frame = tiles.get(tile.streamIndex());
            if (frame != null && frame.get().format() == like.format()) {
                for (int plane = 0; plane < planes; plane++) {
                    int stepX = plane == 0 ? 1 : layout.stepX();
                    int stepY = plane == 0 ? 1 : layout.stepY();
                    copy(frame.get(), whole, plane, tile, new ChromaGrid(0, 0, stepX, stepY));
                }
            }
        }
    }

    /// Copies what of a tile's plane lies within the whole picture.
    private void copy(AVFrame from, AVFrame to, int plane, TileGrid.Tile tile, ChromaGrid steps) {
        int bytes = PixelLayout.of(from.format()).bitDepth() > 8 ? 2 : 1;
        int left = Math.max(0, tile.x()) / steps.stepX();
        int top = Math.max(0, tile.y()) / steps.stepY();
        int skipX = Math.max(0, -tile.x()) / steps.stepX();
        int skipY = Math.max(0, -tile.y()) / steps.stepY();
        int columns =
                Math.min(steps.columns(from.width()) - skipX, steps.columns(grid.width()) - left);
        int rows = Math.min(steps.rows(from.height()) - skipY, steps.rows(grid.height()) - top);
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

    @Override
    public boolean damaged() {
        return damaged;
    }

    @Override
    public void close() {
        // Each decoder was closed when its tile was decoded.
    }
}
