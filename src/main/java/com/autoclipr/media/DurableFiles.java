package com.autoclipr.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /// Deletes a file if it is there.
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
}
