package com.autoclipr.export;

import com.autoclipr.worker.FileFailures;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// A [ChunkStore] in a folder: `ab/abcdef….chunk`, each file written elsewhere and moved in whole.
public final class FolderChunkStore implements ChunkStore {
    /// Most bytes kept, unless said otherwise.
    public static final long DEFAULT_MAX_BYTES = 10L << 30;

    private static final String SUFFIX = ".chunk";

    private final Path folder;
    private final AtomicLong nextStage = new AtomicLong();

    /// @param folder made if it does not exist
    public FolderChunkStore(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("staged"));
        } catch (IOException e) {
            throw FileFailures.writing(folder, e);
        }
    }

    @Override
    public Optional<Path> find(String key) {
        Path file = fileOf(key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            // The time of last use, for trimming: the file's content never changes.
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // Another process may have trimmed it just now, or the folder is read-only: then it is
            // as it is.
            return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        }
        return Optional.of(file);
    }

    @Override
    public Path stage(String key) {
        return folder.resolve("staged")
                .resolve(
                        key
                                + "-"
                                + ProcessHandle.current().pid()
                                + "-"
                                + nextStage.getAndIncrement());
    }

    @Override
    public Path put(String key, Path staged) {
        Path file = fileOf(key);
        try {
            Files.createDirectories(file.resolveSibling("."));
            if (Files.isRegularFile(file)) {
                Files.deleteIfExists(staged);
                return file;
            }
            Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            return file; // another process was first, with the same bytes
        } catch (AtomicMoveNotSupportedException e) {
            throw new IllegalStateException("the store's folder spans file systems: " + folder, e);
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
        return file;
    }

    @Override
    public void discard(String key) {
        try {
            Files.deleteIfExists(fileOf(key));
        } catch (IOException e) {
            throw FileFailures.writing(fileOf(key), e);
        }
    }

    /// Deletes the files used longest ago until the rest takes at most `maxBytes`.
    public void trim(long maxBytes) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> oldestFirst =
                    all.filter(path -> path.toString().endsWith(SUFFIX))
                            .sorted(Comparator.comparingLong(FolderChunkStore::usedAtMs))
                            .toList();
            long bytes = oldestFirst.stream().mapToLong(FolderChunkStore::sizeOf).sum();
            for (Path file : oldestFirst) {
                if (bytes <= maxBytes) {
                    return;
                }
                bytes -= sizeOf(file);
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw FileFailures.writing(folder, e);
        }
    }

    private static long usedAtMs(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0; // gone meanwhile
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // gone meanwhile
        }
    }

    private Path fileOf(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key + SUFFIX);
    }
}
