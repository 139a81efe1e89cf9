package com.autoclipr.worker;

import com.autoclipr.media.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Makes folders that only this user can write to: native libraries are loaded from there, and
/// whoever can write there can run code as this user.
final class PrivateFolder {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    private PrivateFolder() {}

    /// Makes `folder` if it does not exist.
    ///
    /// @throws com.autoclipr.failure.FailureException NOT_WRITABLE, also if somebody else can write
    ///   to it
    static void make(Path folder) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes =
                posix
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                        : new FileAttribute<?>[0];
        try {
            Files.createDirectories(folder, attributes);
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

    /// Its owner is who owns a file that this process makes now.
    private static boolean isOwn(Path folder) throws IOException {
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
