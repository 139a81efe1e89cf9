package com.autoclipr.export.output;

import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.plan.ExportPlan;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Checks that there is space for chunks and output: before the work by an estimate, later by the
/// size of the first chunks. Refuses only what cannot fit, after the store has made room on its
/// disk; warns early of what may not fit. Thread-safe.
public final class FreeSpace {
    /// Minimum free space to start.
    static final long LEAST_BYTES = 16L << 20;

    /// Bits per pixel of complex footage at crf 23; six steps halve it.
    private static final double LIVELY_BITS = 0.1;

    private static final double CRF_OF_LIVELY_BITS = 23;
    private static final double CRF_STEPS_TO_HALF = 6;

    /// Complex footage takes at least this many times the space of a still image.
    private static final int STILL_FACTOR = 50;

    /// The rest may turn out to be simpler than what was encoded.
    private static final int CALMER_FACTOR = 2;

    private final Disks disks;
    private final Path store;
    private final Path work;
    private final BooleanSupplier makeRoom;

    /// Free space on the disk of a folder.
    ///
    /// @param disk identifies the disk
    /// @param freeBytes available to this user
    record Left(Object disk, long freeBytes) {}

    /// Looks up the disk of a folder.
    interface Disks {
        /// @return empty if unknown
        Optional<Left> below(Path folder);
    }

    /// A folder whose disk has too little space.
    private record Lack(Path folder, long neededBytes, long freeBytes) {
        Failure failure() {
            return Failure.of(FailureKind.DISK_FULL)
                    .with(Fact.PATH, folder.toString())
                    .with(Fact.NEEDED, Long.toString(neededBytes))
                    .with(Fact.FREE, Long.toString(freeBytes));
        }

        Decision decision() {
            return Decision.of(DecisionKind.DISK_SPACE_LOW)
                    .with(Fact.PATH, folder.toString())
                    .with(Fact.NEEDED, Long.toString(neededBytes))
                    .with(Fact.FREE, Long.toString(freeBytes));
        }
    }

    /// @param store folder of the chunks
    /// @param work folder of the output
    /// @param makeRoom evicts unneeded entries of the store; returns whether it freed anything
    FreeSpace(Disks disks, Path store, Path work, BooleanSupplier makeRoom) {
        this.disks = disks;
        this.store = store;
        this.work = work;
        this.makeRoom = makeRoom;
    }

    /// Asks the system.
    public static FreeSpace of(ChunkLease store, Path work) {
        return new FreeSpace(FreeSpace::left, store.folder(), work, store::makeRoom);
    }

    private static Optional<Left> left(Path folder) {
        try {
            FileStore disk = Files.getFileStore(folder);
            return disk.getTotalSpace() > 0
                    ? Optional.of(new Left(number(folder), disk.getUsableSpace()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // just deleted
        }
    }

    /// Folders on one disk may be mounted at different places.
    private static Object number(Path folder) throws IOException {
        return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(folder, "unix:dev")
                : Files.getFileStore(folder);
    }

    /// Estimated bytes of the output for complex footage.
    public static long estimatedBytes(ExportPlan plan) {
        double pixels = (double) plan.size().width() * plan.size().height() * plan.frameCount();
        double steps = (CRF_OF_LIVELY_BITS - plan.project().output().crf()) / CRF_STEPS_TO_HALF;
        return (long) (pixels * LIVELY_BITS * Math.pow(2, steps) / 8) + audioBytes(plan);
    }

    /// Bytes of the audio track.
    public static long audioBytes(ExportPlan plan) {
        return plan.project().output().audio()
                ? plan.duration().ceil() * plan.project().output().audioBitrateBps() / 8
                : 0;
    }

    /// Check before the work begins.
    ///
    /// @param bytes estimate for complex footage
    /// @return the warning, if there is one
    /// @throws com.autoclipr.failure.FailureException DISK_FULL if not even a still image would fit
    public Optional<Decision> before(long bytes) {
        return check(LEAST_BYTES + bytes / STILL_FACTOR, bytes, bytes);
    }

    /// Check while chunks are encoded.
    ///
    /// @param chunkBytes estimated bytes of the remaining chunks
    /// @param outputBytes estimated bytes of the output
    /// @return the warning, if there is one
    /// @throws com.autoclipr.failure.FailureException DISK_FULL if it cannot fit
    public Optional<Decision> during(long chunkBytes, long outputBytes) {
        return check(outputBytes / CALMER_FACTOR, chunkBytes, outputBytes);
    }

    /// Makes room after the disk became full while writing the output.
    ///
    /// @return whether there may be more space now
    public boolean makeRoomForOutput() {
        return onOneDisk() && makeRoom.getAsBoolean();
    }

    private Optional<Decision> check(long leastOutput, long chunkBytes, long outputBytes) {
        long leastChunks = Math.min(leastOutput, chunkBytes / CALMER_FACTOR + LEAST_BYTES);
        Optional<Lack> lack = least(leastChunks, leastOutput);
        boolean theStoreMayHelp = lack.isPresent() && isOnStoresDisk(lack.get().folder);
        if (theStoreMayHelp && makeRoom.getAsBoolean()) {
            lack = least(leastChunks, leastOutput);
        }
        if (lack.isPresent()) {
            throw lack.get().failure().asException();
        }
        return (onOneDisk()
                        ? lack(work, chunkBytes + outputBytes)
                        : lack(store, chunkBytes).or(() -> lack(work, outputBytes)))
                .map(Lack::decision);
    }

    /// On a shared disk the reserve counts once.
    private Optional<Lack> least(long chunkBytes, long outputBytes) {
        return onOneDisk()
                ? lack(work, outputBytes + Math.max(0, chunkBytes - LEAST_BYTES))
                : lack(store, chunkBytes).or(() -> lack(work, outputBytes));
    }

    private Optional<Lack> lack(Path folder, long bytes) {
        return disks.below(folder)
                .filter(left -> left.freeBytes < bytes)
                .map(left -> new Lack(folder, bytes, left.freeBytes));
    }

    private boolean onOneDisk() {
        return isOnStoresDisk(work);
    }

    private boolean isOnStoresDisk(Path folder) {
        Optional<Object> disk = disks.below(folder).map(Left::disk);
        return disk.isPresent() && disk.equals(disks.below(store).map(Left::disk));
    }
}
