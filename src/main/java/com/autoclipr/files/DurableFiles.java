package com.autoclipr.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// The file operations that make finished work survive a power cut. Only what was synced is
/// guaranteed to be on disk afterwards: a file's content by [#write] or [#sync], its name by
/// [#syncFolder]. Anything else may be lost, in any combination.
///
/// Safe for concurrent use by threads and processes, as the file system is.
public interface DurableFiles {
    /// Writes the content of a file.
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Creates `folder` if it does not exist, accessible to this user only. Its parent must exist.
    void createFolder(Path folder) throws IOException;

    /// Creates `file`, which must not exist, and waits until its content is on disk.
    void write(Path file, Content content) throws IOException;

    /// Waits until the content of a file that another process wrote is on disk.
    void sync(Path file) throws IOException;

    /// Renames a file atomically within a file system, replacing the target if it exists.
    void rename(Path from, Path to) throws IOException;

    /// Waits until entries created, renamed or deleted directly in `folder` are on disk.
    void syncFolder(Path folder) throws IOException;

    /// Deletes a file or an empty folder if it exists.
    void delete(Path file) throws IOException;

    /// Creates `folder` and its missing parents; they are on disk when this returns.
    default void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            createFolders(parent);
        }
        createFolder(folder);
        if (parent != null) {
            syncFolder(parent);
        }
    }

    /// Deletes `folder` with its content if it exists. Other processes may delete it concurrently.
    /// Links are deleted, not followed.
    default void deleteFolder(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        return unlessGone(e);
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path inside, @Nullable IOException e)
                            throws IOException {
                        if (e != null) {
                            return unlessGone(e);
                        }
                        delete(inside);
                        return FileVisitResult.CONTINUE;
                    }

                    private static FileVisitResult unlessGone(IOException e) throws IOException {
                        if (e instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }
                });
    }
}
