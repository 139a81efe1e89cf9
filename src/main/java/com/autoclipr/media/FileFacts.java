package com.autoclipr.media;

import com.autoclipr.time.Rational;
import java.util.List;

/// Properties of a finished file, measured by reading all of it.
///
/// @param frames number of video packets, one frame each
/// @param packets [PacketDigest] of the video packets
/// @param width pixels, of decoded frames
/// @param height pixels, of decoded frames
/// @param firstFrame presentation time of the first frame, in seconds
/// @param frameDuration common duration of all frames, in seconds; zero if they differ
/// @param decodingTimesIncrease whether the DTS increase strictly
/// @param keyFrames indices of the keyframes, in presentation order
/// @param videoDuration seconds
/// @param samples decoded audio samples per channel; -1 without audio
/// @param audioStart presentation time of the first sample after priming, in seconds; zero without
///   audio
/// @param audioDuration seconds; zero without audio
/// @param colourTags primaries, transfer, matrix and range of decoded frames in FFmpeg's names,
///   such as `bt709/bt709/bt709/tv`
/// @param indexFirst whether `moov` precedes `mdat`
/// @param errors decode errors; empty for an intact file
public record FileFacts(
        long frames,
        String packets,
        int width,
        int height,
        Rational firstFrame,
        Rational frameDuration,
        boolean decodingTimesIncrease,
        List<Long> keyFrames,
        Rational videoDuration,
        long samples,
        Rational audioStart,
        Rational audioDuration,
        String colourTags,
        boolean indexFirst,
        List<String> errors) {
    /// The [#colourTags()] of every output file.
    public static final String OUTPUT_COLOURS = "bt709/bt709/bt709/tv";

    public FileFacts {
        keyFrames = List.copyOf(keyFrames);
        errors = List.copyOf(errors);
    }
}
