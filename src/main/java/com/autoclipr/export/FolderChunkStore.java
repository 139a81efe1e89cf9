package com.autoclipr.export;

import com.autoclipr.media.FileFailures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A [ChunkStore] in a folder: `ab/abcdef….chunk`, each file written elsewhere and moved in whole.
public final class FolderChunkStore implements ChunkStore {
    /// Most bytes kept, unless said otherwise.
    public static final long DEFAULT_MAX_BYTES = 10L << 30;

    private static final String SUFFIX = ".chunk";
    private static final String STAGED = "staged";
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(FolderChunkStore.class);

    private final Path folder;

    /// @param folder made if it does not exist
    public FolderChunkStore(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve(STAGED));
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
        return folder.resolve(STAGED).resolve(key + "-" + UUID.randomUUID());
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
    public void putNotes(String key, String notes) {
        Path staged = stage(key);
        try {
            Path file = fileOf(key);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(staged, notes);
            Files.move(staged, notesOf(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileFailures.writing(staged, e);
        }
    }

    @Override
    public Optional<String> notes(String key) {
        try {
            return Optional.of(Files.readString(notesOf(fileOf(key))));
        } catch (IOException e) {
            return Optional.empty(); // none, or thrown out meanwhile
        }
    }

    private static Path notesOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".notes");
    }

    @Override
    public void discard(String key) {
        try {
            Files.deleteIfExists(fileOf(key));
        } catch (IOException e) {
            throw FileFailures.writing(fileOf(key), e);
        }
    }

    /// Deletes the files used longest ago until the rest takes at most `maxBytes`, and what killed
    /// exports left half-made. Other processes may do the same at the same time.
    public void trim(long maxBytes) {
        try {
            deleteAbandoned();
            List<Path> oldestFirst =
                    files(folder, 2).stream()
                            .filter(path -> path.toString().endsWith(SUFFIX))
                            .sorted(Comparator.comparingLong(FolderChunkStore::usedAtMs))
                            .toList();
            long bytes = oldestFirst.stream().mapToLong(FolderChunkStore::sizeOf).sum();
            for (Path file : oldestFirst) {
                if (bytes <= maxBytes) {
                    return;
                }
                bytes -= sizeOf(file);
                Files.deleteIfExists(file);
                Files.deleteIfExists(notesOf(file));
            }
        } catch (IOException e) {
            // The export is done and in its place: a store that could not be trimmed is no reason
            // to fail it.
            LOG.warn("the chunk store {} could not be trimmed: {}", folder, e.toString());
        }
    }

    private void deleteAbandoned() throws IOException {
        long now = System.currentTimeMillis();
        for (Path file : files(folder.resolve(STAGED), 1)) {
            long usedAtMs = usedAtMs(file);
            if (usedAtMs > 0 && now - usedAtMs > ABANDONED.toMillis()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> files(Path folder, int depth) throws IOException {
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            return List.of(); // something vanished during the walk: the next export trims
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
