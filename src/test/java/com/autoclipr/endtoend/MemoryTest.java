package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.Footage;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A worker stays below its limit at the largest size, and does not grow with the length.
@Tag("slow")
class MemoryTest {
    private static final long MIB = 1 << 20;
    private static final long LIMIT_BYTES = 2048 * MIB;
    private static final long NOISE_BYTES = 96 * MIB;

    @TempDir private Path folder;

    @Test
    void aWorkerStaysBelowTwoGibibytesAt1440p() {
        Path project = project(Rational.of(Acceptance.full() ? 10 : 2));
        String[] options = {"--resolution", "1440p", "--preset", "medium", "--workers", "1"};
        long peak = Autoclipr.export(project, folder, options).peakWorkerBytes();
        assertTrue(peak > 0 && peak < LIMIT_BYTES, () -> peak / MIB + " MiB");
    }

    @Test
    void aLongExportNeedsNoMoreThanAShortOne() {
        int seconds = Acceptance.full() ? 60 : 10;
        String[] options = {"--resolution", "90x160", "--preset", "ultrafast", "--workers", "1"};
        Path shorter = project(Rational.of(seconds));
        Path longer = project(Rational.of(10L * seconds));
        long little = Autoclipr.export(shorter, folder, options).peakWorkerBytes();
        long much = Autoclipr.export(longer, folder, options).peakWorkerBytes();
        assertTrue(
                much < little + NOISE_BYTES,
                () -> "from %d to %d MiB".formatted(little / MIB, much / MIB));
    }

    private Path project(Rational duration) {
        int seconds = Math.toIntExact(duration.ceil());
        return TestProject.canvas(640, 360)
                .cut(Rational.ZERO, duration)
                .layer("video", Footage.lively("25", seconds))
                .layer(
                        """
                        {"type": "text", "text": "The quick brown fox", "position": {"x": "50%", "y": "20%"},
                         "font": {"size": 20},
                         "rotation": {"keyframes": [{"time": 0, "value": 0}, {"time": 600, "value": 3600}]}}
                        """)
                .in(folder);
    }
}
