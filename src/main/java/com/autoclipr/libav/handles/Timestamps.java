package com.autoclipr.libav.handles;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import com.autoclipr.time.Rational;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// libav timestamps, in ticks of the stream's time base.
public final class Timestamps {
    private Timestamps() {}

    /// Whether a timestamp is valid.
    public static boolean known(long ticks) {
        return ticks != AV_NOPTS_VALUE;
    }

    /// Seconds per tick.
    public static Rational base(AVStream stream) {
        return new Rational(stream.time_base().num(), stream.time_base().den());
    }
}
