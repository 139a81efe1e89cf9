package com.autoclipr.media;

import com.autoclipr.media.encoded.EncodedVideo;

/// Writes one MP4: `moov` first, timestamps computed from frame and sample indices, audio and video
/// interleaved. Owns the file until it is closed; without [#finish()] the file is incomplete.
public interface Muxer extends AutoCloseable {
    /// Appends a chunk.
    ///
    /// @param chunk its packets; the first one is an IDR
    /// @param firstFrame index in the output of the chunk's first frame
    void write(EncodedVideo chunk, long firstFrame);

    /// Writes the remaining packets and the index. The file is complete and synced when this
    /// returns.
    void finish();

    @Override
    void close();
}
