package com.autoclipr.reliability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/// What strikes one export, and when.
///
/// @param seed that it was made from
/// @param storedChunks number of chunks of an undisturbed export in the store at the start
/// @param strikes in the order of time
record FaultPlan(long seed, int storedChunks, List<Strike> strikes) {
    private static final int MOST_DELAY_MS = 150;

    /// @param progress share of the way of an export after which it strikes, 0 to 1
    /// @param delayMs how long after that
    /// @param fault what happens
    record Strike(double progress, int delayMs, Fault fault) {}

    /// One to three faults.
    ///
    /// @param chunks of an undisturbed export
    /// @param disks whether disks can be filled here; where they cannot, a seed gives the same plan
    ///   with other faults in their place
    static FaultPlan of(long seed, int chunks, boolean disks) {
        Random random = new Random(seed);
        int count = 1 + (random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0);
        int stored = random.nextInt(3) == 0 ? random.nextInt(chunks + 1) : 0;
        List<Strike> strikes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            strikes.add(
                    new Strike(
                            random.nextDouble(),
                            random.nextInt(MOST_DELAY_MS),
                            fault(random, disks)));
        }
        strikes.sort(Comparator.comparingDouble(Strike::progress));
        return new FaultPlan(seed, stored, List.copyOf(strikes));
    }

    private static Fault fault(Random random, boolean disks) {
        int which = random.nextInt(16);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new Fault.KillWorker(which);
            case 3 -> new Fault.StopWorker(which);
            case 4, 5 -> new Fault.KillController();
            case 6, 7 -> new Fault.CutPower(random.nextLong());
            case 8 -> new Fault.DeleteSource();
            case 9 -> new Fault.CorruptChunk(random.nextLong());
            case 10 -> disks ? new Fault.FillStore() : new Fault.KillWorker(which);
            default -> disks ? new Fault.FillDestination() : new Fault.KillController();
        };
    }

    @Override
    public String toString() {
        return strikes.stream()
                .map(
                        strike ->
                                String.format(
                                        Locale.ROOT,
                                        "%s at %.0f %% + %d ms",
                                        strike.fault(),
                                        100 * strike.progress(),
                                        strike.delayMs()))
                .collect(Collectors.joining("; "));
    }
}
