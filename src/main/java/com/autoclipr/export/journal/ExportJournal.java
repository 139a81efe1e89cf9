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

/// Writes the journal of one export: `ID/journal.jsonl`, one event a line, only ever appended to.
/// Begins with the request; an export that is refused before that leaves none. Every line is on
/// disk as soon as the process dies; on a power cut, what came up to the last change of state is.
///
/// A journal that cannot be written is no reason to fail an export: that is said in the log, once.
/// Owns the file. Called by one thread at a time.
public final class ExportJournal implements Consumer<StampedEvent>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExportJournal.class);

    /// Frames are counted much more often than is worth reading later.
    private static final Duration BETWEEN_FRAMES = Duration.ofSeconds(1);

    private final ExportHistory history;
    private final DurableFiles files;
    private final EventJson json = new EventJson();
    private @Nullable FileChannel channel;
    private Instant framesAt = Instant.MIN;

    /// @param history where it is kept
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
            LOG.warn("the export goes on without its journal: {}", e.toString());
            close();
        }
    }

    /// The first line is on disk, under its name, when this returns.
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
