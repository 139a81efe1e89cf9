package com.autoclipr.testkit.examples;

import java.util.List;

/// Plucked chords, note by note: a minor, F, C, G, one a second and a half.
final class Music {
    private static final List<int[]> CHORDS =
            List.of(
                    new int[] {57, 60, 64, 69}, new int[] {53, 57, 60, 65},
                    new int[] {48, 55, 60, 64}, new int[] {55, 59, 62, 67});
    private static final double NOTE_SECONDS = 0.1875;
    private static final int NOTES_PER_CHORD = 8;
    private static final int[] PATTERN = {0, 1, 2, 3, 2, 1, 2, 3};
    private static final int RINGING_NOTES = 6;

    private Music() {}

    /// The value at a time, -1 to 1.
    static double at(double seconds) {
        int latest = (int) Math.floor(seconds / NOTE_SECONDS);
        double sum = 0;
        for (int note = Math.max(0, latest - RINGING_NOTES); note <= latest; note++) {
            int[] chord = CHORDS.get(Math.floorDiv(note, NOTES_PER_CHORD) % CHORDS.size());
            int key = chord[PATTERN[note % NOTES_PER_CHORD]] + 12;
            sum += pluck(hertz(key), seconds - note * NOTE_SECONDS);
            if (note % NOTES_PER_CHORD == 0) {
                sum += 1.4 * pluck(hertz(chord[0] - 12), seconds - note * NOTE_SECONDS);
            }
        }
        return 0.16 * sum;
    }

    /// Something like speech: a buzz that opens and closes.
    static double voice(double seconds, double hertz) {
        double phase = 2 * Math.PI * hertz * seconds;
        double syllable = Math.pow(Math.abs(Math.sin(9 * seconds) * Math.sin(3.7 * seconds)), 0.7);
        double sum = 0;
        for (int harmonic = 1; harmonic < 12; harmonic++) {
            double formant = Math.exp(-Math.pow((harmonic * hertz - 700) / 500, 2));
            sum += (0.15 + formant) / harmonic * Math.sin(harmonic * phase + 0.3 * harmonic);
        }
        return 0.3 * syllable * sum;
    }

    private static double pluck(double hertz, double seconds) {
        double attack = Math.min(1, seconds / 0.004);
        double sum = 0;
        for (int harmonic = 1; harmonic <= 4; harmonic++) {
            double decay = Math.exp(-seconds * (2.2 + 1.6 * harmonic));
            sum += decay / harmonic * Math.sin(2 * Math.PI * hertz * harmonic * seconds);
        }
        return attack * sum;
    }

    private static double hertz(int key) {
        return 440 * Math.pow(2, (key - 69) / 12.0);
    }
}
