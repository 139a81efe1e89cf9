package com.autoclipr.libav.audio;

import com.autoclipr.media.AudioSource;
import com.autoclipr.time.Rational;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// One unbroken run of decoded sound on the output's sample clock. Owns its converter.
///
/// The run is placed once, by the time of its first sample; after that samples are counted, unless
/// its timestamps drift: from then on a [DriftFollower] stretches it by a trace.
final class AudioRun implements AutoCloseable {
    private static final long MICROS = 1_000_000;

    private final StereoConverter converter;
    private final Rational start;
    private long nextOut;
    private StereoConverter.Stereo last = new StereoConverter.Stereo(new float[0], new float[0], 0);
    private @Nullable DriftFollower drift;

    /// @param start seconds from the stream's first sample to the run's
    /// @param firstOut output sample at which it begins
    AudioRun(StereoConverter converter, Rational start, long firstOut) {
        this.converter = converter;
        this.start = start;
        this.nextOut = firstOut;
    }

    /// Whether `frame` can follow in this run.
    boolean fits(AVFrame frame) {
        return converter.fits(frame);
    }

    /// The output sample of the next one made.
    long nextOut() {
        return nextOut;
    }

    /// Seconds from the stream's first sample to the next one, by counting, as it will be heard.
    Rational counted() {
        Rational nominal = start.plus(length());
        DriftFollower follower = drift;
        if (follower == null) {
            return nominal;
        }
        double added = follower.addedSamples() / AudioSource.SAMPLE_RATE_HZ;
        return nominal.plus(new Rational(Math.round(added * MICROS), MICROS));
    }

    private Rational length() {
        return new Rational(converter.samplesIn(), converter.rateHz());
    }

    StereoConverter.Stereo convert(AVFrame frame, int skipped) {
        StereoConverter.Stereo sound = converter.convert(frame, skipped);
        DriftFollower follower = drift;
        return made(follower == null ? sound : follower.follow(sound));
    }

    /// What was still in the filters; the run ends.
    StereoConverter.Stereo drain() {
        StereoConverter.Stereo sound = converter.drain();
        DriftFollower follower = drift;
        return made(follower == null ? sound : follower.drain(sound));
    }

    private StereoConverter.Stereo made(StereoConverter.Stereo sound) {
        nextOut += sound.count();
        last = sound.count() > 0 ? sound : last;
        return sound;
    }

    /// Follows timestamps from now on.
    ///
    /// @param late seconds by which the next one is later than [#counted()]
    /// @param sinceLast seconds since the last one
    void follow(Rational late, Rational sinceLast) {
        DriftFollower follower = drift;
        if (follower == null) {
            double seconds = Math.max(1, length().toDouble());
            follower = new DriftFollower(late.toDouble() / seconds, last);
            drift = follower;
        }
        follower.steer(late.toDouble(), sinceLast.toDouble());
    }

    /// Whether timestamps are followed.
    boolean follows() {
        return drift != null;
    }

    /// By how much the sound is stretched, in parts per million.
    long partsPerMillion() {
        DriftFollower follower = drift;
        return follower == null ? 0 : follower.partsPerMillion();
    }

    @Override
    public void close() {
        converter.close();
    }
}
