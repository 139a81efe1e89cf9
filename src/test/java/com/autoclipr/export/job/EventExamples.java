package com.autoclipr.export.job;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Events of every type, with every field set.
public final class EventExamples {
    public static final ExportId ID = ExportId.of(Instant.parse("2026-03-14T15:09:26.535Z"), 77);

    private EventExamples() {}

    public static ExportEvent.Requested requested(ProcessOwner process) {
        return new ExportEvent.Requested(
                new ExportOrder(
                        Path.of("/p/clip.json"),
                        "ab12",
                        List.of(Path.of("/p")),
                        new ExportOrder.OutputSettings(
                                Optional.of("720p"),
                                Optional.of("30000/1001"),
                                Optional.of(20),
                                Optional.of("fast")),
                        Path.of("/o/clip.mp4"),
                        true,
                        4,
                        true,
                        new ExportOrder.SideOutputs(
                                Optional.of(Path.of("/o/r.json")),
                                Optional.of(Path.of("/o/r.log")),
                                Optional.of(Path.of("/o/m.prom")))),
                "autoclipr 0.1.0",
                process,
                Optional.of(ExportId.of(Instant.EPOCH, 3)));
    }

    public static List<ExportEvent> all() {
        return List.of(
                requested(new ProcessOwner(12, 34)),
                new ExportEvent.StateChanged(ExportState.RENDERING),
                new ExportEvent.Planned(300, 10, 3, 1080, 1920, "30000/1001"),
                new ExportEvent.FramesDone(12, 300),
                new ExportEvent.FramesDone(
                        42,
                        300,
                        Optional.of(
                                new PipelineLoad(
                                        31.2,
                                        28.5,
                                        41,
                                        33,
                                        26,
                                        15,
                                        16,
                                        98,
                                        2,
                                        1,
                                        2,
                                        Optional.of(Bottleneck.Kind.ENCODING)))),
                new ExportEvent.ChunkDone(
                        4,
                        false,
                        30,
                        Optional.of(new ExportEvent.Effort(1, 9876, 11, 22, 33, 4, 5, 6, 7))),
                new ExportEvent.Retried(
                        Optional.of(4),
                        1,
                        Failure.of(FailureKind.WORKER_DIED)
                                .with(Fact.WORKER, "1")
                                .with(Fact.DETAIL, "x")),
                new ExportEvent.Retried(
                        Optional.empty(),
                        2,
                        Failure.of(FailureKind.WORKER_DIED).with(Fact.WORKER, "1")),
                new ExportEvent.AudioDone(false, 250),
                new ExportEvent.Decided(
                        Decision.of(DecisionKind.LETTERBOXED).with(Fact.LAYER, "/layers/0")),
                new ExportEvent.Used(
                        List.of(new ExportEvent.WorkerUse(0, 1200, 300_000_000, 1)),
                        900,
                        100_000_000),
                new ExportEvent.Finished(
                        Path.of("/o/clip.mp4"),
                        "cd34",
                        123_456,
                        new Bottleneck(Bottleneck.Kind.ENCODING, 61)),
                new ExportEvent.Failed(
                        Failure.of(FailureKind.PROJECT_INVALID).with(Fact.FILE, "/p/clip.json"),
                        List.of(
                                Problem.of(
                                        ProblemKind.UNKNOWN_FIELD, "/cut/stat", "near", "start"))));
    }
}
