package com.autoclipr.testkit.hostile;

import com.autoclipr.composition.Output;
import com.autoclipr.export.Engine;
import com.autoclipr.export.ExportController;
import com.autoclipr.export.ExportListener;
import com.autoclipr.export.ExportOutcome;
import com.autoclipr.export.ExportReport;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.export.prepare.FileAccess;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.time.FrameRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// One file, exported as a clip of four pictures: what came of it, how long it took, and how much
/// memory a worker had at most.
final class Trial {
    /// Longer than this, and the export is taken to hang.
    static final long LONGEST_MS = 120_000;

    private static final String SUCCESS = "success";

    private final Engine engine;
    private final Path work;

    /// @param outcome `success`, `project-invalid`, the token of a failure kind, `HANG` or `CRASH`
    /// @param said facts of the failure, or what crashed
    record Result(String name, String outcome, String said, long elapsedMs, long peakBytes) {
        /// Whether it ended as every file must: in a clip, or in a failure that says what is wrong
        /// with the file.
        boolean bounded() {
            return switch (outcome) {
                case SUCCESS,
                        "project-invalid",
                        "media-corrupt",
                        "media-limit",
                        "media-unsupported",
                        "font-invalid",
                        "source-changed" ->
                        true;
                default -> false;
            };
        }
    }

    /// @param work a folder for projects and clips
    Trial(Engine engine, Path work) {
        this.engine = engine;
        this.work = work;
    }

    /// @param type of the layer: `video`, `image`, `audio` or `font`
    /// @param trim seconds of the source to leave out, for a layer that can
    Result run(String name, String type, Path file, double trim) throws IOException {
        Path project = Files.createTempFile(work, "project", ".json");
        Path clip = work.resolve(project.getFileName() + ".mp4");
        Files.writeString(project, json(type, file, trim));
        ExportController controller = new ExportController(engine);
        ExportRequest request =
                new ExportRequest(
                        project,
                        FileAccess.everywhere(),
                        new ExportRequest.Overrides(
                                Optional.of(new Output.Exact(90, 160)),
                                Optional.of(FrameRate.of(10, 1)),
                                Optional.empty(),
                                Optional.of("ultrafast")),
                        clip,
                        true,
                        1,
                        false,
                        ExportOrder.SideOutputs.NONE,
                        Optional.empty());
        long startNs = System.nanoTime();
        AtomicReference<String[]> end = new AtomicReference<>(new String[] {"HANG", ""});
        Thread export =
                Thread.ofPlatform().daemon().start(() -> end.set(outcome(controller, request)));
        ChildMemory memory = new ChildMemory();
        memory.watchWhile(export, LONGEST_MS);
        String[] ended = end.get();
        long elapsedMs = (System.nanoTime() - startNs) / 1_000_000;
        if (export.isAlive()) {
            controller.cancelAll();
        }
        Files.deleteIfExists(clip);
        Files.deleteIfExists(project);
        return new Result(name, ended[0], ended[1], elapsedMs, memory.peakBytes());
    }

    private static String[] outcome(ExportController controller, ExportRequest request) {
        try {
            ExportOutcome<ExportReport> outcome =
                    controller.start(request, ExportListener.NONE).await();
            return switch (outcome) {
                case ExportOutcome.Done<ExportReport> _ -> new String[] {SUCCESS, ""};
                case ExportOutcome.Rejected<ExportReport> rejected ->
                        new String[] {"project-invalid", rejected.problems().toString()};
            };
        } catch (FailureException e) {
            Map<Fact, String> facts = e.failure().facts();
            return new String[] {e.failure().kind().token(), facts.toString()};
        } catch (InterruptedException | RuntimeException | Error e) {
            return new String[] {"CRASH", e.toString()};
        }
    }

    private static String json(String type, Path file, double trim) {
        String source = file.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        String layer =
                switch (type) {
                    case "font" ->
                            "{\"type\": \"text\", \"text\": \"ABC\", \"font\": {\"family\":"
                                    + " \"Bomb\"}}";
                    case "video" ->
                            "{\"type\": \"video\", \"src\": \"%s\", \"trim\": %s}"
                                    .formatted(source, trim);
                    default -> "{\"type\": \"%s\", \"src\": \"%s\"}".formatted(type, source);
                };
        String fonts =
                type.equals("font")
                        ? "\"fonts\": [{\"src\": \"%s\", \"family\": \"Bomb\"}],".formatted(source)
                        : "";
        return """
        {"version": 1, "canvas": {"width": 320, "height": 180}, %s
         "cut": {"start": 0, "end": 0.4}, "layers": [%s]}
        """
                .formatted(fonts, layer);
    }
}
