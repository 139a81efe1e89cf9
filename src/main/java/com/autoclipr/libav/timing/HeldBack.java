package com.autoclipr.libav.timing;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_WMAV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_WMAV2;

import com.autoclipr.time.Rational;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// What a decoder gives out after the last packet, beyond that packet's end.
final class HeldBack {
    private HeldBack() {}

    /// Seconds. Half of a WMA frame's window lies in the next frame; behind the last one it comes
    /// out as a frame of its own.
    static Rational seconds(AVStream stream) {
        int codec = stream.codecpar().codec_id();
        int rateHz = stream.codecpar().sample_rate();
        if ((codec != AV_CODEC_ID_WMAV1 && codec != AV_CODEC_ID_WMAV2) || rateHz <= 0) {
            return Rational.ZERO;
        }
        int middling = codec == AV_CODEC_ID_WMAV1 ? 32_000 : 22_050;
        int samples = rateHz <= 16_000 ? 512 : rateHz <= middling ? 1_024 : 2_048;
        return new Rational(samples, rateHz);
    }
}
