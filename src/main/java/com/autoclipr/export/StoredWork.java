package com.autoclipr.export;

import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.encoded.EncodedFile;
import com.autoclipr.plan.Chunk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks up finished work in the chunk store. A file with a wrong digest, key or frame count is
/// evicted, and its work is done again.
final class StoredWork {
    private static final Logger LOG = LoggerFactory.getLogger(StoredWork.class);

    private final ChunkLease store;

    /// An intact stored file.
    ///
    /// @param bytes of the file
    /// @param decisions made while it was encoded
    record Found(Path file, long bytes, List<Decision> decisions) {}

    StoredWork(ChunkLease store) {
        this.store = store;
    }

    Optional<Found> chunk(Chunk chunk) {
        return whole(
                chunk.key(),
                file ->
                        file.kind() == EncodedFile.Kind.VIDEO
                                && file.packets() == chunk.frames().count());
    }

    Optional<Found> audio(String key) {
        return whole(key, file -> file.kind() == EncodedFile.Kind.AUDIO);
    }

    private Optional<Found> whole(String key, Predicate<EncodedFile> expected) {
        Optional<Path> found = store.find(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            EncodedFile file = EncodedFile.check(found.get());
            if (file.provenance().key().equals(key) && expected.test(file)) {
                return Optional.of(
                        new Found(found.get(), file.bytes(), file.provenance().decisions()));
            }
            LOG.warn("stored file {} does not match its key and is encoded again", key);
        } catch (FailureException e) {
            if (e.failure().kind() != FailureKind.STORED_FILE_CORRUPT) {
                throw e;
            }
            LOG.warn("stored file {} is corrupt and is encoded again: {}", key, e.getMessage());
        }
        store.discard(key);
        return Optional.empty();
    }
}
