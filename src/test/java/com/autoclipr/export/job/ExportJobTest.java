package com.autoclipr.export.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A job is what its events make of it, and it makes no illegal move.
class ExportJobTest {
    private static final Instant START = Instant.parse("2026-03-14T15:09:26.535Z");
    private static final ExportId ID = ExportId.of(START, 1);

    /// What the specification of issue and design says, written out: the only legal moves.
    private static final Set<String> LEGAL =
            Set.of(
                    "queued preparing",
                    "preparing rendering",
                    "rendering assembling",
                    "assembling verifying",
                    "verifying succeeded",
                    "queued failed",
                    "preparing failed",
                    "rendering failed",
                    "assembling failed",
                    "verifying failed",
                    "queued cancelled",
                    "preparing cancelled",
                    "rendering cancelled",
                    "assembling cancelled",
                    "verifying cancelled");

    private static final List<ExportState> STATES = List.of(ExportState.values());

    private static StampedEvent event(long ms, ExportEvent event) {
        return new StampedEvent(ID, START.plusMillis(ms), event);
    }

    private static ExportJob in(ExportState state) {
        ExportJob job = ExportJob.queued(ID, START);
        return new ExportJob(
                ID,
                job.request(),
                state,
                START,
                START,
                START,
                Map.of(),
                job.progress(),
                Optional.empty());
    }

    @Test
    void everyPairOfStatesIsLegalOrRefused() {
        for (ExportState from : ExportState.values()) {
            for (ExportState to : ExportState.values()) {
                StampedEvent change = event(1, new ExportEvent.StateChanged(to));
                if (LEGAL.contains(from.token() + " " + to.token())) {
                    assertEquals(to, in(from).after(change).state());
                } else {
                    assertThrows(
                            IllegalStateException.class,
                            () -> in(from).after(change),
                            from + " became " + to);
                }
            }
        }
    }

    @Test
    void whateverIsTriedAJobWalksOnlyLegalWays() {
        Random random = new Random(7);
        for (int run = 0; run < 500; run++) {
            ExportJob job = ExportJob.queued(ID, START);
            List<ExportState> way = new ArrayList<>(List.of(job.state()));
            for (int step = 0; step < 40; step++) {
                ExportState to = STATES.get(random.nextInt(STATES.size()));
                try {
                    job = job.after(event(step, new ExportEvent.StateChanged(to)));
                    way.add(to);
                } catch (IllegalStateException refused) {
                    assertTrue(!LEGAL.contains(job.state().token() + " " + to.token()));
                }
            }
            for (int i = 1; i < way.size(); i++) {
                assertTrue(
                        LEGAL.contains(way.get(i - 1).token() + " " + way.get(i).token()),
                        way.toString());
            }
        }
    }

    @Test
    void timesAreAddedUpByStage() {
        ExportJob job =
                ExportJob.queued(ID, START)
                        .after(event(5, new ExportEvent.StateChanged(ExportState.PREPARING)))
                        .after(event(105, new ExportEvent.StateChanged(ExportState.RENDERING)));
        assertEquals(
                Map.of(
                        ExportState.QUEUED, Duration.ofMillis(5),
                        ExportState.PREPARING, Duration.ofMillis(100),
                        ExportState.RENDERING, Duration.ofMillis(900)),
                job.stageTimesAt(START.plusMillis(1005)));
    }

    @Test
    void progressAndFailureAreKept() {
        ExportJob job =
                ExportJob.queued(ID, START)
                        .after(event(1, new ExportEvent.Planned(60, 2, 0, 1080, 1920, "30")))
                        .after(event(2, new ExportEvent.FramesDone(45, 60)))
                        .after(event(3, new ExportEvent.ChunkDone(0, false, 30, Optional.empty())))
                        .after(
                                event(
                                        4,
                                        new ExportEvent.Failed(
                                                Failure.of(FailureKind.DISK_FULL), List.of())));
        assertEquals(new ExportJob.Progress(45, 60, 1, 2), job.progress());
        assertEquals(75, job.progress().percent());
        assertEquals(FailureKind.DISK_FULL, job.failure().orElseThrow().kind());
        assertEquals(ExportState.QUEUED, job.state());
    }

    @Test
    void nothingHappensAfterTheEnd() {
        ExportJob job = in(ExportState.CANCELLED);
        StampedEvent late = event(9, new ExportEvent.FramesDone(1, 2));
        assertThrows(IllegalStateException.class, () -> job.after(late));
    }

    @Test
    void anotherExportsEventIsRefused() {
        StampedEvent other =
                new StampedEvent(
                        ExportId.of(START, 2),
                        START,
                        new ExportEvent.StateChanged(ExportState.PREPARING));
        ExportJob job = ExportJob.queued(ID, START);
        assertThrows(IllegalStateException.class, () -> job.after(other));
    }

    @Test
    void idsSortByTimeAndSayIt() {
        assertEquals("20260314-150926-535-10000", ID.text());
        assertTrue(ID.compareTo(ExportId.of(START.plusMillis(1), 0)) < 0);
        assertThrows(IllegalArgumentException.class, () -> new ExportId("../20260314"));
    }
}
