package com.autoclipr.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.cli.terminal.Console;
import com.autoclipr.export.job.Bottleneck;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.job.PipelineLoad;
import com.autoclipr.export.job.StampedEvent;
import com.autoclipr.messages.Sentences;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// The bottleneck as users see it during an export.
class ShownPipelineTest {
    private static final PipelineLoad ENCODING =
            new PipelineLoad(
                    31.2,
                    28.4,
                    41,
                    33,
                    26,
                    15,
                    16,
                    98,
                    2,
                    2,
                    2,
                    Optional.of(Bottleneck.Kind.ENCODING));

    private long clockNs;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Console console(Locale locale) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Console(stream, stream, Sentences.in(locale), OptionalInt.empty());
    }

    private static void render(ExportProgress progress, PipelineLoad load) {
        for (ExportEvent event :
                List.of(
                        new ExportEvent.StateChanged(ExportState.RENDERING),
                        new ExportEvent.FramesDone(450, 1_000, Optional.of(load)))) {
            progress.accept(new StampedEvent(ExportId.of(Instant.EPOCH, 1), Instant.EPOCH, event));
        }
    }

    private String lastLine() {
        return err.toString(StandardCharsets.UTF_8)
                .replace("\u001b[K", "")
                .strip()
                .replaceAll("(?s).*[\r\n]", "")
                .strip();
    }

    private String terminal(int columns) {
        err.reset();
        render(
                new TerminalProgress(
                        console(Locale.ENGLISH), columns, () -> clockNs += 1_000_000_000),
                ENCODING);
        return lastLine();
    }

    @Test
    void aPipeGetsEverything() {
        render(new PlainProgress(console(Locale.ENGLISH)), ENCODING);
        assertEquals(
                "450/1000  45 %  31.2 fps  ETA 0:19  slowest: encoding"
                        + "  decode 41 draw 33 → 15/16 → encode 98 %  average 28.4 fps",
                lastLine());
    }

    @Test
    void inFrench() {
        PipelineLoad oneIdle =
                new PipelineLoad(
                        9.5,
                        8,
                        70,
                        20,
                        10,
                        0,
                        16,
                        40,
                        60,
                        1,
                        2,
                        Optional.of(Bottleneck.Kind.AUDIO));
        render(new PlainProgress(console(Locale.FRENCH)), oneIdle);
        assertEquals(
                "450/1000  45 %  9.5 images/s  reste 1:09  le plus lent : audio"
                        + "  décodage 70 dessin 20 → 0/16 → encodage 40 %  workers actifs : 1/2"
                        + "  moyenne 8.0 images/s",
                lastLine());
    }

    /// Eighty columns name the bottleneck; a piece that does not fit is left out whole.
    @Test
    void aTerminalShowsWhatThereIsRoomFor() {
        assertEquals(
                "Rendering [████░░░░░░]  45 %  450/1000  31.2 fps  ETA 0:19  slowest: encoding",
                terminal(80));
        assertEquals(
                "Rendering [████░░░░░░]  45 %  450/1000  31.2 fps  ETA 0:19  slowest: encoding"
                        + "  decode 41 draw 33 → 15/16 → encode 98 %",
                terminal(120));
        assertTrue(terminal(200).endsWith("  average 28.4 fps"), lastLine());
        assertEquals("Rendering [████░░░░░░]  45 %  450/1000", terminal(48));
    }

    /// Before the first encoded frame there is no estimate.
    @Test
    void nothingIsMadeUp() {
        render(
                new PlainProgress(console(Locale.ENGLISH)),
                new PipelineLoad(0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, Optional.empty()));
        assertEquals("450/1000  45 %  0.0 fps", lastLine());
    }
}
