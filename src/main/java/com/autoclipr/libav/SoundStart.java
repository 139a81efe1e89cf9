package com.autoclipr.libav;

import com.autoclipr.time.Rational;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Where a sound stream is first heard: what [com.autoclipr.media.AudioFacts#start()] is made of.
///
/// @param ticks the container's timestamp of the first sample that is heard
/// @param primingSamples samples before it that the container's timestamps count as negative time
record SoundStart(long ticks, int primingSamples) {
    static final String MATROSKA = "matroska,webm";

    /// The stream's start; in Matroska plus the priming (CodecDelay), which is subtracted from its
    /// timestamps but not skipped. Other containers' starts lie after the priming already.
    static SoundStart of(String container, AVStream stream) {
        long start = InputFile.known(stream.start_time()) ? stream.start_time() : 0;
        int rateHz = stream.codecpar().sample_rate();
        int priming = stream.codecpar().initial_padding();
        if (!container.equals(MATROSKA) || rateHz <= 0 || priming <= 0) {
            return new SoundStart(start, 0);
        }
        Rational seconds = new Rational(priming, rateHz);
        long ticks = seconds.dividedBy(InputFile.timeBase(stream)).round();
        return new SoundStart(start + ticks, priming);
    }

    /// Seconds of container time.
    static Rational seconds(String container, AVStream stream) {
        return InputFile.timeBase(stream).times(of(container, stream).ticks);
    }
}
