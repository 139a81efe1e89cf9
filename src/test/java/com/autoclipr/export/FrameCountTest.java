package com.autoclipr.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.PipelineLoad;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FrameCountTest {
    /// The thread that counts also hears the heartbeats: it must never wait for who listens.
    @Test
    void whoCountsDoesNotWaitForWhoListens() {
        List<ExportEvent> told = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch listening = new CountDownLatch(1);
        FrameCount frames =
                new FrameCount(
                        60,
                        FrameCountTest::load,
                        event -> {
                            awaitUninterrupted(listening);
                            told.add(event);
                        });
        frames.start();
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> {
                    for (int count = 1; count <= 30; count++) {
                        frames.set(0, count);
                        frames.set(1, count);
                    }
                    frames.set(1, 0);
                    listening.countDown();
                    frames.end();
                });
        assertEquals(new ExportEvent.FramesDone(30, 60, Optional.of(load(30))), told.getLast());
    }

    /// Chunks from the store count as done, not as encoded; a stuck export reports the same sum
    /// again.
    @Test
    void whatStandsStillIsToldAgain() {
        List<ExportEvent> told = Collections.synchronizedList(new ArrayList<>());
        FrameCount frames = new FrameCount(60, FrameCountTest::load, told::add);
        frames.reused(0, 20);
        frames.set(1, 7);
        frames.start();
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    while (told.size() < 2) {
                        Thread.sleep(10);
                    }
                    frames.end();
                });
        assertEquals(
                Set.of(new ExportEvent.FramesDone(27, 60, Optional.of(load(7)))), Set.copyOf(told));
    }

    /// A load that carries the number of frames encoded.
    private static PipelineLoad load(long encoded) {
        return new PipelineLoad(encoded, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty());
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatTheListenerMeetsIsNotLost() {
        FrameCount frames =
                new FrameCount(
                        60,
                        FrameCountTest::load,
                        _ -> {
                            throw new IllegalStateException("of a listener");
                        });
        frames.start();
        frames.set(0, 1);
        assertEquals(
                FailureKind.INTERNAL_ERROR,
                assertThrows(FailureException.class, frames::end).failure().kind());
    }
}
