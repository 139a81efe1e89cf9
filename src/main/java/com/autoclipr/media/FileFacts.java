package com.autoclipr.media;

import com.autoclipr.time.Rational;
import java.util.List;

/// What a finished file was found to be when it was read back whole.
///
/// @param frames video packets, of one frame each
/// @param packets [PacketDigest] of the video packets
/// @param width pixels, of decoded frames
/// @param height pixels, of decoded frames
/// @param firstFrame presentation time of the first frame, in seconds
/// @param frameDuration the duration that all frames have; zero if they differ
/// @param decodingTimesIncrease whether every decoding time is later than the one before
/// @param keyFrames indices (in presentation order) of frames at which decoding can start
/// @param videoDuration seconds
/// @param samples sound samples that were decoded (per channel); -1 without sound
/// @param audioStart presentation time of the first sample heard, in seconds; zero without sound
/// @param audioDuration seconds; zero without sound
/// @param colourTags primaries, transfer, matrix, range, as FFmpeg names them, such as
///   `bt709/bt709/bt709/tv`, of decoded frames
/// @param indexFirst whether `moov` lies before `mdat`
/// @param errors what decoders complained of; empty for a sound file
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
    /// What [#colourTags()] is of every file that is made here.
    public static final String OUTPUT_COLOURS = "bt709/bt709/bt709/tv";

    public FileFacts {
        keyFrames = List.copyOf(keyFrames);
        errors = List.copyOf(errors);
    }
}
