package com.autoclipr.libav.audio;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;

/// Where the channels of a stream stand that is a part of a sound.
///
/// @param part the stream's channels, as [ChannelLayouts#describe(java.util.List)] names them
/// @param whole layout of the whole sound
record ChannelPlaces(String part, String whole) {
    /// @param decoded what the decoder says of its channels; it decides if they are not as many as
    ///   the container says
    StereoMatrix matrix(AVChannelLayout decoded) {
        StereoMatrix matrix = StereoMatrix.ofPart(part, whole);
        boolean fits = matrix.weights().length == 2 * decoded.nb_channels();
        return fits ? matrix : StereoMatrix.of(decoded);
    }
}
