package com.autoclipr.libav.pictures;

import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.VideoFilter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// Deinterlaces the pictures of another flow, which it owns: one picture for each, at the same
/// time. Pictures that are not marked as interlaced pass as they are.
///
/// A picture is made from its own fields and those of its neighbours on both sides, so the flow
/// runs one picture ahead; and after a seek the first picture lacks its predecessor and is not
/// delivered.
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

    /// @param fromStart whether `woven` starts with the file's first picture
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
            // Another size begins: what is inside comes out first.
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
