package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.StreamFacts;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.ClickFlash;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A click is heard within a millisecond of its flash, from the first second to the last.
@Tag("slow")
class ClickSyncTest {
    private static final double LIMIT_SECONDS = 0.001;
    private static final int MINUTE = 60;

    @TempDir private Path folder;

    /// Rates and lengths; the cut starts on a frame, so that flashes stay whole.
    static Stream<Arguments> lengths() {
        List<Arguments> lengths = new ArrayList<>();
        for (String rate : List.of("24", "25", "30000/1001", "30", "50", "60000/1001", "60")) {
            boolean usual = rate.equals("25") || rate.equals("30000/1001");
            if (usual || Acceptance.full()) {
                lengths.add(Arguments.of(rate, usual ? MINUTE : 15));
            }
        }
        if (Acceptance.full()) {
            lengths.add(Arguments.of("30000/1001", 10 * MINUTE));
        }
        return lengths.stream();
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void clicksStayOnTheirFlashes(String rate, int seconds) {
        ClickFlash source = new ClickFlash(rate, seconds + 1);
        Rational frame = Rational.parse(rate).reciprocal();
        Path project =
                TestProject.canvas(64, 36)
                        .cut(frame.times(7), Rational.of(seconds))
                        .layer("video", source.file())
                        .in(folder);
        String[] options = {"--resolution", "36x64", "--preset", "ultrafast", "--fps", rate};
        Path file = Autoclipr.export(project, folder, options).file();

        List<Rational> flashes = ClickFlash.flashesIn(file);
        double[] clicks = ClickFlash.clicksIn(file);
        assertEquals(seconds, flashes.size(), "flashes");
        assertEquals(seconds, clicks.length, "clicks");
        for (int i = 0; i < seconds; i++) {
            Rational expected = source.flashes().get(i).minus(frame.times(7));
            assertEquals(expected, flashes.get(i));
            int number = i;
            assertEquals(expected.toDouble(), clicks[i], LIMIT_SECONDS, () -> "click " + number);
        }
        Rational video = Rational.parse(StreamFacts.of(file, "v:0").text("duration"));
        Rational audio = Rational.parse(StreamFacts.of(file, "a:0").text("duration"));
        // A sound frame has 1024 samples: the track ends with the first one that covers the cut.
        assertEquals(video.toDouble(), audio.toDouble(), 1024.0 / 48_000 + frame.toDouble());
    }
}
