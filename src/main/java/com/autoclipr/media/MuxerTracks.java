package com.autoclipr.media;

import com.autoclipr.media.encoded.EncodedAudio;
import java.util.Optional;

/// The tracks of a file about to be written.
///
/// @param encoding how the video was encoded
/// @param videoHeader [EncodedVideo#header()]
/// @param frames video frames that will be written; with them known, the index finds its place at
///   the front without a second pass over the file
/// @param sound the whole sound track, if there is one
public record MuxerTracks(
        VideoEncoding encoding, byte[] videoHeader, long frames, Optional<EncodedAudio> sound) {
    public MuxerTracks {
        if (frames <= 0) {
            throw new IllegalArgumentException("frames must be positive, was " + frames);
        }
    }
}
