package com.autoclipr.libav.handles;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Owns one frame, which may be empty. Use after close throws.
public final class FrameHandle implements AutoCloseable {
    private final AVFrame frame = av_frame_alloc();
    private boolean open = true;

    public AVFrame get() {
        if (!open) {
            throw new IllegalStateException("the frame is closed");
        }
        return frame;
    }

    /// Releases the picture.
    public void clear() {
        av_frame_unref(get());
    }

    /// Moves the picture from `other`, which is empty afterwards.
    public void take(FrameHandle other) {
        clear();
        av_frame_move_ref(get(), other.get());
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            av_frame_free(frame);
        }
    }
}
