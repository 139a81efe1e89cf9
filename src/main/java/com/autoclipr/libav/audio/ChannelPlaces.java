package com.autoclipr.libav.audio;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;

/// The positions of the channels of a stream that is part of a programme.
///
/// @param part the stream's channels, as [ChannelLayouts#describe(java.util.List)] names them
/// @param whole layout of the whole programme
record ChannelPlaces(String part, String whole) {
    /// @param decoded layout according to the decoder; it counts if the number of channels differs
    ///   from the container's
    StereoMatrix matrix(AVChannelLayout decoded) {
        StereoMatrix matrix = StereoMatrix.ofPart(part, whole);
        boolean fits = matrix.weights().length == 2 * decoded.nb_channels();
        return fits ? matrix : StereoMatrix.of(decoded);
    }
}
