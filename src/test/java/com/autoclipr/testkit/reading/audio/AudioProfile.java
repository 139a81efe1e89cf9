package com.autoclipr.testkit.reading.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Sound as it is heard over time, without its samples: the energy of each channel in slots of 10
/// ms, a coarse mix at 8 kHz, and the silences in between. Times count from the source's zero.
public final class AudioProfile {
    /// Slots of a second.
    static final int SLOTS = 100;

    /// Samples of a second of the coarse mix.
    static final int COARSE_HZ = 8_000;

    /// Shorter silences are not noted.
    private static final double LEAST_HEARTBEAT_SECONDS = 0.0015;

    private static final float SILENT = 1e-6f;
    private static final float HEARD = 3e-4f;

    private final int channels;
    private final boolean[] mixed;
    private double[][] energy;
    private float[] coarse;
    private int slots;
    private int coarseCount;
    private final List<Silence> silences = new ArrayList<>();
    private double silentFrom = Double.NaN;
    private double until;
    private double heardFrom = Double.NaN;

    /// A stretch in which every sample of every channel is zero.
    record Silence(double fromSeconds, double toSeconds) {
        double seconds() {
            return toSeconds - fromSeconds;
        }
    }

    /// @param lowFrequency the channel that is left out of the mix; −1 if there is none
    public AudioProfile(int channels, int lowFrequency) {
        this.channels = channels;
        this.mixed = new boolean[channels];
        Arrays.fill(mixed, true);
        if (lowFrequency >= 0 && lowFrequency < channels) {
            mixed[lowFrequency] = false;
        }
        this.energy = new double[channels][SLOTS];
        this.coarse = new float[COARSE_HZ];
    }

    int channels() {
        return channels;
    }

    boolean isMixed(int channel) {
        return mixed[channel];
    }

    /// Slots that have sound.
    int slots() {
        return slots;
    }

    /// Coarse samples that are filled.
    int coarseCount() {
        return coarseCount;
    }

    float coarse(int index) {
        return index < 0 || index >= coarseCount ? 0 : coarse[index];
    }

    List<Silence> silences() {
        return List.copyOf(silences);
    }

    /// Adds one sample of every channel.
    ///
    /// @param seconds when it is heard; before zero it is priming and does not count
    /// @param step seconds to the next one
    public void add(double seconds, double step, float[] samples, int offset) {
        if (seconds < 0) {
            return; // priming
        }
        int slot = (int) Math.floor(seconds * SLOTS);
        int at = (int) Math.floor(seconds * COARSE_HZ);
        boolean silent = true;
        double mix = 0;
        reserve(slot, at);
        for (int c = 0; c < channels; c++) {
            float sample = samples[offset + c];
            silent &= Math.abs(sample) < SILENT;
            if (Double.isNaN(heardFrom) && Math.abs(sample) > HEARD) {
                heardFrom = seconds;
            }
            energy[c][slot] += (double) sample * sample * step * SLOTS;
            mix += mixed[c] ? sample : 0;
        }
        coarse[at] += (float) (mix * step * COARSE_HZ);
        note(silent, seconds, step);
    }

    private void reserve(int slot, int at) {
        if (slot >= energy[0].length) {
            for (int c = 0; c < channels; c++) {
                energy[c] = Arrays.copyOf(energy[c], 2 * slot);
            }
        }
        if (at >= coarse.length) {
            coarse = Arrays.copyOf(coarse, 2 * at);
        }
        slots = Math.max(slots, slot + 1);
        coarseCount = Math.max(coarseCount, at + 1);
    }

    private void note(boolean silent, double seconds, double step) {
        if (silent && Double.isNaN(silentFrom)) {
            silentFrom = seconds;
        } else if (!silent && !Double.isNaN(silentFrom)) {
            if (seconds - silentFrom >= LEAST_HEARTBEAT_SECONDS) {
                silences.add(new Silence(silentFrom, seconds));
            }
            silentFrom = Double.NaN;
        }
        until = Math.max(until, seconds + step);
    }

    /// When the first sample that is heard is heard, seconds; NaN if none is.
    double heardFrom() {
        return heardFrom;
    }

    /// In how much of a stretch there is sound, 0 to 1, by parts of a millisecond.
    double filled(double fromSeconds, double toSeconds, float loudness) {
        int part = COARSE_HZ / 1000;
        int from = (int) (fromSeconds * COARSE_HZ);
        int parts = Math.max(1, (int) ((toSeconds - fromSeconds) * 1000));
        int filled = 0;
        for (int p = 0; p < parts; p++) {
            double sum = 0;
            for (int i = from + p * part; i < from + (p + 1) * part; i++) {
                sum += coarse(i) * coarse(i);
            }
            filled += sum > part * loudness * loudness ? 1 : 0;
        }
        return filled / (double) parts;
    }

    /// When the last sample that was added ends, seconds.
    double until() {
        return until;
    }

    /// The level of a window of 50 ms, decibels below full scale; −100 for silence.
    ///
    /// @param slot the window's first; those before zero and after the end are silent
    double level(int channel, int slot) {
        double sum = 0;
        for (int i = Math.max(0, slot); i < slot + 5 && i < slots; i++) {
            sum += energy[channel][i];
        }
        return Math.max(-100, 10 * Math.log10(sum / 5 + 1e-10));
    }

    /// The level of all channels that are mixed together.
    double level(int slot) {
        double sum = 0;
        for (int c = 0; c < channels; c++) {
            sum += mixed[c] ? Math.pow(10, level(c, slot) / 10) : 0;
        }
        return Math.max(-100, 10 * Math.log10(sum + 1e-10));
    }
}
