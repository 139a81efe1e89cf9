package com.autoclipr.export.output;

import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.plan.ExportPlan;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Looks whether chunks and output will find room: before the work by a rule of thumb, later by
/// what the first chunks took. Refuses only what cannot be, and only after the store has made room
/// on its disk; says early what may be. Safe for several threads.
public final class FreeSpace {
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

    private final Disks disks;
    private final Path store;
    private final Path work;
    private final BooleanSupplier makeRoom;

    /// What the disk of a folder has left.
    ///
    /// @param disk the same for all folders on it
    /// @param freeBytes that may still be written to it
    record Left(Object disk, long freeBytes) {}

    /// Where folders lie.
    interface Disks {
        /// @return nothing where nobody knows
        Optional<Left> below(Path folder);
    }

    /// A folder on whose disk there is too little.
    private record Lack(Path folder, long neededBytes, long freeBytes) {}

    /// @param store folder that chunks go to
    /// @param work folder that the output is made in
    /// @param makeRoom throws out of the store what nobody needs; says whether something went
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
            return Optional.empty(); // deleted meanwhile
        }
    }

    /// Two folders of one disk may be mounted in different places.
    private static Object number(Path folder) throws IOException {
        return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(folder, "unix:dev")
                : Files.getFileStore(folder);
    }

    /// What lively footage would take: pictures and sound.
    public static long estimatedBytes(ExportPlan plan) {
        double pixels = (double) plan.size().width() * plan.size().height() * plan.frameCount();
        double steps = (CRF_OF_LIVELY_BITS - plan.project().output().crf()) / CRF_STEPS_TO_HALF;
        return (long) (pixels * LIVELY_BITS * Math.pow(2, steps) / 8) + soundBytes(plan);
    }

    /// Bytes of the audio track.
    public static long soundBytes(ExportPlan plan) {
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
    public Optional<Decision> before(long bytes) {
        return check(LEAST_BYTES + bytes / STILL_FACTOR, bytes, bytes);
    }

    /// While chunks are made.
    ///
    /// @param chunkBytes that are still to come, as far as can be known
    /// @param outputBytes of the whole output, as far as can be known
    /// @return what is to be said about it
    /// @throws com.autoclipr.failure.FailureException DISK_FULL if it will not end well
    public Optional<Decision> during(long chunkBytes, long outputBytes) {
        return check(outputBytes / CALMER_FACTOR, chunkBytes, outputBytes);
    }

    /// After the disk was found full while the output was made.
    ///
    /// @return whether there may be more room now
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
            throw Failure.of(FailureKind.DISK_FULL, facts(lack.get())).asException();
        }
        return (onOneDisk()
                        ? lack(work, chunkBytes + outputBytes)
                        : lack(store, chunkBytes).or(() -> lack(work, outputBytes)))
                .map(low -> Decision.of(DecisionKind.DISK_SPACE_LOW, facts(low)));
    }

    /// What must be there on one disk for both is reserved once.
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

    private static String[] facts(Lack lack) {
        return new String[] {
            "path",
            lack.folder.toString(),
            "needed",
            Long.toString(lack.neededBytes),
            "free",
            Long.toString(lack.freeBytes)
        };
    }
}
