package com.autoclipr.media;

import java.util.Optional;

/// The tracks of a file about to be written.
///
/// @param encoding how the video was encoded
/// @param videoHeader [EncodedVideo#header()]
/// @param sound the whole sound track, if there is one
public record MuxerTracks(
        VideoEncoding encoding, byte[] videoHeader, Optional<EncodedSound> sound) {}
