package com.autoclipr.cli;

import com.autoclipr.composition.Output;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.export.prepare.FileAccess;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Options of every command that starts a new export: the file to write, and how it is encoded.
final class ExportOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.mp4",
            required = true,
            description = "The file to write.")
    Path output = Path.of("");

    @Option(names = "--overwrite", description = "Replace OUT.mp4 if it exists.")
    boolean overwrite;

    @Mixin private PictureOptions picture = new PictureOptions();

    @Option(
            names = "--crf",
            paramLabel = "N",
            converter = CrfConverter.class,
            description = "Quality, 0 (best) to 51; default: that of the project, or 23.")
    private @Nullable Integer crf;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            converter = PresetConverter.class,
            description =
                    "libx264 preset, ultrafast to placebo; default: the project's, or medium.")
    private @Nullable String preset;

    @Option(
            names = "--workers",
            paramLabel = "N",
            converter = WorkersConverter.class,
            description = "Worker processes, 1 to 64; default: one per CPU.")
    private int workers =
            Math.min(ExportRequest.MOST_WORKERS, Runtime.getRuntime().availableProcessors());

    @Option(names = "--no-cache", description = "Neither read nor write the chunk store.")
    private boolean noCache;

    /// @param access which files the project may name
    ExportRequest request(Path project, FileAccess access, ExportOrder.SideOutputs sideOutputs) {
        return new ExportRequest(
                project,
                access,
                picture.overrides(crf, preset),
                output,
                overwrite,
                workers,
                !noCache,
                sideOutputs,
                Optional.empty());
    }

    static final class CrfConverter implements CommandLine.ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return wholeNumber(text, 0, 51);
        }
    }

    static final class WorkersConverter implements CommandLine.ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return wholeNumber(text, 1, ExportRequest.MOST_WORKERS);
        }
    }

    private static int wholeNumber(String text, int least, int most) {
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new TypeConversionException(
                "must be from " + least + " to " + most + ", was '" + text + "'");
    }

    static final class PresetConverter implements CommandLine.ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!Output.PRESETS.contains(text)) {
                throw new TypeConversionException(
                        "must be one of "
                                + String.join(", ", Output.PRESETS)
                                + ", was '"
                                + text
                                + "'");
            }
            return text;
        }
    }
}
