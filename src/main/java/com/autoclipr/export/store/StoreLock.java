package com.autoclipr.export.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The lock of a store, held briefly: while an export registers its keys, and during eviction. The
/// system releases it when the process dies.
///
/// A process that cannot get it in time continues without it. That never causes a wrong byte, only
/// an entry that has to be encoded again.
final class StoreLock {
    private static final long PAUSE_MS = 10;

    private final Path file;
    private final long timeoutMs;
    private final ReentrantLock inProcess = new ReentrantLock();

    /// @param file created if it does not exist; its folder must exist
    StoreLock(Path file, long timeoutMs) {
        this.file = file;
        this.timeoutMs = timeoutMs;
    }

    /// The lock while it is held. Closing releases it.
    final class Held implements AutoCloseable {
        private final FileChannel channel;

        private Held(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void close() throws IOException {
            try {
                channel.close(); // releases the lock
            } finally {
                inProcess.unlock();
            }
        }
    }

    /// Acquires the lock, waiting for a limited time.
    ///
    /// @return null if it was not available in time
    @Nullable Held await() throws IOException {
        return take(timeoutMs);
    }

    /// Acquires the lock if it is free.
    @Nullable Held tryNow() throws IOException {
        return take(0);
    }

    private @Nullable Held take(long waitMs) throws IOException {
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMs);
        try {
            if (!inProcess.tryLock(waitMs, TimeUnit.MILLISECONDS)) {
                return null;
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        Held held = null;
        try {
            held = takeFromOthers(deadlineNs);
            return held;
        } finally {
            if (held == null) {
                inProcess.unlock();
            }
        }
    }

    private @Nullable Held takeFromOthers(long deadlineNs) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = lock(channel) != null;
            while (!taken && System.nanoTime() < deadlineNs) {
                Thread.sleep(PAUSE_MS);
                taken = lock(channel) != null;
            }
            return taken ? new Held(channel) : null;
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another instance in this process for the same folder
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while waiting for the chunk store");
    }
}
