package com.autoclipr.benchmarks;

import com.autoclipr.composition.Project;
import com.autoclipr.export.prepare.FileAccess;
import com.autoclipr.export.prepare.ProjectFiles;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.media.FontSource;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.plan.ExportPlan;
import com.autoclipr.plan.ExportPlanner;
import com.autoclipr.render.FrameRenderer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The finished frames of a project, uncompressed: what the floor encodes, and what quality is
/// compared with.
final class FinalFrames {
    private static final long CACHE_BYTES = 256 << 20;

    private FinalFrames() {}

    /// Draws every frame into a YUV4MPEG2 file.
    static void write(Path projectFile, Path y4m) throws IOException {
        ProjectFiles.Loaded loaded = ProjectFiles.load(projectFile, FileAccess.everywhere());
        if (!(loaded instanceof ProjectFiles.Loaded.Valid valid)) {
            throw new IOException("the benchmark's project is not valid: " + loaded);
        }
        MediaLibrary media = new LibavMedia();
        Map<String, SourceFile> files = new LinkedHashMap<>();
        valid.media()
                .forEach(
                        (src, path) ->
                                files.put(src, new SourceFile(path, src, media.probe(path))));
        Map<String, FontSource> fonts = new LinkedHashMap<>();
        valid.fonts().forEach((src, path) -> fonts.put(src, new FontSource(path, src)));
        Project project = valid.project();
        ExportPlan plan = new ExportPlanner("benchmark").plan(project, new Sources(files, fonts));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(y4m), 1 << 20);
                FrameRenderer renderer =
                        new FrameRenderer(
                                project, plan.size(), plan.sources(), media, CACHE_BYTES)) {
            out.write(
                    "YUV4MPEG2 W%d H%d F%d:%d Ip A1:1 C420mpeg2\n"
                            .formatted(
                                    plan.size().width(),
                                    plan.size().height(),
                                    plan.frameRate().framesPerSecond().numerator(),
                                    plan.frameRate().framesPerSecond().denominator())
                            .getBytes(StandardCharsets.US_ASCII));
            OutputFrame frame = new OutputFrame(plan.size().width(), plan.size().height());
            for (long i = 0; i < plan.frameCount(); i++) {
                renderer.render(plan.timelineTimeOf(i), frame);
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(frame.luma());
                out.write(frame.cb());
                out.write(frame.cr());
            }
        }
    }
}
