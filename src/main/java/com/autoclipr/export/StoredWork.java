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

/// Looks for finished work in the chunk store and takes only what is whole: a file whose digest,
/// key or frame count is wrong is thrown out, and its work is done again.
final class StoredWork {
    private static final Logger LOG = LoggerFactory.getLogger(StoredWork.class);

    private final ChunkLease store;

    /// A stored file that is whole.
    ///
    /// @param bytes of the file
    /// @param decisions what was adapted when it was made
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

    Optional<Found> sound(String key) {
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
            LOG.warn("stored file {} does not have what its key says; it is made again", key);
        } catch (FailureException e) {
            if (e.failure().kind() != FailureKind.STORED_FILE_CORRUPT) {
                throw e;
            }
            LOG.warn("stored file {} is damaged and is made again: {}", key, e.getMessage());
        }
        store.discard(key);
        return Optional.empty();
    }
}
