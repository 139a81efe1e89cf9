package com.autoclipr.media;

import com.autoclipr.media.encoded.EncodedAudio;
import java.util.Optional;

/// The tracks of a file about to be written.
///
/// @param encoding how the video was encoded
/// @param videoHeader [EncodedVideo#header()]
/// @param frames number of video frames to be written; knowing it, the muxer reserves space for the
///   index at the front and needs no second pass
/// @param audio the whole audio track, if there is one
public record MuxerTracks(
        VideoEncoding encoding, byte[] videoHeader, long frames, Optional<EncodedAudio> audio) {
    public MuxerTracks {
        if (frames <= 0) {
            throw new IllegalArgumentException("frames must be positive, was " + frames);
        }
    }
}
