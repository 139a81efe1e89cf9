package com.autoclipr.export;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.Decision;
import com.autoclipr.media.DecisionKind;
import com.autoclipr.plan.ExportPlan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Looks whether chunks and output will find room: before the work by a rule of thumb, later by
/// what the first chunks took. Refuses only what cannot be, and says early what may be. Safe for
/// several threads.
final class FreeSpace {
    /// Below this nothing is begun.
    static final long LEAST_BYTES = 16L << 20;

    /// Bits for each pixel that lively footage takes at crf 23; six steps halve it.
    private static final double LIVELY_BITS = 0.1;

    private static final double CRF_OF_LIVELY_BITS = 23;
    private static final double CRF_STEPS_TO_HALF = 6;

    /// A still picture takes this much less than lively footage, or even less.
    private static final int STILL_FACTOR = 50;

    /// What is left may turn out to be calmer than what was made.
    private static final int CALMER_FACTOR = 2;

    private final ToLongFunction<Path> freeBytes;
    private final Path store;
    private final Path work;

    /// @param freeBytes bytes that may still be written below a folder; 0 where nobody knows
    /// @param store folder that chunks go to
    /// @param work folder that the output is made in
    FreeSpace(ToLongFunction<Path> freeBytes, Path store, Path work) {
        this.freeBytes = freeBytes;
        this.store = store;
        this.work = work;
    }

    /// Asks the system.
    static FreeSpace of(Path store, Path work) {
        return new FreeSpace(folder -> folder.toFile().getUsableSpace(), store, work);
    }

    /// What lively footage would take: pictures and sound.
    static long estimatedBytes(ExportPlan plan) {
        double pixels = (double) plan.size().width() * plan.size().height() * plan.frameCount();
        double steps = (CRF_OF_LIVELY_BITS - plan.project().output().crf()) / CRF_STEPS_TO_HALF;
        return (long) (pixels * LIVELY_BITS * Math.pow(2, steps) / 8) + soundBytes(plan);
    }

    /// Bytes of the sound track.
    static long soundBytes(ExportPlan plan) {
        return plan.project().output().audio()
                ? plan.duration().ceil() * plan.project().output().audioBitrateBps() / 8
                : 0;
    }

    /// Before anything is made.
    ///
    /// @param bytes what lively footage would take
    /// @return what is to be said about it
    /// @throws com.autoclipr.failure.FailureException DISK_FULL if not even a still picture would
    ///   find room
    Optional<Decision> before(long bytes) {
        return check(LEAST_BYTES + bytes / STILL_FACTOR, bytes, bytes);
    }

    /// While chunks are made.
    ///
    /// @param chunkBytes that are still to come, as far as one can tell
    /// @param outputBytes of the whole output, as far as one can tell
    /// @return what is to be said about it
    /// @throws com.autoclipr.failure.FailureException DISK_FULL if it will not end well
    Optional<Decision> during(long chunkBytes, long outputBytes) {
        return check(outputBytes / CALMER_FACTOR, chunkBytes, outputBytes);
    }

    private Optional<Decision> check(long leastOutput, long chunkBytes, long outputBytes) {
        require(store, Math.min(leastOutput, chunkBytes / CALMER_FACTOR + LEAST_BYTES));
        require(work, leastOutput);
        return low(store, chunkBytes).or(() -> low(work, outputBytes));
    }

    private void require(Path folder, long bytes) {
        long free = freeBytes.applyAsLong(folder);
        if (free > 0 && free < bytes) {
            throw Failure.of(
                            FailureKind.DISK_FULL,
                            "path",
                            folder.toString(),
                            "needed",
                            Long.toString(bytes),
                            "free",
                            Long.toString(free))
                    .asException();
        }
    }

    private Optional<Decision> low(Path folder, long bytes) {
        long free = freeBytes.applyAsLong(folder);
        return free > 0 && free < bytes
                ? Optional.of(
                        Decision.of(
                                DecisionKind.SPACE_LOW,
                                "path",
                                folder.toString(),
                                "needed",
                                Long.toString(bytes),
                                "free",
                                Long.toString(free)))
                : Optional.empty();
    }
}
