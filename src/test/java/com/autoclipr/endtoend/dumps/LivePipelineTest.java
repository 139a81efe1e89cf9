package com.autoclipr.endtoend.dumps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.Output;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.PipelineLoad;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.Footage;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real worker reports its pipeline while it works.
@Tag("slow")
class LivePipelineTest {
    @TempDir private Path folder;

    @Test
    void theFramesEventsShowWhatTheWorkerDoes() throws InterruptedException {
        Path project =
                TestProject.canvas(640, 360)
                        .cut(Rational.ZERO, Rational.of(4))
                        .layer("video", Footage.lively("25", 5))
                        .in(folder);
        RecordedExport export =
                RecordedExport.of(project, folder, new Output.Exact(360, 640), FrameRate.of(25, 1));
        List<PipelineLoad> loads =
                export.events().stream()
                        .filter(ExportEvent.FramesDone.class::isInstance)
                        .map(ExportEvent.FramesDone.class::cast)
                        .map(event -> event.pipeline().orElseThrow())
                        .toList();
        PipelineLoad last = loads.getLast();
        assertEquals(1, last.workers());
        assertTrue(last.ringSlots() > 1, last::toString);
        assertTrue(last.averageFramesPerSecond() > 0, last::toString);
        assertTrue(
                loads.stream()
                        .anyMatch(
                                load ->
                                        load.decodePercent() > 0
                                                && load.drawPercent() > 0
                                                && load.encodePercent() > 0
                                                && load.slowest().isPresent()
                                                && load.workersBusy() == 1),
                loads::toString);
        for (PipelineLoad load : loads) {
            int drawing = load.decodePercent() + load.drawPercent() + load.drawWaitPercent();
            int encoding = load.encodePercent() + load.encodeWaitPercent();
            assertTrue(drawing == 0 || Math.abs(drawing - 100) <= 2, load::toString);
            assertTrue(encoding == 0 || Math.abs(encoding - 100) <= 1, load::toString);
            assertTrue(load.ringFrames() <= load.ringSlots(), load::toString);
        }
    }
}
