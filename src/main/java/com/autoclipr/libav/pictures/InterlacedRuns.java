package com.autoclipr.libav.pictures;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;

import com.autoclipr.libav.handles.FrameHandle;
import org.jspecify.annotations.Nullable;

/// Deinterlaces those pictures of another flow, which it owns, that are marked as interlaced, in a
/// film that begins with others: each run of them for itself, so that what comes out does not
/// depend on where decoding began. Nothing is held or copied while pictures are not interlaced.
final class InterlacedRuns implements PictureFlow {
    private final PictureFlow woven;
    private final FrameHandle ahead = new FrameHandle();
    private @Nullable DeinterlacedPictures run;
    private boolean hasAhead;
    private boolean begun;
    private boolean any;

    /// @param fromStart whether `woven` starts with the file's first picture
    InterlacedRuns(PictureFlow woven, boolean fromStart) {
        this.woven = woven;
        this.begun = fromStart;
    }

    @Override
    public boolean next(FrameHandle into) {
        while (true) {
            if (run != null && run.next(into)) {
                return true;
            }
            endRun();
            if (!read(into)) {
                into.clear();
                return false;
            }
            if (!isInterlaced(into)) {
                begun = true;
                return true;
            }
            ahead.take(into);
            hasAhead = true;
            any = true;
            // A run that decoding began within lacks its beginning.
            run = new DeinterlacedPictures(new Run(), begun);
            begun = true;
        }
    }

    private boolean read(FrameHandle into) {
        if (!hasAhead) {
            return woven.next(into);
        }
        hasAhead = false;
        into.take(ahead);
        return true;
    }

    private static boolean isInterlaced(FrameHandle picture) {
        return (picture.get().flags() & AV_FRAME_FLAG_INTERLACED) != 0;
    }

    private void endRun() {
        if (run != null) {
            run.close();
            run = null;
        }
    }

    /// The pictures up to the next one that is not interlaced. Owns nothing.
    private final class Run implements PictureFlow {
        private boolean ended;

        @Override
        public boolean next(FrameHandle into) {
            if (ended || !read(into)) {
                ended = true;
                return false;
            }
            if (isInterlaced(into)) {
                return true;
            }
            ahead.take(into);
            hasAhead = true;
            ended = true;
            return false;
        }

        @Override
        public boolean damaged() {
            return woven.damaged();
        }

        @Override
        public void close() {}
    }

    /// Whether there was an interlaced picture.
    @Override
    public boolean deinterlaces() {
        return any;
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
        endRun();
        ahead.close();
        woven.close();
    }
}
