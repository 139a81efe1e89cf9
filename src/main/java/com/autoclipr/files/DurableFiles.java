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

/// The few operations on which it stands that finished work survives a power cut. What is on disk
/// after one is only what was synced: content of a file by [#write] or [#sync], names by
/// [#syncFolder]. Anything else may be there or not, in any combination.
///
/// Safe for several threads and processes, as the file system is.
public interface DurableFiles {
    /// Writes what a file holds.
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Makes `folder` if it does not exist, for this user only. Its parent exists.
    void createFolder(Path folder) throws IOException;

    /// Creates `file`, which does not exist yet, and waits until its content is on disk.
    void write(Path file, Content content) throws IOException;

    /// Waits until the content of a file that somebody else wrote is on disk.
    void sync(Path file) throws IOException;

    /// Gives a file another name on the same file system, atomically, in place of whatever file has
    /// that name.
    void rename(Path from, Path to) throws IOException;

    /// Waits until what was created, renamed or deleted directly in `folder` is on disk.
    void syncFolder(Path folder) throws IOException;

    /// Deletes a file, or a folder that is empty, if it is there.
    void delete(Path file) throws IOException;

    /// Makes `folder` and those above it that do not exist; they are on disk when this returns.
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

    /// Deletes `folder` and what is in it, if it is there. Somebody else may do the same meanwhile.
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
