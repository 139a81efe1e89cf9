package com.autoclipr.testkit.media;

import com.autoclipr.testkit.TestFolder;
import java.nio.file.Path;

/// A sine without end, and the check that a recording is one.
///
/// @param frequencyHz cycles per second
/// @param amplitude 1 being full scale
public record Sine(double frequencyHz, double amplitude) {
    /// A tone that FFmpeg's AAC encoder keeps clean at 192 kbit/s. What it leaves of a lone tone
    /// varies wildly with frequency and level (-62 dB here, -31 dB at 440 Hz), which says nothing
    /// about joins.
    public static final Sine CLEAN_IN_AAC = new Sine(997, 0.5);

    /// A WAV file with the sine on every channel, sample 0 at phase 0.
    public Path file(int sampleRateHz, int channels, int seconds) {
        String recipe = this + " " + sampleRateHz + " " + channels + " " + seconds;
        double step = 2 * Math.PI * frequencyHz / sampleRateHz;
        return TestFolder.cached(
                "sine",
                "wav",
                recipe,
                file ->
                        WaveFile.write(
                                file,
                                sampleRateHz,
                                channels,
                                (long) sampleRateHz * seconds,
                                index -> amplitude * Math.sin(step * index)));
    }

    /// What is left around a sample when the best-fitting sine of this frequency is taken away,
    /// decibels against that sine. A click or a gap at the sample makes both large.
    ///
    /// @param rmsDb root mean square against root mean square
    /// @param peakDb largest value against amplitude
    public record Residual(double rmsDb, double peakDb) {}

    /// The residual around a sample.
    ///
    /// @param sound samples at `sampleRateHz`
    /// @param centre index of the sample in question
    /// @param reach samples taken on each side
    public Residual residual(float[] sound, int sampleRateHz, int centre, int reach) {
        int from = Math.max(0, centre - reach);
        int to = Math.min(sound.length, centre + reach);
        double step = 2 * Math.PI * frequencyHz / sampleRateHz;
        Fit fit = Fit.of(sound, from, to, step);
        double largest = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            double left = sound[i] - fit.at(step * (i - from));
            largest = Math.max(largest, Math.abs(left));
            squares += left * left;
        }
        double rms = Math.sqrt(squares / (to - from));
        return new Residual(
                20 * Math.log10(rms * Math.sqrt(2) / fit.amplitude()),
                20 * Math.log10(largest / fit.amplitude()));
    }

    /// The amplitude of the best-fitting sine of this frequency around a sample.
    public double amplitudeAt(float[] sound, int sampleRateHz, int centre, int reach) {
        int from = Math.max(0, centre - reach);
        int to = Math.min(sound.length, centre + reach);
        return Fit.of(sound, from, to, 2 * Math.PI * frequencyHz / sampleRateHz).amplitude();
    }

    /// `sine × sin + cosine × cos`, by least squares.
    private record Fit(double sine, double cosine) {
        static Fit of(float[] sound, int from, int to, double step) {
            double ss = 0;
            double cc = 0;
            double sc = 0;
            double ys = 0;
            double yc = 0;
            for (int i = from; i < to; i++) {
                double s = Math.sin(step * (i - from));
                double c = Math.cos(step * (i - from));
                ss += s * s;
                cc += c * c;
                sc += s * c;
                ys += sound[i] * s;
                yc += sound[i] * c;
            }
            double determinant = ss * cc - sc * sc;
            return new Fit((ys * cc - yc * sc) / determinant, (yc * ss - ys * sc) / determinant);
        }

        double at(double phase) {
            return sine * Math.sin(phase) + cosine * Math.cos(phase);
        }

        double amplitude() {
            return Math.hypot(sine, cosine);
        }
    }
}
