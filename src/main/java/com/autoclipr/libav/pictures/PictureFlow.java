package com.autoclipr.libav.pictures;

import com.autoclipr.failure.Decision;
import com.autoclipr.libav.handles.FrameHandle;
import java.util.List;

/// Decoded pictures of one stream in the order in which they are shown.
public interface PictureFlow extends AutoCloseable {
    /// Fills `into` with the next picture; its `pts` is its time in ticks of the stream's time
    /// base, later than that of the picture before.
    ///
    /// @return false if there are no more; `into` is empty then
    boolean next(FrameHandle into);

    /// Whether anything was damaged and passed over so far.
    boolean damaged();

    /// How many pictures were dropped so far because their times were not later than that of the
    /// one before.
    default long dropped() {
        return 0;
    }

    /// How many packets so far had times that nothing can have.
    default long untimed() {
        return 0;
    }

    /// Whether there was an interlaced picture in a film that begins with others.
    default boolean deinterlaces() {
        return false;
    }

    /// What was adapted in the pictures so far, beside damage; without `file`.
    default List<Decision> decisions() {
        return List.of();
    }

    @Override
    void close();
}
