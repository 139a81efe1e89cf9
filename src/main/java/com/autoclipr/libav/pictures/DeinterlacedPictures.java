package com.autoclipr.libav.pictures;

import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.VideoFilter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// Deinterlaces the pictures of another flow, which it owns: one frame per frame, with the same
/// timestamp. Pictures that are not flagged as interlaced pass unchanged.
///
/// The filter uses the fields of the neighbours on both sides, so the flow runs one picture ahead,
/// and after a seek the first picture, without its predecessor, is dropped.
final class DeinterlacedPictures implements PictureFlow {
    private static final List<VideoFilter.Step> STEPS =
            List.of(new VideoFilter.Step("bwdif", "mode=send_frame:parity=auto:deint=interlaced"));

    private final PictureFlow woven;
    private final FrameHandle input = new FrameHandle();
    private final Deque<Long> ticksInside = new ArrayDeque<>();
    private @Nullable VideoFilter filter;
    private boolean skipFirst;
    private boolean draining;
    private boolean ended;

    /// @param fromStart whether `woven` starts with the first picture of the file
    DeinterlacedPictures(PictureFlow woven, boolean fromStart) {
        this.woven = woven;
        this.skipFirst = !fromStart;
    }

    @Override
    public boolean next(FrameHandle into) {
        while (true) {
            if (filter != null && filter.receive(into)) {
                into.get().pts(ticksInside.removeFirst());
                if (!skipFirst) {
                    return true;
                }
                skipFirst = false;
            } else if (ended) {
                into.clear();
                return false;
            } else {
                feed();
            }
        }
    }

    private void feed() {
        if (draining) {
            restart();
            return;
        }
        if (!woven.next(input)) {
            ended = true;
            if (filter != null) {
                filter.send(null);
            }
            return;
        }
        if (filter != null && !filter.fits(input.get())) {
            // The size changes: the filter is drained first.
            filter.send(null);
            draining = true;
            return;
        }
        if (filter == null) {
            filter = new VideoFilter(input.get(), STEPS);
        }
        push(filter);
    }

    private void restart() {
        draining = false;
        if (filter != null) {
            filter.close();
        }
        filter = new VideoFilter(input.get(), STEPS);
        push(filter);
    }

    private void push(VideoFilter into) {
        AVFrame picture = input.get();
        ticksInside.addLast(picture.pts());
        into.send(picture);
        input.clear();
    }

    @Override
    public boolean damaged() {
        return woven.damaged();
    }

    @Override
    public long dropped() {
        return woven.dropped();
    }

    @Override
    public long untimed() {
        return woven.untimed();
    }

    @Override
    public void close() {
        if (filter != null) {
            filter.close();
        }
        input.close();
        woven.close();
    }
}
