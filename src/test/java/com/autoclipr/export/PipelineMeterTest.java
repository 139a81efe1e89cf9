package com.autoclipr.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.export.job.Bottleneck;
import com.autoclipr.export.job.PipelineLoad;
import com.autoclipr.export.workers.WorkerActivity;
import com.autoclipr.worker.protocol.PipelineSample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Made-up workers with a known bottleneck.
class PipelineMeterTest {
    private static final long MS = 1_000_000;

    private long nowMs = 50_000;
    private List<WorkerActivity> workers = List.of();
    private final PipelineMeter meter = new PipelineMeter(() -> workers, () -> nowMs * MS);

    /// A worker with these times; the rest is time without a chunk.
    private static WorkerActivity worker(
            long pid, long[] decodeDrawWaitMs, long[] encodeWaitMs, int ringFrames) {
        return new WorkerActivity(
                pid,
                true,
                false,
                Optional.of(
                        new PipelineSample(
                                decodeDrawWaitMs[0] * MS,
                                decodeDrawWaitMs[1] * MS,
                                decodeDrawWaitMs[2] * MS,
                                encodeWaitMs[0] * MS,
                                encodeWaitMs[1] * MS,
                                ringFrames,
                                8)));
    }

    private static long[] ms(long... times) {
        return times;
    }

    @Test
    void aSlowEncoderFillsTheRingsAndIsWaitedFor() {
        workers = List.of(worker(1, ms(0, 0, 0), ms(0, 0), 0), worker(2, ms(0, 0, 0), ms(0, 0), 0));
        meter.load(10);
        nowMs += 2_000;
        workers =
                List.of(
                        worker(1, ms(400, 200, 1_400), ms(2_000, 0), 8),
                        worker(2, ms(200, 400, 1_400), ms(1_800, 200), 7));
        assertEquals(
                new PipelineLoad(
                        25,
                        25,
                        15,
                        15,
                        70,
                        15,
                        16,
                        95,
                        5,
                        2,
                        2,
                        Optional.of(Bottleneck.Kind.ENCODING)),
                meter.load(60));
    }

    @Test
    void aSlowSourceAndASlowDrawing() {
        workers = List.of(worker(1, ms(1_500, 500, 0), ms(600, 1_400), 0));
        assertEquals(Optional.of(Bottleneck.Kind.DECODING), slowestSinceStart());
        workers = List.of(worker(2, ms(500, 1_500, 0), ms(600, 1_400), 0));
        assertEquals(Optional.of(Bottleneck.Kind.DRAWING), slowestSinceStart());
    }

    private Optional<Bottleneck.Kind> slowestSinceStart() {
        PipelineMeter fresh = new PipelineMeter(() -> workers, () -> nowMs * MS);
        List<WorkerActivity> later = workers;
        workers = List.of();
        fresh.load(0);
        workers = later;
        nowMs += 2_000;
        return fresh.load(40).slowest();
    }

    /// Short exports end before a worker has sent a second sample.
    @Test
    void theFirstSampleCounts() {
        nowMs += 800;
        workers = List.of(worker(1, ms(50, 100, 50), ms(150, 50), 8));
        PipelineLoad first = meter.load(30);
        assertEquals(25, first.decodePercent());
        assertEquals(75, first.encodePercent());
        assertEquals(0, first.framesPerSecond());
        nowMs += 100;
        PipelineLoad second = meter.load(40);
        assertEquals(50, second.drawPercent());
        assertEquals(100, second.framesPerSecond());
    }

    /// An early bottleneck does not count any more, but in the average.
    @Test
    void onlyTheLastSecondsCountForNow() {
        workers = List.of(worker(1, ms(0, 0, 0), ms(0, 0), 0));
        meter.load(1);
        for (int second = 1; second <= 20; second++) {
            nowMs += 1_000;
            workers = List.of(worker(1, ms(second * 1_000L, 0, 0), ms(0, second * 1_000L), 0));
            assertEquals(Optional.of(Bottleneck.Kind.DECODING), meter.load(1 + second).slowest());
        }
        for (int second = 1; second <= 10; second++) {
            nowMs += 1_000;
            workers =
                    List.of(
                            worker(
                                    1,
                                    ms(20_000, 0, second * 1_000L),
                                    ms(second * 1_000L, 20_000),
                                    8));
            meter.load(21 + second * 10);
        }
        PipelineLoad now = meter.load(121);
        assertEquals(10, now.framesPerSecond());
        assertEquals(4, now.averageFramesPerSecond());
        assertEquals(0, now.decodePercent());
        assertEquals(100, now.encodePercent());
        assertEquals(Optional.of(Bottleneck.Kind.ENCODING), now.slowest());
    }

    /// A worker that replaces another starts at zero.
    @Test
    void aReplacedWorkerTakesNothingAway() {
        workers = List.of(worker(1, ms(0, 900, 0), ms(300, 600), 0));
        meter.load(5);
        nowMs += 1_000;
        workers = List.of(worker(2, ms(0, 100, 0), ms(40, 60), 0));
        PipelineLoad now = meter.load(0);
        assertEquals(100, now.drawPercent());
        assertEquals(34, now.encodePercent());
        assertEquals(0, now.framesPerSecond());
    }

    @Test
    void onlyTheAudioIsLeft() {
        WorkerActivity idle = new WorkerActivity(2, false, false, Optional.empty());
        workers = List.of(new WorkerActivity(1, true, false, Optional.empty()), idle);
        assertEquals(Optional.empty(), meter.load(0).slowest());
        workers = List.of(new WorkerActivity(1, true, true, Optional.empty()), idle);
        PipelineLoad now = meter.load(0);
        assertEquals(Optional.of(Bottleneck.Kind.AUDIO), now.slowest());
        assertEquals(1, now.workersBusy());
        assertEquals(2, now.workers());
    }
}
