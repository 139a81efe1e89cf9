package com.autoclipr.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.job.StampedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// A reader that does not read blocks nothing.
class QueuedProgressTest {
    private final ExportId id = ExportId.of(Instant.EPOCH, 7);
    private final UnreadProgress unread = new UnreadProgress();
    private final QueuedProgress progress = new QueuedProgress(unread);

    /// A terminal after Ctrl-S.
    private static final class UnreadProgress implements ExportProgress {
        private final CountDownLatch read = new CountDownLatch(1);
        private final List<ExportEvent> shown = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean closed;

        @Override
        public void accept(StampedEvent stamped) {
            try {
                read.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            shown.add(stamped.event());
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private void tell(ExportEvent event) {
        progress.accept(new StampedEvent(id, Instant.EPOCH, event));
    }

    private void tellAll(ExportState last) {
        tell(new ExportEvent.StateChanged(ExportState.RENDERING));
        for (int chunk = 0; chunk < 100; chunk++) {
            for (int frame = 1; frame <= 30; frame++) {
                tell(new ExportEvent.FramesDone(chunk * 30L + frame, 3000));
            }
            tell(new ExportEvent.ChunkDone(chunk, false, 30, Optional.empty()));
        }
        tell(new ExportEvent.StateChanged(last));
    }

    @Test
    void everythingIsShownInOrderOnceItIsRead() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> {
                    tellAll(ExportState.ASSEMBLING);
                    assertEquals(List.of(), unread.shown);
                    unread.read.countDown();
                    progress.close();
                });
        assertTrue(unread.closed);
        List<ExportEvent> expected = new ArrayList<>();
        expected.add(new ExportEvent.StateChanged(ExportState.RENDERING));
        for (int chunk = 0; chunk < 100; chunk++) {
            expected.add(new ExportEvent.FramesDone(chunk * 30L + 30, 3000));
            expected.add(new ExportEvent.ChunkDone(chunk, false, 30, Optional.empty()));
        }
        expected.add(new ExportEvent.StateChanged(ExportState.ASSEMBLING));
        assertEquals(expected, unread.shown);
    }

    @Test
    void whoHasCancelledDoesNotWaitForAReader() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    tellAll(ExportState.CANCELLED);
                    progress.close();
                });
        unread.read.countDown();
    }
}
