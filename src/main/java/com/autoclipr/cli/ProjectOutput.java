package com.autoclipr.cli;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.FileFailures;
import com.autoclipr.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A project file that is to be written.
///
/// @param file absolute
record ProjectOutput(Path file) {
    /// Looks whether `file` may be written, before any work.
    ///
    /// @throws FailureException DESTINATION_REFUSED
    static ProjectOutput prepare(Path file, boolean overwrite) {
        Path whole = file.toAbsolutePath().normalize();
        if (Files.isDirectory(whole)) {
            throw refused(whole, "is-folder");
        }
        if (!Files.isDirectory(folderOf(whole))) {
            throw refused(whole, "folder-missing");
        }
        if (Files.exists(whole) && !overwrite) {
            throw refused(whole, "exists");
        }
        return new ProjectOutput(whole);
    }

    private static FailureException refused(Path file, String reason) {
        return Failure.of(FailureKind.DESTINATION_REFUSED)
                .with(Fact.FILE, file.toString())
                .with(Fact.REASON, reason)
                .asException();
    }

    private static Path folderOf(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(file);
    }

    /// The folder of the file.
    Path folder() {
        return folderOf(file);
    }

    /// Writes the file, whole or not at all.
    void write(String json) {
        try {
            WholeFile.write(file, (json + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }
}
