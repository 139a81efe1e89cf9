package com.autoclipr.files;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Folders that nobody but this user can look into or write to.
public final class OwnerOnly {
    private OwnerOnly() {}

    /// What to make `folder` with: nothing where the file system knows no users.
    public static FileAttribute<?>[] attributes(Path folder) {
        return knowsUsers(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    public static boolean knowsUsers(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
