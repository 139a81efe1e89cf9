package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.AudioReader;
import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.FrameReader;
import com.autoclipr.testkit.StreamFacts;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every example exports, and what comes out has its frames, its times, a picture and sound.
@Tag("slow")
class ExamplesTest {
    @SuppressWarnings("unused") // by name, below
    private static final Examples[] ALL = Examples.ALL;

    @TempDir private Path folder;

    @Test
    void noneIsLeftOut() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples"))) {
            TreeSet<String> there =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .collect(Collectors.toCollection(TreeSet::new));
            TreeSet<String> tried =
                    Arrays.stream(Examples.ALL)
                            .map(Examples::name)
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(there, tried);
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void exportsAndReadsBack(Examples example) {
        Path file = Autoclipr.export(example.project(), folder, Acceptance.SMALL).file();

        List<Rational> times = StreamFacts.presentationTimes(file, "v:0");
        assertEquals(example.frames(), times.size());
        for (int n = 0; n < times.size(); n++) {
            assertEquals(Rational.of(n).dividedBy(example.fps()), times.get(n));
        }
        int frames =
                FrameReader.luma(
                        file,
                        (index, luma) ->
                                assertTrue(spread(luma) > 40, () -> "frame " + index + " is flat"));
        assertEquals(example.frames(), frames);

        float[] sound = AudioReader.channel(file, 1);
        int expected = Math.toIntExact(example.duration().times(48_000).round());
        assertEquals(expected, sound.length, 2048);
        double level = AudioReader.levelDb(sound, sound.length / 4, sound.length / 2);
        assertTrue(level > -40 && level < -3, () -> level + " dB");
    }

    /// How far the darkest and the lightest twentieth of a picture are apart.
    private static int spread(byte[] luma) {
        int[] values = new int[luma.length];
        for (int i = 0; i < luma.length; i++) {
            values[i] = luma[i] & 255;
        }
        Arrays.sort(values);
        return values[values.length * 19 / 20] - values[values.length / 20];
    }
}
