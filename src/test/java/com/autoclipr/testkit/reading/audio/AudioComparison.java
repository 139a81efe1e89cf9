package com.autoclipr.testkit.reading.audio;

import com.autoclipr.testkit.reading.Difference;
import com.autoclipr.testkit.reading.DifferenceKind;
import com.autoclipr.testkit.reading.PictureComparison;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.List;

/// Holds the sound of one reading against that of another.
public final class AudioComparison {
    /// A timestamp that is off by less, and alone, is no gap: sound is played through it.
    private static final double MOST_TREMBLING_SECONDS = 0.025;

    private static final Rational TOLERANCE = PictureComparison.TOLERANCE;

    /// What is softer than this counts as silent.
    private static final double AUDIBLE_DB = -45;

    private static final double SAME_LEVEL_DB = 6;

    /// Of a mix of many channels, whose gains differ from channel to channel.
    private static final double SAME_MIX_DB = 12;

    /// A channel is heard if it is at most this much softer in the mix.
    private static final double HEARD_DB = 15;

    private static final double MOST_SHIFT_MS = 5;

    /// −54 dB.
    private static final float SILENT = 0.002f;

    private static final int STEREO = 2;

    /// Slots of 10 ms by which windows may lie apart.
    private static final int LOOSE = 2;

    private static final int WINDOW = 5;

    private final AudioReading ours;
    private final AudioReading theirs;
    private final List<Difference> differences = new ArrayList<>();

    private AudioComparison(AudioReading ours, AudioReading theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    public static List<Difference> of(AudioReading ours, AudioReading theirs) {
        AudioComparison comparison = new AudioComparison(ours, theirs);
        comparison.ends();
        if (theirs.profile().channels() <= STEREO) {
            comparison.levels(0, 0, "left");
            comparison.levels(1, theirs.profile().channels() - 1, "right");
        } else {
            comparison.mix();
            comparison.channelsHeard();
        }
        comparison.shift();
        comparison.holes();
        comparison.jumps();
        return comparison.differences;
    }

    private void add(DifferenceKind kind, String words) {
        differences.add(new Difference(kind, words));
    }

    private void ends() {
        double begin = ours.profile().heardFrom();
        double theirBegin = theirs.profile().heardFrom();
        if (Math.abs(begin - theirBegin) > TOLERANCE.toDouble()) {
            add(
                    DifferenceKind.SOUND_START,
                    "sound is heard from %.3f s, not %.3f s".formatted(begin, theirBegin));
        }
        if (ours.whole() && far(ours.end(), TOLERANCE)) {
            add(
                    DifferenceKind.SOUND_END,
                    "sound is decoded until %s s, not %s s"
                            .formatted(ours.end().toDecimal(3), theirs.end().toDecimal(3)));
        }
        if (ours.whole() && far(ours.said(), TOLERANCE.max(theirs.piece()))) {
            add(
                    DifferenceKind.SOUND_END,
                    "sound is said to end at %s s, not %s s"
                            .formatted(ours.said().toDecimal(3), theirs.end().toDecimal(3)));
        }
    }

    private boolean far(Rational end, Rational tolerance) {
        Rational apart = end.minus(theirs.end());
        return apart.max(apart.negate()).compareTo(tolerance) > 0;
    }

    private int slots() {
        return Math.max(ours.profile().slots(), theirs.profile().slots());
    }

    private void levels(int side, int channel, String name) {
        int wrong = 0;
        int first = -1;
        int windows = 0;
        for (int slot = 0; slot + WINDOW <= slots(); slot += WINDOW) {
            double our = ours.profile().level(side, slot);
            double least = 0;
            double most = -100;
            for (int moved = -LOOSE; moved <= LOOSE; moved++) {
                double level = theirs.profile().level(channel, slot + moved);
                least = Math.min(least, level);
                most = Math.max(most, level);
            }
            windows++;
            boolean loud = our > Math.max(AUDIBLE_DB, most + SAME_LEVEL_DB);
            boolean soft = least > AUDIBLE_DB && our < least - SAME_LEVEL_DB;
            if (loud || soft) {
                first = wrong == 0 ? slot : first;
                wrong++;
            }
        }
        if (wrong > 0) {
            add(
                    DifferenceKind.SOUND_LEVEL,
                    "%s: %d of %d windows of 50 ms; at %.2f s %.0f dB, not %.0f dB"
                            .formatted(
                                    name,
                                    wrong,
                                    windows,
                                    first / (double) AudioProfile.SLOTS,
                                    ours.profile().level(side, first),
                                    theirs.profile().level(channel, first)));
        }
    }

    private void mix() {
        double usual = usualGain();
        int wrong = 0;
        int first = -1;
        for (int slot = 0; slot + WINDOW <= slots(); slot += WINDOW) {
            double our = ours.profile().level(slot);
            double least = 0;
            double most = -100;
            for (int moved = -LOOSE; moved <= LOOSE; moved++) {
                double level = theirs.profile().level(slot + moved) + usual;
                least = Math.min(least, level);
                most = Math.max(most, level);
            }
            boolean loud = our > Math.max(AUDIBLE_DB, most + SAME_MIX_DB);
            boolean soft = least > AUDIBLE_DB && our < least - SAME_MIX_DB;
            if (loud || soft) {
                first = wrong == 0 ? slot : first;
                wrong++;
            }
        }
        if (wrong > 0) {
            add(
                    DifferenceKind.SOUND_LEVEL,
                    "mix: %d windows of 50 ms; at %.2f s %.0f dB, not %.0f dB"
                            .formatted(
                                    wrong,
                                    first / (double) AudioProfile.SLOTS,
                                    ours.profile().level(first),
                                    theirs.profile().level(first) + usual));
        }
    }

    private double usualGain() {
        List<Double> gains = new ArrayList<>();
        for (int slot = 0; slot + WINDOW <= slots(); slot += WINDOW) {
            double their = theirs.profile().level(slot);
            if (their > AUDIBLE_DB) {
                gains.add(ours.profile().level(slot) - their);
            }
        }
        gains.sort(null);
        return gains.isEmpty() ? 0 : Math.clamp(gains.get(gains.size() / 2), -SAME_MIX_DB, 3);
    }

    /// Where one channel has nearly all of the sound, the mix has it too.
    private void channelsHeard() {
        AudioProfile all = theirs.profile();
        for (int channel = 0; channel < all.channels(); channel++) {
            int alone = 0;
            int unheard = 0;
            for (int slot = 0; slot + WINDOW <= slots(); slot += WINDOW) {
                double level = all.level(channel, slot);
                if (all.isMixed(channel) && level > AUDIBLE_DB && level > all.level(slot) - 0.5) {
                    alone++;
                    unheard += ours.profile().level(slot) < level - HEARD_DB ? 1 : 0;
                }
            }
            if (2 * unheard > alone) {
                add(
                        DifferenceKind.CHANNEL_UNHEARD,
                        "channel %d of %d, in %d of %d windows of 50 ms that it has alone"
                                .formatted(channel + 1, all.channels(), unheard, alone));
            }
        }
    }

    private void shift() {
        List<AudioShift.Found> found = AudioShift.of(ours.profile(), theirs.profile());
        for (AudioShift.Found each : found) {
            if (Math.abs(each.milliseconds()) > MOST_SHIFT_MS) {
                add(
                        DifferenceKind.SOUND_SHIFT,
                        "at %.1f s sound is %.1f ms %s"
                                .formatted(
                                        each.atSeconds(),
                                        Math.abs(each.milliseconds()),
                                        each.milliseconds() > 0 ? "late" : "early"));
                return;
            }
        }
    }

    private void jumps() {
        jumps(DifferenceKind.SOUND_GAP, 1);
        jumps(DifferenceKind.SOUND_OVERLAP, -1);
    }

    private void jumps(DifferenceKind kind, int sign) {
        List<Double> found =
                theirs.jumps().stream()
                        .map(jump -> sign * jump)
                        .filter(jump -> jump > MOST_TREMBLING_SECONDS)
                        .toList();
        if (!found.isEmpty()) {
            add(
                    kind,
                    "%d in the file, %.0f ms together"
                            .formatted(
                                    found.size(),
                                    1000 * found.stream().mapToDouble(Double::doubleValue).sum()));
        }
    }

    private void holes() {
        List<AudioProfile.Silence> unmatched = new ArrayList<>();
        for (AudioProfile.Silence silence : ours.profile().silences()) {
            boolean inside =
                    silence.fromSeconds() > 0.03
                            && silence.toSeconds() < theirs.profile().until() - 0.03;
            if (inside && !covered(silence)) {
                unmatched.add(silence);
            }
        }
        if (!unmatched.isEmpty()) {
            AudioProfile.Silence first = unmatched.getFirst();
            add(
                    DifferenceKind.SOUND_HOLE,
                    "%d holes; the first at %.3f s, of %.1f ms"
                            .formatted(
                                    unmatched.size(), first.fromSeconds(), 1000 * first.seconds()));
        }
    }

    /// Whether the other reading is silent there too, or nearly there.
    private boolean covered(AudioProfile.Silence silence) {
        double least = 1;
        for (double moved = -0.002; moved <= 0.002; moved += 0.0005) {
            double filled =
                    theirs.profile()
                            .filled(
                                    silence.fromSeconds() + moved,
                                    silence.toSeconds() + moved,
                                    SILENT);
            least = Math.min(least, filled);
        }
        return least < 0.5;
    }
}
