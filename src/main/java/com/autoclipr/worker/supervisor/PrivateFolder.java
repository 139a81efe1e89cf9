package com.autoclipr.worker.supervisor;

import com.autoclipr.files.FileFailures;
import com.autoclipr.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/// Makes folders that only this user can write to: native libraries are loaded from there, and
/// whoever can write there can run code as this user.
final class PrivateFolder {
    private static final Path SELF = Path.of("/proc/self");

    private PrivateFolder() {}

    /// Makes `folder` if it does not exist.
    ///
    /// @throws com.autoclipr.failure.FailureException NOT_WRITABLE, also if somebody else can write
    ///   to it
    static void make(Path folder) {
        boolean posix = OwnerOnly.knowsUsers(folder);
        try {
            Files.createDirectories(folder, OwnerOnly.attributes(folder));
            if (posix && writableByOthers(folder)) {
                throw new IOException("others may write to it");
            }
            if (posix && !isOwn(folder)) {
                throw new IOException("it belongs to somebody else");
            }
        } catch (IOException e) {
            throw FileFailures.writing(folder, e);
        }
    }

    /// Its owner is this process's user: Linux tells who that is, also where nothing can be
    /// written; elsewhere it is who owns a file that this process makes now.
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
