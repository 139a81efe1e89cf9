package com.autoclipr.export.journal;

import com.autoclipr.export.job.EventJson;
import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportJob;
import com.autoclipr.export.job.StampedEvent;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads one journal, whatever state a crash left it in. Lines that are torn or damaged are skipped
/// and counted; a journal of another version of the format is skipped as a whole.
final class JournalReader {
    private static final int LONGEST_LINE = 1 << 20;

    private final ExportId id;
    private final EventJson json = new EventJson();
    private @Nullable ExportJob job;
    private int unreadLines;
    private boolean otherVersion;

    JournalReader(ExportId id) {
        this.id = id;
    }

    /// Whether the journal that was read is of another version of the format.
    boolean isOfAnotherVersion() {
        return otherVersion;
    }

    /// @return empty if the journal is of another version or its first line, the request, is lost
    Optional<PastExport> read(Path folder) throws IOException {
        Path file = ExportHistory.journalIn(folder);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        long tornBytes = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0 && !otherVersion; next = in.read()) {
                if (next == '\n') {
                    take(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else if (line.size() < LONGEST_LINE) {
                    line.write(next);
                }
            }
            tornBytes = line.size();
        }
        ExportJob read = job;
        if (otherVersion || read == null || read.request().isEmpty()) {
            return Optional.empty();
        }
        boolean lives = read.request().get().process().stillRuns();
        return Optional.of(
                new PastExport(read, lives, tornBytes, unreadLines, folder, Optional.empty()));
    }

    private void take(String line) {
        if (job == null && json.isOfAnotherVersion(line)) {
            otherVersion = true;
            return;
        }
        try {
            StampedEvent stamped = json.read(line);
            ExportJob before = job;
            job = (before == null ? ExportJob.queued(id, stamped.at()) : before).after(stamped);
        } catch (JacksonException
                | DateTimeException
                | IllegalArgumentException
                | IllegalStateException e) {
            unreadLines++;
        }
    }
}
