package com.autoclipr.export;

import com.autoclipr.export.output.SizeLimit;
import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.plan.Chunk;
import com.autoclipr.plan.ExportPlan;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.JobResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Muxes stored chunks and audio into one file. What turns out to be corrupt or missing is encoded
/// again; on a full disk the store makes room.
final class Assembly {
    private static final int MOST_ATTEMPTS = 3;
    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

    private final ExportPlan plan;
    private final ChunkLease store;
    private final Worker worker;
    private final Making missing;
    private final BooleanSupplier makeRoom;

    /// Muxes the file.
    interface Worker {
        JobResult.Assembled assemble(Job.Assemble job) throws InterruptedException;
    }

    /// Encodes what is missing in the store.
    interface Making {
        void run() throws InterruptedException;
    }

    /// @param makeRoom frees space on the disk of the output; returns whether there may be more now
    Assembly(
            ExportPlan plan,
            ChunkLease store,
            Worker worker,
            Making missing,
            BooleanSupplier makeRoom) {
        this.plan = plan;
        this.store = store;
        this.worker = worker;
        this.missing = missing;
        this.makeRoom = makeRoom;
    }

    /// @return the [com.autoclipr.media.encoded.PacketDigest] of the muxed chunks
    /// @throws FailureException OUTPUT_TOO_LARGE; STORED_FILE_CORRUPT or DISK_FULL if retries fail
    ///   too; failures of workers
    String into(Path finished) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Map<Path, String> keys = new LinkedHashMap<>();
            try {
                JobResult.Assembled assembled = assemble(keys, finished);
                requireSize(assembled);
                return assembled.packets();
            } catch (FailureException e) {
                if (attempt == MOST_ATTEMPTS || !mended(e.failure(), keys)) {
                    throw e;
                }
            }
        }
    }

    /// @return whether a retry makes sense
    private boolean mended(Failure failure, Map<Path, String> keys) throws InterruptedException {
        if (failure.kind() == FailureKind.DISK_FULL) {
            return makeRoom.getAsBoolean();
        }
        if (failure.kind() != FailureKind.STORED_FILE_CORRUPT) {
            return false;
        }
        LOG.warn("a stored file is encoded again: {}", failure.facts());
        discard(keys, failure.fact(Fact.FILE));
        missing.run();
        return true;
    }

    private void discard(Map<Path, String> keys, String damaged) {
        keys.forEach(
                (file, key) -> {
                    if (file.toString().equals(damaged)) {
                        store.discard(key);
                    }
                });
    }

    /// @param keys receives the key of each file
    private JobResult.Assembled assemble(Map<Path, String> keys, Path finished)
            throws InterruptedException {
        List<Job.ChunkFile> chunks = new ArrayList<>();
        for (Chunk chunk : plan.chunks()) {
            Path file = file(chunk.key());
            keys.put(file, chunk.key());
            chunks.add(new Job.ChunkFile(file, chunk.frames().first()));
        }
        Optional<Path> audio = Optional.empty();
        if (plan.project().output().audio()) {
            Path file = file(plan.audioKey());
            keys.put(file, plan.audioKey());
            audio = Optional.of(file);
        }
        return worker.assemble(new Job.Assemble(chunks, audio, finished));
    }

    private Path file(String key) {
        return store.find(key)
                .orElseThrow(
                        () ->
                                Failure.of(FailureKind.STORED_FILE_CORRUPT)
                                        .with(Fact.DETAIL, "gone from the chunk store: " + key)
                                        .asException());
    }

    private static void requireSize(JobResult.Assembled assembled) {
        if (assembled.bytes() > SizeLimit.MOST_BYTES) {
            throw Failure.of(FailureKind.OUTPUT_TOO_LARGE)
                    .with(Fact.LIMIT, Long.toString(SizeLimit.MOST_BYTES))
                    .with(Fact.ACTUAL, Long.toString(assembled.bytes()))
                    .asException();
        }
    }
}
