package com.autoclipr.export;

import com.autoclipr.failure.FailureException;
import com.autoclipr.media.Decision;
import com.autoclipr.media.EncodedSoundFile;
import com.autoclipr.media.EncodedVideoFile;
import com.autoclipr.plan.Chunk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for finished work in the chunk store and takes only what is whole: a file whose digest or
/// frame count is wrong is thrown out, and its work is done again.
final class StoredWork {
    private static final Logger LOG = LoggerFactory.getLogger(StoredWork.class);

    private final ChunkStore store;

    StoredWork(ChunkStore store) {
        this.store = store;
    }

    Optional<Path> chunk(Chunk chunk) {
        return whole(
                chunk.key(),
                file -> EncodedVideoFile.read(file).packets().size() == chunk.frames().count());
    }

    Optional<Path> sound(String key) {
        return whole(key, file -> EncodedSoundFile.read(file).samples() >= 0);
    }

    /// What was adapted when the work with this key was done.
    List<Decision> decisions(String key) {
        return store.notes(key).map(StoredDecisions::read).orElse(List.of());
    }

    private Optional<Path> whole(String key, Predicate<Path> check) {
        Optional<Path> found = store.find(key);
        if (found.isEmpty()) {
            return found;
        }
        try {
            if (check.test(found.get())) {
                return found;
            }
            LOG.warn("stored file {} does not have what its key says; it is made again", key);
        } catch (FailureException e) {
            LOG.warn("stored file {} is damaged and is made again: {}", key, e.getMessage());
        }
        store.discard(key);
        return Optional.empty();
    }
}
