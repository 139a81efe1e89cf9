package com.autoclipr.export.prepare;

import com.autoclipr.files.FileFailures;
import com.autoclipr.files.Sha256;
import com.autoclipr.files.WholeReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/// SHA-256 of a file.
public final class FileDigest {
    private static final int BLOCK_BYTES = 1 << 18;

    private FileDigest() {}

    /// The digest in hexadecimal.
    ///
    /// @param alive called between blocks; throws to abort
    /// @throws FailureException FILE_MISSING if it cannot be read; thrown by `alive`
    public static String sha256(Path file, Runnable alive) {
        WholeReading.require(file);
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = Sha256.start();
            byte[] block = new byte[BLOCK_BYTES];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                alive.run();
                digest.update(block, 0, n);
            }
            return Sha256.hex(digest);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    /// The size of the file in bytes.
    ///
    /// @throws FailureException FILE_MISSING if it cannot be read
    public static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }
}
