package com.autoclipr.export.workers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.worker.protocol.JobResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How long a look at a file may take, with a clock on which two hours pass between two moments at
/// which this process runs.
@Timeout(30)
class TimedProbeTest {
    private static final long TWO_HOURS_NS = Duration.ofHours(2).toNanos();

    private final CompletableFuture<JobResult> answer = new CompletableFuture<>();
    private final AtomicInteger moments = new AtomicInteger();
    private final AtomicInteger signs = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();

    /// @param beginsAt the moment at which the worker gives its first sign of life
    private TimedProbe probe(int patienceSeconds, int beginsAt) {
        return new TimedProbe(
                Path.of("clip.mp4"),
                Duration.ofSeconds(patienceSeconds),
                () -> signs.incrementAndGet() >= beginsAt,
                () -> ended.set(true),
                () -> moments.incrementAndGet() * TWO_HOURS_NS);
    }

    @Test
    void afterCtrlZNoFileIsToBlame() throws InterruptedException {
        Thread.ofVirtual()
                .start(
                        () -> {
                            while (moments.get() < 3 && !ended.get()) {
                                LockSupport.parkNanos(10_000_000);
                            }
                            answer.complete(new JobResult.FontChecked(1));
                        });
        assertEquals(
                new JobResult.FontChecked(1),
                probe(60, 0).await(answer, JobResult.FontChecked.class));
        assertFalse(ended.get());
    }

    @Test
    void timeCountsFromTheFirstSignOfLifeAndASecondAtATime() {
        Failure failure =
                assertThrows(
                                FailureException.class,
                                () -> probe(2, 3).await(answer, JobResult.FontChecked.class))
                        .failure();
        assertEquals(FailureKind.MEDIA_LIMIT, failure.kind());
        assertEquals("time", failure.fact(Fact.DETAIL));
        assertEquals(5, signs.get());
        assertTrue(ended.get());
    }
}
