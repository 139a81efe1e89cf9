package com.autoclipr.worker.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.worker.protocol.Message;
import com.autoclipr.worker.protocol.PipelineSample;
import com.autoclipr.worker.protocol.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ResponseWriterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicLong nowMs = new AtomicLong(5_000);
    private final ResponseWriter responses = new ResponseWriter(out, () -> nowMs.get() * 1_000_000);

    @Test
    void progressIsReportedFiveTimesASecond() {
        for (int frame = 1; frame <= 1_000; frame++) {
            responses.progress(7, frame);
            nowMs.addAndGet(1);
        }
        assertEquals(
                List.of(
                        new Message.Progress(7, 1, Optional.empty()),
                        new Message.Progress(7, 201, Optional.empty()),
                        new Message.Progress(7, 401, Optional.empty()),
                        new Message.Progress(7, 601, Optional.empty()),
                        new Message.Progress(7, 801, Optional.empty())),
                told());
    }

    @Test
    void responsesAndHeartbeatsAreNeverThrottled() {
        responses.progress(7, 29);
        responses.progress(7, 30);
        responses.beat();
        responses.breadcrumb(new Message.Breadcrumb("/layers/0", "a.mp4"));
        assertEquals(
                List.of(
                        new Message.Progress(7, 29, Optional.empty()),
                        new Message.Beat(Optional.empty()),
                        new Message.Breadcrumb("/layers/0", "a.mp4")),
                told());
    }

    @Test
    void heartbeatsAndProgressCarryASampleWhileAProjectIsOpen() {
        PipelineSample sample = new PipelineSample(1, 2, 3, 4, 5, 6, 7);
        responses.follow(() -> Optional.of(sample));
        responses.beat();
        responses.progress(7, 29);
        responses.follow(Optional::empty);
        responses.beat();
        assertEquals(
                List.of(
                        new Message.Beat(Optional.of(sample)),
                        new Message.Progress(7, 29, Optional.of(sample)),
                        new Message.Beat(Optional.empty())),
                told());
    }

    private List<Message> told() {
        Wire wire = new Wire();
        return out.toString(StandardCharsets.UTF_8).lines().map(wire::read).toList();
    }
}
