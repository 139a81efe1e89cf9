package com.autoclipr.files;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Folders that only this user can read or write.
public final class OwnerOnly {
    private OwnerOnly() {}

    /// File attributes to create `folder` with; none if the file system has no POSIX permissions.
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
