package com.autoclipr.export.store;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// An export's lease of a [FolderChunkStore]. Owns its marker among the running exports.
final class FolderLease implements ChunkLease {
    private final FolderChunkStore store;
    private final RunningExports.Running running;

    FolderLease(FolderChunkStore store, RunningExports.Running running) {
        this.store = store;
        this.running = running;
    }

    @Override
    public Optional<Path> find(String key) {
        return store.find(key);
    }

    @Override
    public Path folder() {
        return running.folder();
    }

    @Override
    public Path stage(String key) {
        store.keep(running);
        return running.folder().resolve(key + "-" + UUID.randomUUID());
    }

    @Override
    public Path put(String key, Path staged) {
        store.keep(running);
        try {
            return store.put(key, staged);
        } catch (IOException e) {
            if (!Files.exists(staged)) {
                throw new FailureException(
                        Failure.of(FailureKind.STORED_FILE_CORRUPT)
                                .with(Fact.FILE, staged.toString())
                                .with(Fact.DETAIL, e.toString()),
                        e);
            }
            throw FileFailures.writing(staged, e);
        }
    }

    @Override
    public void discard(String key) {
        store.discard(key);
    }

    @Override
    public boolean makeRoom() {
        return store.makeRoom();
    }

    @Override
    public boolean leaveStore() {
        return false; // there is no alternative
    }

    @Override
    public void close() {
        running.close();
        store.trim();
    }
}
