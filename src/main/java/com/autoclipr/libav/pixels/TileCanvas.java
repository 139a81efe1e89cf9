package com.autoclipr.libav.pixels;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_count_planes;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.libav.input.Tiles;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/// Composes a picture from tiles as they are decoded. Uncovered areas are grey, or opaque for
/// alpha. Owns the picture.
public final class TileCanvas implements AutoCloseable {
    private static final int ALPHA_PLANE = 3;

    /// Of 255, in limited range.
    private static final int LIMITED_OPAQUE = 235;

    private final Tiles tiles;
    private final boolean opacity;
    private final Set<Integer> missing;
    private final FrameHandle whole = new FrameHandle();
    private boolean fits = true;

    /// @param opacity whether the picture is alpha
    public TileCanvas(Tiles tiles, boolean opacity) {
        this.tiles = tiles;
        this.opacity = opacity;
        this.missing = new TreeSet<>(tiles.streams());
    }

    /// Whether the picture of a stream is still missing.
    public boolean wants(int stream) {
        return missing.contains(stream);
    }

    /// Copies the picture of a stream into its cells.
    ///
    /// @param frame may be empty afterwards
    public void put(int stream, FrameHandle frame) {
        missing.remove(stream);
        if (tiles.single()) {
            whole.take(frame);
            return;
        }
        if (isEmpty()) {
            begin(frame.get());
        }
        if (frame.get().format() != whole.get().format()) {
            fits = false;
            return;
        }
        for (Tiles.Tile tile : tiles.tiles()) {
            if (tile.streamIndex() == stream) {
                copy(frame.get(), tile);
                fits &=
                        frame.get().width() == tile.width()
                                && frame.get().height() == tile.height();
            }
        }
    }

    /// Whether nothing was copied yet.
    public boolean isEmpty() {
        return whole.get().width() == 0;
    }

    /// Whether tiles of the right size cover all of it.
    public boolean isWhole() {
        return tiles.whole() && missing.isEmpty() && fits;
    }

    public FrameHandle picture() {
        return whole;
    }

    private void begin(AVFrame like) {
        AVFrame frame = whole.get();
        Natives.check(av_frame_copy_props(frame, like), FailureKind.OUT_OF_MEMORY);
        frame.width(tiles.width()).height(tiles.height()).format(like.format()).pts(0);
        Natives.check(av_frame_get_buffer(frame, 0), FailureKind.OUT_OF_MEMORY);
        for (int plane = 0; plane < av_pix_fmt_count_planes(like.format()); plane++) {
            fill(plane);
        }
    }

    private void fill(int plane) {
        AVFrame frame = whole.get();
        AVComponentDescriptor samples = component(frame.format(), plane);
        int most = (1 << samples.depth()) - 1;
        int value = (most + 1) / 2;
        if (plane == ALPHA_PLANE) {
            value = most;
        } else if (opacity) {
            boolean limited = frame.color_range() == avutil.AVCOL_RANGE_MPEG;
            value = limited ? LIMITED_OPAQUE << (samples.depth() - 8) : most;
        }
        int stored = value << samples.shift();
        byte[] row = new byte[frame.linesize(plane)];
        for (int at = 0; at < row.length; at++) {
            boolean high = samples.depth() > 8 && at % 2 == 1;
            row[at] = (byte) (high ? stored >> 8 : stored);
        }
        int rows = grid(frame.format(), plane).rows(frame.height());
        for (int y = 0; y < rows; y++) {
            frame.data(plane).getPointer((long) y * row.length).put(row);
        }
    }

    /// Copies the part of a tile within its cell and the picture.
    private void copy(AVFrame from, Tiles.Tile tile) {
        int width = Math.min(Math.min(from.width(), tile.width()), tiles.width() - tile.x());
        int height = Math.min(Math.min(from.height(), tile.height()), tiles.height() - tile.y());
        for (int plane = 0; plane < av_pix_fmt_count_planes(from.format()); plane++) {
            ChromaGrid grid = grid(from.format(), plane);
            int left = tile.x() / grid.stepX();
            int top = tile.y() / grid.stepY();
            long pixelBytes = component(from.format(), plane).step();
            int toStride = whole.get().linesize(plane);
            int right = grid.columns(tiles.width());
            int bottom = grid.rows(tiles.height());
            long columns = Math.min(grid.columns(width), right - left);
            int rows = Math.min(grid.rows(height), bottom - top);
            BytePointer source = from.data(plane);
            BytePointer target = whole.get().data(plane);
            for (int y = 0; y < rows; y++) {
                Pointer.memcpy(
                        target.getPointer((long) (top + y) * toStride + left * pixelBytes),
                        source.getPointer((long) y * from.linesize(plane)),
                        columns * pixelBytes);
            }
        }
    }

    private static ChromaGrid grid(int format, int plane) {
        boolean chroma = plane == 1 || plane == 2;
        PixelLayout layout = PixelLayout.of(format);
        return chroma && !layout.rgb()
                ? new ChromaGrid(0, 0, layout.stepX(), layout.stepY())
                : new ChromaGrid(0, 0, 1, 1);
    }

    /// A component of a plane; all of them have the same depth and step.
    private static AVComponentDescriptor component(int format, int plane) {
        AVPixFmtDescriptor description = av_pix_fmt_desc_get(format);
        for (int i = 0; i < description.nb_components(); i++) {
            if (description.comp(i).plane() == plane) {
                return description.comp(i);
            }
        }
        throw new IllegalArgumentException(
                "no component lies in plane " + plane + " of format " + format);
    }

    @Override
    public void close() {
        whole.close();
    }
}
