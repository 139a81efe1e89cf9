package com.autoclipr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.Output;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.export.prepare.FileAccess;
import com.autoclipr.time.FrameRate;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// What the options of an export make of its request.
class ExportOptionsTest {
    private static final Path PROJECT = Path.of("project.json");

    @CommandLine.Command
    private static final class Holder {
        @CommandLine.Mixin private ExportOptions options = new ExportOptions();
    }

    private static ExportRequest request(String... arguments) {
        Holder holder = new Holder();
        new CommandLine(holder).parseArgs(arguments);
        return holder.options.request(
                PROJECT, FileAccess.everywhere(), ExportOrder.SideOutputs.NONE);
    }

    @Test
    void eachOptionReachesTheRequest() {
        ExportRequest request =
                request(
                        "-o",
                        "out.mp4",
                        "--overwrite",
                        "--resolution",
                        "720p",
                        "--fps",
                        "25",
                        "--crf",
                        "51",
                        "--preset",
                        "slow",
                        "--workers",
                        "64",
                        "--no-cache");
        assertEquals(
                new ExportRequest(
                        PROJECT,
                        request.access(),
                        new ExportRequest.Overrides(
                                Output.resolution("720p"),
                                Optional.of(FrameRate.of(25, 1)),
                                Optional.of(51),
                                Optional.of("slow")),
                        Path.of("out.mp4"),
                        true,
                        64,
                        false,
                        ExportOrder.SideOutputs.NONE,
                        Optional.empty()),
                request);
    }

    @Test
    void withoutOptionsTheProjectDecides() {
        ExportRequest request = request("-o", "out.mp4");
        ExportRequest usual = ExportRequest.of(PROJECT, Path.of("out.mp4"));
        assertEquals(usual.overrides(), request.overrides());
        assertEquals(usual.workers(), request.workers());
        assertEquals(usual.useStore(), request.useStore());
        assertEquals(usual.overwrite(), request.overwrite());
    }

    @Test
    void theLibraryAsksForTheSame() {
        ExportRequest asked = request("-o", "out.mp4", "--overwrite", "--crf", "20");
        ExportRequest built =
                ExportRequest.of(PROJECT, Path.of("out.mp4")).with(asked.overrides()).overwriting();
        assertEquals(asked.overrides(), built.overrides());
        assertEquals(asked.overwrite(), built.overwrite());
    }

    @ParameterizedTest
    @CsvSource({
        "--crf, 52",
        "--crf, -1",
        "--crf, 2.5",
        "--workers, 0",
        "--workers, 65",
        "--workers, many",
        "--preset, Slow"
    })
    void valuesOutOfRangeAreRefused(String option, String value) {
        CommandLine.ParameterException refused =
                assertThrows(
                        CommandLine.ParameterException.class,
                        () -> request("-o", "out.mp4", option + "=" + value));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains(option), message);
        assertTrue(message.contains("must be "), message);
    }
}
