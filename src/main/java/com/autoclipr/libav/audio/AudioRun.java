package com.autoclipr.libav.audio;

import com.autoclipr.media.AudioSource;
import com.autoclipr.time.Rational;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// A continuous run of decoded audio on the output's sample clock. Owns its converter.
///
/// The run is placed once, by the timestamp of its first sample; after that samples are counted,
/// unless its timestamps drift: from then on a [DriftFollower] resamples it slightly.
final class AudioRun implements AutoCloseable {
    private static final long MICROS = 1_000_000;

    private final StereoConverter converter;
    private final Rational start;
    private long nextOut;
    private StereoConverter.Stereo last = new StereoConverter.Stereo(new float[0], new float[0], 0);
    private @Nullable DriftFollower drift;

    /// @param start seconds from the stream's first sample to the run's
    /// @param firstOut its first output sample
    AudioRun(StereoConverter converter, Rational start, long firstOut) {
        this.converter = converter;
        this.start = start;
        this.nextOut = firstOut;
    }

    /// Whether `frame` can continue this run.
    boolean fits(AVFrame frame) {
        return converter.fits(frame);
    }

    /// The next output sample.
    long nextOut() {
        return nextOut;
    }

    /// The output time of the next sample by counting, in seconds from the stream's first sample.
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

    /// Drains the filters; the run ends.
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

    /// Starts following timestamps.
    ///
    /// @param late deviation of the next timestamp from [#counted()] in seconds
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

    /// The stretch in parts per million.
    long partsPerMillion() {
        DriftFollower follower = drift;
        return follower == null ? 0 : follower.partsPerMillion();
    }

    @Override
    public void close() {
        converter.close();
    }
}
