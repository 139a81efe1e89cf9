package com.autoclipr.export.journal;

import com.autoclipr.export.job.EventJson;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.StampedEvent;
import com.autoclipr.files.DurableFiles;
import com.autoclipr.files.SystemFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the journal of one export: `ID/journal.jsonl`, append-only, one event per line. It begins
/// with the request; an export that is refused earlier leaves none. If the process dies, no line is
/// lost; after a power cut, at least everything up to the last state change is there.
///
/// A journal that cannot be written does not fail the export; that is logged once. Owns the file.
/// Not thread-safe.
public final class ExportJournal implements Consumer<StampedEvent>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExportJournal.class);

    /// Minimum interval between frame counts, which are far more frequent than useful later.
    private static final Duration BETWEEN_FRAMES = Duration.ofSeconds(1);

    private final ExportHistory history;
    private final DurableFiles files;
    private final EventJson json = new EventJson();
    private @Nullable FileChannel channel;
    private Instant framesAt = Instant.MIN;

    /// @param history where the journal is kept
    public ExportJournal(ExportHistory history) {
        this(history, new SystemFiles());
    }

    public ExportJournal(ExportHistory history, DurableFiles files) {
        this.history = history;
        this.files = files;
    }

    @Override
    public void accept(StampedEvent stamped) {
        try {
            if (stamped.event() instanceof ExportEvent.Requested) {
                open(stamped);
                return;
            }
            FileChannel open = channel;
            if (open != null && isKept(stamped)) {
                append(open, stamped);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the export continues without its journal: {}", e.toString());
            close();
        }
    }

    /// The first line is on disk when this returns, under its final name.
    private void open(StampedEvent stamped) throws IOException {
        history.makeRoom(files);
        Path folder = history.folderOf(stamped.export());
        files.createFolders(folder);
        Path file = ExportHistory.journalIn(folder);
        files.write(file, out -> out.write(line(stamped)));
        files.syncFolder(folder);
        channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private byte[] line(StampedEvent stamped) {
        return (json.write(stamped) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private boolean isKept(StampedEvent stamped) {
        if (!(stamped.event() instanceof ExportEvent.FramesDone frames)) {
            return true;
        }
        boolean due =
                frames.done() == frames.total()
                        || stamped.at().isAfter(framesAt.plus(BETWEEN_FRAMES));
        if (due) {
            framesAt = stamped.at();
        }
        return due;
    }

    private void append(FileChannel open, StampedEvent stamped) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(line(stamped));
        while (line.hasRemaining()) {
            open.write(line);
        }
        if (stamped.event() instanceof ExportEvent.StateChanged) {
            open.force(false);
        }
    }

    @Override
    public void close() {
        FileChannel open = channel;
        channel = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            LOG.warn("the journal could not be closed: {}", e.toString());
        }
    }
}
