package com.autoclipr.export.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.export.job.EventExamples;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.job.ProcessOwner;
import com.autoclipr.export.job.StampedEvent;
import com.autoclipr.files.DurableFiles;
import com.autoclipr.testkit.RealFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was written is read again, whatever a crash did to it.
class ExportJournalTest {
    private static final Instant START = Instant.parse("2026-03-14T15:09:26Z");
    private static final ProcessOwner GONE = new ProcessOwner(1, 1);

    @TempDir private Path temporary;
    private ExportHistory history = new ExportHistory(Path.of(""));

    @BeforeEach
    void newFolder() {
        history = new ExportHistory(temporary.resolve("exports"));
    }

    private static ExportId id(int number) {
        return ExportId.of(START.plusSeconds(number), number);
    }

    private void write(ExportId id, ProcessOwner process, ExportEvent... events) {
        try (ExportJournal journal = new ExportJournal(history)) {
            Instant at = START;
            journal.accept(new StampedEvent(id, at, EventExamples.requested(process)));
            for (ExportEvent event : events) {
                at = at.plusMillis(100);
                journal.accept(new StampedEvent(id, at, event));
            }
        }
    }

    private static ExportEvent[] started() {
        return new ExportEvent[] {
            new ExportEvent.StateChanged(ExportState.PREPARING),
            new ExportEvent.Planned(60, 2, 0, 720, 1280, "30"),
            new ExportEvent.StateChanged(ExportState.RENDERING),
            new ExportEvent.FramesDone(30, 60),
            new ExportEvent.ChunkDone(0, false, 30, Optional.empty())
        };
    }

    private PastExport only() throws IOException {
        List<PastExport> all = history.list();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    @Test
    void theJournalOfADeadProcessIsInterrupted() throws IOException {
        write(id(1), GONE, started());
        PastExport past = only();
        assertTrue(past.isInterrupted());
        assertEquals("interrupted", past.standing());
        assertEquals(50, past.job().progress().percent());
        assertEquals(1, past.job().progress().chunksDone());
        assertEquals(
                EventExamples.requested(GONE).order(), past.job().request().orElseThrow().order());
    }

    @Test
    void theJournalOfALivingProcessRuns() throws IOException {
        write(id(1), ProcessOwner.current(), started());
        assertTrue(only().isRunning());
        assertEquals("rendering", only().standing());
    }

    @Test
    void aProcessWithTheSameNumberIsAnotherOne() {
        ProcessOwner self = ProcessOwner.current();
        assertTrue(self.stillRuns());
        assertFalse(new ProcessOwner(self.pid(), self.startMs() - 10_000).stillRuns());
        assertFalse(new ProcessOwner(self.pid(), self.startMs() - 100).stillRuns());
    }

    @Test
    void aClockThatIsSetEndsNobody() {
        ProcessHandle other = ProcessHandle.current().parent().orElseThrow();
        long startMs = other.info().startInstant().orElseThrow().toEpochMilli();
        assertTrue(new ProcessOwner(other.pid(), startMs + 3000).stillRuns());
        assertTrue(new ProcessOwner(other.pid(), startMs - 3000).stillRuns());
        assertFalse(new ProcessOwner(other.pid(), startMs - 60_000).stillRuns());
    }

    @Test
    void cutAtAnyByteItIsStillReadAndSaysWhatIsTorn() throws IOException {
        write(id(1), GONE, started());
        Path file = ExportHistory.journalIn(history.folderOf(id(1)));
        byte[] whole = Files.readAllBytes(file);
        int firstLine = new String(whole, StandardCharsets.UTF_8).indexOf('\n');
        int chunks = 0;
        for (int bytes = firstLine + 1; bytes <= whole.length; bytes++) {
            Files.write(file, Arrays.copyOf(whole, bytes));
            PastExport past = only();
            assertEquals(0, past.unreadLines());
            assertEquals(whole[bytes - 1] == '\n', past.tornBytes() == 0);
            assertTrue(past.job().progress().chunksDone() >= chunks, "went back");
            chunks = past.job().progress().chunksDone();
        }
        assertEquals(1, chunks);
        Files.write(file, Arrays.copyOf(whole, firstLine));
        assertEquals(List.of(), history.list());
    }

    @Test
    void damageInTheMiddleCostsTheLinesDamaged() throws IOException {
        write(id(1), GONE, started());
        Path file = ExportHistory.journalIn(history.folderOf(id(1)));
        List<String> lines = Files.readAllLines(file);
        lines.set(3, "\0\0\0\0\0");
        lines.add(4, "{\"export\":\"" + id(1) + "\"}");
        lines.add("[1,2]");
        Files.write(file, lines);
        assertEquals(3, only().unreadLines());
        assertEquals(1, only().job().progress().chunksDone());
    }

    @Test
    void noiseIsNoJournal() throws IOException {
        Random random = new Random(3);
        for (int run = 0; run < 200; run++) {
            byte[] noise = new byte[random.nextInt(2000)];
            random.nextBytes(noise);
            Path folder = Files.createDirectories(history.folderOf(id(run % 5)));
            Files.write(ExportHistory.journalIn(folder), noise);
            assertEquals(List.of(), history.list());
        }
    }

    /// Names have changed since, so its lines would be misread.
    @Test
    void aJournalOfAnotherVersionIsSkippedAsAWhole() throws IOException {
        write(id(2), GONE, started());
        Path file = ExportHistory.journalIn(history.folderOf(id(2)));
        String own = Files.readString(file);
        String first;
        try (InputStream in = getClass().getResourceAsStream("journal-0.1.0.jsonl")) {
            first = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String other : List.of(first, own.replace("\"version\":1,", "\"version\":2,"))) {
            Files.writeString(file, other);
            write(id(3), GONE, started());
            ExportHistory.Listing listing = history.listing();
            assertEquals(List.of(id(3)), ids(listing.exports()));
            assertEquals(List.of(id(2)), listing.otherVersions());
        }
        Files.writeString(file, own);
        assertEquals(List.of(id(3), id(2)), ids(history.list()));
        assertEquals(List.of(), history.listing().otherVersions());
    }

    private static List<ExportId> ids(List<PastExport> exports) {
        return exports.stream().map(past -> past.job().id()).toList();
    }

    @Test
    void framesAreKeptOnceASecondAndTheLastAlways() throws IOException {
        try (ExportJournal journal = new ExportJournal(history)) {
            journal.accept(new StampedEvent(id(1), START, EventExamples.requested(GONE)));
            for (int i = 1; i <= 100; i++) {
                journal.accept(
                        new StampedEvent(
                                id(1),
                                START.plusMillis(i * 30L),
                                new ExportEvent.FramesDone(i, 100)));
            }
        }
        Path file = ExportHistory.journalIn(history.folderOf(id(1)));
        assertEquals(1 + 3 + 1, Files.readAllLines(file).size());
        assertEquals(100, only().job().progress().framesDone());
    }

    @Test
    void theOldestGoButNotThoseThatRun() throws IOException {
        write(id(0), ProcessOwner.current(), started());
        for (int i = 1; i <= ExportHistory.MOST_KEPT + 5; i++) {
            write(id(i), GONE, started());
        }
        List<PastExport> kept = history.list();
        assertEquals(ExportHistory.MOST_KEPT, kept.size());
        assertEquals(id(ExportHistory.MOST_KEPT + 5), kept.getFirst().job().id());
        assertEquals(id(0), kept.getLast().job().id());
    }

    /// Another user's, say, of a run with more rights.
    @Test
    void journalsThatCannotBeRemovedEndNothing() throws IOException {
        DurableFiles files =
                new RealFiles() {
                    @Override
                    public void delete(Path file) throws IOException {
                        if (file.startsWith(history.folderOf(id(1)))
                                || file.startsWith(history.folderOf(id(2)))) {
                            throw new AccessDeniedException(file.toString());
                        }
                        super.delete(file);
                    }
                };
        for (int i = 1; i <= ExportHistory.MOST_KEPT + 5; i++) {
            try (ExportJournal journal = new ExportJournal(history, files)) {
                journal.accept(new StampedEvent(id(i), START, EventExamples.requested(GONE)));
            }
        }
        List<PastExport> kept = history.list();
        assertEquals(id(ExportHistory.MOST_KEPT + 5), kept.getFirst().job().id());
        assertEquals(ExportHistory.MOST_KEPT + 2, kept.size());
        assertEquals(id(1), kept.getLast().job().id());
    }

    @Test
    void whateverTheDiskSaysTheExportGoesOn() throws IOException {
        DurableFiles files =
                new RealFiles() {
                    @Override
                    public void syncFolder(Path folder) throws IOException {
                        throw new UncheckedIOException(new IOException("Invalid argument"));
                    }
                };
        try (ExportJournal journal = new ExportJournal(history, files)) {
            journal.accept(new StampedEvent(id(1), START, EventExamples.requested(GONE)));
        }
        assertEquals(List.of(), history.list());
    }

    @Test
    void aJournalThatCannotBeWrittenFailsNothing() throws IOException {
        Files.writeString(history.folder(), "a file where the folder should be");
        write(id(1), GONE, started());
        assertEquals(List.of(), history.list());
    }

    @Test
    void anExportIsFoundByPartOfItsId() throws IOException {
        write(id(1), GONE, started());
        write(id(2), GONE, started());
        assertEquals(1, history.find(id(2).text().substring(20)).size());
        assertEquals(2, history.find("20260314").size());
        assertEquals(List.of(), history.find("20991231"));
    }

    @Test
    void nothingIsAppendedToAnotherExportsJournal() throws IOException {
        write(id(1), GONE, started());
        Path file = ExportHistory.journalIn(history.folderOf(id(1)));
        Files.writeString(file, "x\n", StandardOpenOption.APPEND);
        long bytes = Files.size(file);
        write(id(1), GONE, started());
        assertEquals(bytes, Files.size(file));
    }
}
