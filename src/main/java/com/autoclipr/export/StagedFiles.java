package com.autoclipr.export;

import com.autoclipr.worker.JobResult;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Clears away what a worker that was ended had begun to write.
final class StagedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(StagedFiles.class);
    private static final long DYING_MS = 1000;

    private StagedFiles() {}

    /// Removes `staged` and everything beside it whose name begins with its name (half-written
    /// files carry an ending of their own). Whatever cannot be removed stays for the store's own
    /// cleaning.
    static void remove(Path staged) {
        Path folder = staged.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> own =
                Files.newDirectoryStream(folder, staged.getFileName() + "*")) {
            for (Path file : own) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.debug("{} was not cleared away: {}", staged, e.toString());
        }
    }

    /// The same once the worker that may still write there has ended, which completes its answer.
    static void removeLater(CompletableFuture<JobResult> answer, Path staged) {
        try {
            answer.get(DYING_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.trace("{} was left by its worker: {}", staged, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        remove(staged);
    }
}
