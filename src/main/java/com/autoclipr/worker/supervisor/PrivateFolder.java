package com.autoclipr.worker.supervisor;

import com.autoclipr.files.FileFailures;
import com.autoclipr.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/// Creates folders that only this user can write to: native libraries are loaded from them, so
/// write access means running code as this user.
final class PrivateFolder {
    private static final Path SELF = Path.of("/proc/self");

    private PrivateFolder() {}

    /// Creates `folder` if it does not exist.
    ///
    /// @throws com.autoclipr.failure.FailureException NOT_WRITABLE, also if another user can write
    ///   to it
    static void make(Path folder) {
        boolean posix = OwnerOnly.knowsUsers(folder);
        try {
            Files.createDirectories(folder, OwnerOnly.attributes(folder));
            if (posix && writableByOthers(folder)) {
                throw new IOException("other users can write to it");
            }
            if (posix && !isOwn(folder)) {
                throw new IOException("it belongs to another user");
            }
        } catch (IOException e) {
            throw FileFailures.writing(folder, e);
        }
    }

    /// Whether this process's user owns it. Linux reports the user even if nothing can be written;
    /// elsewhere it is the owner of a newly created file.
    private static boolean isOwn(Path folder) throws IOException {
        if (Files.exists(SELF)) {
            return Files.getOwner(SELF).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
        }
        Path probe = Files.createTempFile(folder, "owner", "");
        try {
            return Files.getOwner(probe).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static boolean writableByOthers(Path folder) throws IOException {
        Set<PosixFilePermission> permissions =
                Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
        return permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }
}
