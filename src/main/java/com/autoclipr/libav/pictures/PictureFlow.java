package com.autoclipr.libav.pictures;

import com.autoclipr.failure.Decision;
import com.autoclipr.libav.handles.FrameHandle;
import java.util.List;

/// Decoded pictures of one stream in presentation order.
public interface PictureFlow extends AutoCloseable {
    /// Fills `into` with the next picture; its `pts` is in ticks of the stream's time base and
    /// increases strictly.
    ///
    /// @return false if there are no more; `into` is empty then
    boolean next(FrameHandle into);

    /// Whether corrupt data was skipped so far.
    boolean damaged();

    /// The number of pictures dropped so far because their timestamps did not increase.
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

    /// Other decisions about the pictures so far; without `file`.
    default List<Decision> decisions() {
        return List.of();
    }

    @Override
    void close();
}
