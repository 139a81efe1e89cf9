package com.autoclipr.export.output;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.DurableFiles;
import com.autoclipr.files.FileFailures;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.files.UnexpectedErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The output file, and a work folder next to it (on the same file system, so that the final move
/// is atomic). The destination is untouched until [#accept(Path)]. Owns the work folder; [#close()]
/// removes it.
public final class Destination implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Destination.class);
    private static final long LOOK_MS = 50;

    private final Path file;
    private final boolean overwrite;
    private final WorkFolder work;
    private final DurableFiles files;

    private Destination(Path file, boolean overwrite, WorkFolder work, DurableFiles files) {
        this.file = file;
        this.overwrite = overwrite;
        this.work = work;
        this.files = files;
    }

    /// Checks that `destination` may be written and creates the work folder.
    ///
    /// @throws FailureException DESTINATION_REFUSED, also if another export to it is running;
    ///   NOT_WRITABLE or DISK_FULL
    public static Destination prepare(Path destination, boolean overwrite) {
        return prepare(destination, overwrite, new SystemFiles());
    }

    public static Destination prepare(Path destination, boolean overwrite, DurableFiles files) {
        Path file = destination.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused(file, "folder-missing");
        }
        if (Files.isDirectory(file)) {
            throw refused(file, "is-folder");
        }
        Path whole = behindLinks(file);
        if (Files.exists(whole) && !overwrite) {
            throw refused(file, "exists");
        }
        return new Destination(whole, overwrite, WorkFolder.beside(whole, files), files);
    }

    /// Resolves links, because a rename would replace the link itself. Devices and pipes are
    /// refused, because it would replace them too.
    private static Path behindLinks(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return file;
        }
        try {
            Path real = file.toRealPath();
            if (Files.isRegularFile(real)) {
                return real;
            }
        } catch (IOException e) {
            LOG.debug("{} is a broken link: {}", file, e.toString());
        }
        throw refused(file, "not-a-file");
    }

    private static FailureException refused(Path file, String reason) {
        return Failure.of(FailureKind.DESTINATION_REFUSED)
                .with(Fact.FILE, file.toString())
                .with(Fact.REASON, reason)
                .asException();
    }

    public Path file() {
        return file;
    }

    public Path workFolder() {
        return work.path();
    }

    /// Waits until the finished file is on disk, which may take long; a cancel interrupts it.
    /// [#accept(Path)] is fast after that.
    ///
    /// @param alive called repeatedly; throws to abort
    /// @throws FailureException DISK_FULL or NOT_WRITABLE; what `alive` throws
    public void settle(Path finished, Runnable alive) throws InterruptedException {
        FutureTask<Path> syncing =
                new FutureTask<>(
                        () -> {
                            files.sync(finished);
                            return finished;
                        });
        Thread.ofPlatform().daemon().name("sync").start(syncing);
        boolean settled = false;
        while (!settled) {
            alive.run();
            try {
                syncing.get(LOOK_MS, TimeUnit.MILLISECONDS);
                settled = true;
            } catch (TimeoutException e) {
                LOG.trace("syncing {}", finished);
            } catch (ExecutionException e) {
                throw asFailure(Objects.requireNonNullElse(e.getCause(), e));
            }
        }
    }

    private FailureException asFailure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException e
                ? FileFailures.writing(file, e)
                : UnexpectedErrors.asFailure(cause);
    }

    /// Moves the verified file into place, atomically and durably. Once it has its name, nothing
    /// fails any more.
    ///
    /// @throws FailureException DESTINATION_REFUSED, DISK_FULL or NOT_WRITABLE; the destination is
    ///   unchanged
    public void accept(Path finished) {
        try {
            if (Files.exists(file) && !overwrite) {
                throw refused(file, "exists");
            }
            files.sync(finished);
            files.rename(finished, file);
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
        try {
            files.syncFolder(file.resolveSibling(".").normalize());
        } catch (IOException e) {
            LOG.warn("the name {} may not survive a power cut: {}", file, e.toString());
        }
    }

    @Override
    public void close() {
        work.close();
    }
}
