package com.autoclipr.testkit.reading.audio;

import java.util.ArrayList;
import java.util.List;

/// How far one sound is moved against another, found where they are most alike.
final class AudioShift {
    private static final int LENGTH = AudioProfile.COARSE_HZ / 2;
    private static final int MOST_LAG = AudioProfile.COARSE_HZ / 10;
    private static final int PLACES = 12;
    private static final double LEAST_LEVEL = 0.003;
    private static final double LEAST_LIKENESS = 0.75;

    /// A tone is as like itself one period later: in place it is less alike than this only if it is
    /// elsewhere.
    private static final double CLEARLY = 0.6;

    private AudioShift() {}

    /// A place where the shift could be told.
    ///
    /// @param milliseconds how much later the first sound is
    record Found(double atSeconds, double milliseconds) {}

    static List<Found> of(AudioProfile ours, AudioProfile theirs) {
        int count = Math.min(ours.coarseCount(), theirs.coarseCount());
        List<Found> found = new ArrayList<>();
        int step = Math.max(LENGTH, (count - LENGTH) / PLACES);
        for (int from = 0; from + LENGTH <= count; from += step) {
            double milliseconds = at(ours, theirs, from);
            if (!Double.isNaN(milliseconds)) {
                found.add(new Found(from / (double) AudioProfile.COARSE_HZ, milliseconds));
            }
        }
        return found;
    }

    private static double at(AudioProfile ours, AudioProfile theirs, int from) {
        if (level(theirs, from) < LEAST_LEVEL) {
            return Double.NaN;
        }
        double atZero = 0;
        double best = -1;
        int bestLag = 0;
        for (int lag = -MOST_LAG; lag <= MOST_LAG; lag++) {
            double likeness = likeness(ours, from + lag, theirs, from);
            if (Math.abs(lag) <= AudioProfile.COARSE_HZ / 500) {
                atZero = Math.max(atZero, likeness);
            }
            if (likeness > best) {
                best = likeness;
                bestLag = lag;
            }
        }
        if (atZero >= best * CLEARLY) {
            return 0;
        }
        return best < LEAST_LIKENESS || Math.abs(bestLag) == MOST_LAG
                ? Double.NaN
                : 1000.0 * bestLag / AudioProfile.COARSE_HZ;
    }

    private static double level(AudioProfile sound, int from) {
        double sum = 0;
        for (int i = from; i < from + LENGTH; i++) {
            sum += sound.coarse(i) * sound.coarse(i);
        }
        return Math.sqrt(sum / LENGTH);
    }

    private static double likeness(AudioProfile a, int fromA, AudioProfile b, int fromB) {
        double both = 0;
        double powerA = 0;
        double powerB = 0;
        for (int i = 0; i < LENGTH; i += 2) {
            double left = a.coarse(fromA + i);
            double right = b.coarse(fromB + i);
            both += left * right;
            powerA += left * left;
            powerB += right * right;
        }
        return powerA == 0 || powerB == 0 ? 0 : both / Math.sqrt(powerA * powerB);
    }
}
