package com.autoclipr.export;

import com.autoclipr.composition.Output;
import com.autoclipr.composition.value.Notation;
import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.export.prepare.FileAccess;
import com.autoclipr.time.FrameRate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A request for one export.
///
/// @param projectFile the project's JSON
/// @param access which files it may read
/// @param overrides output settings that replace the project's own
/// @param destination the file to write
/// @param overwrite whether an existing file is replaced
/// @param workers worker processes, at least 1
/// @param useStore whether chunks are taken from the chunk store and kept in it
/// @param sideOutputs files that the caller writes in addition to the output, for the journal
/// @param resumes the export that this one goes on with
public record ExportRequest(
        Path projectFile,
        FileAccess access,
        Overrides overrides,
        Path destination,
        boolean overwrite,
        int workers,
        boolean useStore,
        ExportOrder.SideOutputs sideOutputs,
        Optional<ExportId> resumes) {
    /// Most worker processes that can be asked for.
    public static final int MOST_WORKERS = 64;

    public ExportRequest {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1, was " + workers);
        }
    }

    /// A project's own output, made by a worker for each processor from any file that the project
    /// names; an existing file is not replaced.
    public static ExportRequest of(Path projectFile, Path destination) {
        return new ExportRequest(
                projectFile,
                FileAccess.everywhere(),
                Overrides.NONE,
                destination,
                false,
                Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors()),
                true,
                ExportOrder.SideOutputs.NONE,
                Optional.empty());
    }

    /// The request of an earlier export, from its journal.
    ///
    /// @throws IOException if a media root is no longer a folder
    public static ExportRequest again(ExportOrder order, ExportId resumes) throws IOException {
        ExportOrder.OutputSettings output = order.output();
        return new ExportRequest(
                order.project(),
                order.mediaRoots().isEmpty()
                        ? FileAccess.everywhere()
                        : FileAccess.below(order.mediaRoots()),
                new Overrides(
                        output.resolution().flatMap(Output::resolution),
                        output.fps().flatMap(Notation::frameRate),
                        output.crf(),
                        output.preset()),
                order.destination(),
                order.overwrite(),
                order.workers(),
                order.useStore(),
                order.sideOutputs(),
                Optional.of(resumes));
    }

    /// The same request with other side outputs.
    public ExportRequest with(ExportOrder.SideOutputs other) {
        return new ExportRequest(
                projectFile,
                access,
                overrides,
                destination,
                overwrite,
                workers,
                useStore,
                other,
                resumes);
    }

    /// The same with other output settings.
    public ExportRequest with(Overrides other) {
        return new ExportRequest(
                projectFile,
                access,
                other,
                destination,
                overwrite,
                workers,
                useStore,
                sideOutputs,
                resumes);
    }

    /// The same, but an existing file is replaced.
    public ExportRequest overwriting() {
        return new ExportRequest(
                projectFile,
                access,
                overrides,
                destination,
                true,
                workers,
                useStore,
                sideOutputs,
                resumes);
    }

    /// As the journal keeps it.
    ///
    /// @param projectSha256 of the project file now
    ExportOrder order(String projectSha256) {
        return new ExportOrder(
                whole(projectFile),
                projectSha256,
                access.roots(),
                overrides.settings(),
                whole(destination),
                overwrite,
                workers,
                useStore,
                new ExportOrder.SideOutputs(
                        sideOutputs.report().map(ExportRequest::whole),
                        sideOutputs.log().map(ExportRequest::whole),
                        sideOutputs.metrics().map(ExportRequest::whole)));
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /// Output settings that replace the project's.
    public record Overrides(
            Optional<Output.Size> size,
            Optional<FrameRate> frameRate,
            Optional<Integer> crf,
            Optional<String> preset) {
        public static final Overrides NONE =
                new Overrides(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Output apply(Output output) {
            return new Output(
                    size.orElse(output.size()),
                    frameRate.or(output::frameRate),
                    crf.orElse(output.crf()),
                    preset.orElse(output.preset()),
                    output.audioBitrateBps(),
                    output.audio());
        }

        /// In the words of [Notation], which reads them back.
        private ExportOrder.OutputSettings settings() {
            return new ExportOrder.OutputSettings(
                    size.map(Overrides::text), frameRate.map(FrameRate::toString), crf, preset);
        }

        private static String text(Output.Size size) {
            return switch (size) {
                case Output.ShortSide side -> side.pixels() + "p";
                case Output.Exact exact -> exact.width() + "x" + exact.height();
            };
        }
    }
}
