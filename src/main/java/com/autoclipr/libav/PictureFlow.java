package com.autoclipr.libav;

/// Decoded pictures of one stream in the order in which they are shown.
interface PictureFlow extends AutoCloseable {
    /// Fills `into` with the next picture; its `pts` is its time in ticks of the stream's time
    /// base, later than that of the picture before.
    ///
    /// @return false if there are no more; `into` is empty then
    boolean next(FrameHandle into);

    /// Whether anything was damaged and passed over so far.
    boolean damaged();

    @Override
    void close();
}
