package com.autoclipr.export.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.export.job.EventExamples;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.job.ProcessOwner;
import com.autoclipr.export.job.StampedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A resumed export no longer counts as interrupted.
class ResumeChainsTest {
    private static final Instant START = Instant.parse("2026-03-14T15:09:26Z");
    private static final ProcessOwner GONE = new ProcessOwner(1, 1);
    private static final ProcessOwner LIVES = ProcessOwner.current();

    @TempDir private Path temporary;
    private ExportHistory history = new ExportHistory(Path.of(""));

    @BeforeEach
    void newFolder() {
        history = new ExportHistory(temporary.resolve("exports"));
    }

    private static ExportId id(int number) {
        return ExportId.of(START.plusSeconds(number), number);
    }

    private void write(int number, ProcessOwner process, OptionalInt resumes, ExportState... to) {
        try (ExportJournal journal = new ExportJournal(history)) {
            ExportEvent.Requested asked = EventExamples.requested(process);
            Optional<ExportId> earlier =
                    resumes.isPresent() ? Optional.of(id(resumes.getAsInt())) : Optional.empty();
            journal.accept(
                    new StampedEvent(
                            id(number),
                            START,
                            new ExportEvent.Requested(
                                    asked.order(), asked.engine(), asked.process(), earlier)));
            for (ExportState state : to) {
                journal.accept(
                        new StampedEvent(id(number), START, new ExportEvent.StateChanged(state)));
            }
        }
    }

    private void first() {
        write(1, GONE, OptionalInt.empty(), ExportState.PREPARING);
    }

    private void resumed(int number, int earlier, ProcessOwner process, ExportState... to) {
        write(number, process, OptionalInt.of(earlier), to);
    }

    private static ExportState[] succeeded() {
        return new ExportState[] {
            ExportState.PREPARING,
            ExportState.RENDERING,
            ExportState.ASSEMBLING,
            ExportState.VERIFYING,
            ExportState.SUCCEEDED
        };
    }

    /// Number of the export, its standing, and the standing of the one that counts instead.
    private Map<Integer, String> standings() throws IOException {
        Map<Integer, String> standings = new LinkedHashMap<>();
        for (PastExport past : history.list()) {
            standings.put(
                    number(past.job().id()),
                    past.standing()
                            + past.resumedBy()
                                    .map(by -> " " + number(by.id()) + " " + by.standing())
                                    .orElse(""));
        }
        return standings;
    }

    private static int number(ExportId wanted) {
        for (int i = 0; i < 10; i++) {
            if (id(i).equals(wanted)) {
                return i;
            }
        }
        throw new AssertionError(wanted);
    }

    @Test
    void oneThatWasResumedIsNotInterrupted() throws IOException {
        first();
        assertEquals(Map.of(1, "interrupted"), standings());
        resumed(2, 1, LIVES, ExportState.PREPARING);
        assertEquals(Map.of(1, "resumed 2 preparing", 2, "preparing"), standings());
    }

    @Test
    void theStateOfTheLatestCounts() throws IOException {
        first();
        resumed(2, 1, GONE, ExportState.PREPARING);
        assertEquals(Map.of(1, "resumed 2 interrupted", 2, "interrupted"), standings());
        resumed(3, 2, GONE, ExportState.PREPARING, ExportState.CANCELLED);
        resumed(4, 3, GONE, ExportState.PREPARING, ExportState.FAILED);
        assertEquals(
                Map.of(
                        1, "resumed 4 failed",
                        2, "resumed 4 failed",
                        3, "resumed 4 failed",
                        4, "failed"),
                standings());
        resumed(5, 4, GONE, succeeded());
        assertEquals("resumed 5 succeeded", standings().get(1));
        assertEquals("resumed 5 succeeded", standings().get(4));
        assertEquals("succeeded", standings().get(5));
    }

    /// Of two at the same time one is refused, since the other works at the destination.
    @Test
    void oneThatSucceededOrRunsCountsBeforeOneThatWasRefused() throws IOException {
        first();
        resumed(2, 1, LIVES, ExportState.PREPARING);
        resumed(3, 1, GONE, ExportState.PREPARING, ExportState.FAILED);
        assertEquals("resumed 2 preparing", standings().get(1));
        assertEquals("failed", standings().get(3));
        resumed(4, 1, GONE, succeeded());
        assertEquals("resumed 4 succeeded", standings().get(1));
    }

    @Test
    void aSucceededOrRunningExportCountsItself() throws IOException {
        write(1, GONE, OptionalInt.empty(), succeeded());
        resumed(2, 1, GONE, ExportState.PREPARING, ExportState.FAILED);
        write(3, LIVES, OptionalInt.empty(), ExportState.PREPARING);
        resumed(4, 3, GONE, ExportState.PREPARING, ExportState.FAILED);
        assertEquals("succeeded", standings().get(1));
        assertEquals("preparing", standings().get(3));
    }

    /// Whenever the process of the resumed export is killed: it has begun, or it has not.
    @Test
    void cutAtAnyByteItIsOneOrTheOther() throws IOException {
        first();
        resumed(2, 1, GONE, ExportState.PREPARING);
        Path file = ExportHistory.journalIn(history.folderOf(id(2)));
        byte[] whole = Files.readAllBytes(file);
        for (int bytes = 0; bytes <= whole.length; bytes++) {
            Files.write(file, Arrays.copyOf(whole, bytes));
            Map<Integer, String> standings = standings();
            assertEquals(
                    standings.containsKey(2) ? "resumed 2 interrupted" : "interrupted",
                    standings.get(1));
        }
    }

    /// From a corrupt or forged journal.
    @Test
    void aCircleEnds() throws IOException {
        resumed(1, 3, GONE, ExportState.PREPARING);
        resumed(2, 1, GONE, ExportState.PREPARING);
        resumed(3, 2, GONE, ExportState.PREPARING);
        resumed(4, 4, GONE, ExportState.PREPARING);
        assertEquals("interrupted", standings().get(4));
        assertEquals("resumed 3 interrupted", standings().get(1));
    }
}
