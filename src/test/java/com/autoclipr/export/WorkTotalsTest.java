package com.autoclipr.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.worker.protocol.ChunkWork;
import com.autoclipr.worker.protocol.JobResult;
import com.autoclipr.worker.protocol.RendererUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkTotalsTest {
    private static JobResult.ChunkEncoded chunk(long hits, long peakBytes) {
        return new JobResult.ChunkEncoded(
                100,
                List.of(),
                new ChunkWork(
                        30,
                        1_000_000,
                        2_000_000,
                        3_000_000,
                        new ChunkWork.RingUse(4_000_000, 5_000_000, 6, 8),
                        new RendererUse(hits, 1, 0, peakBytes, 30, 30, 0)));
    }

    /// A worker that is replaced begins to count anew, under the same number.
    @Test
    void whatAWorkerDidBeforeItWasReplacedStillCounts() {
        WorkTotals totals = new WorkTotals();
        totals.add(0, chunk(90, 700));
        totals.add(0, chunk(5, 300));
        totals.add(1, chunk(5, 500));
        assertEquals(new ExportReport.LayerCacheUse(100, 3, 0, 700), totals.layerCache());
        assertEquals(new ExportReport.FrameRingUse(8, 6, 12, 15), totals.ring());
        assertEquals(new ExportReport.Work(3, 0, 90, 3, 6, 9, 0), totals.work());
    }
}
