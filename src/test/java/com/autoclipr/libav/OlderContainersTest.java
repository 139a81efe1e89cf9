package com.autoclipr.libav;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.libav.Played.Seen;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.media.ClickFlash;
import com.autoclipr.testkit.media.NumberedVideo;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// ASF and RealMedia, whose packets say when they are sent rather than when they are seen or heard.
@Tag("slow")
class OlderContainersTest {
    @TempDir Path folder;

    /// Pictures that are decoded ahead make sound late, not pictures early.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "libx264 -bf 0",
                "libx264 -bf 1",
                "libx264 -bf 2",
                "libx264 -bf 3 -x264-params open-gop=1",
                "mpeg4 -bf 2",
                "wmv2",
            })
    void picturesOfAsfAreInStepWithItsSound(String encoding) {
        Path file = folder.resolve("film.asf");
        List<String> arguments =
                new ArrayList<>(List.of("-i", new ClickFlash("30", 4).file().toString()));
        arguments.addAll(List.of("-preset", "ultrafast", "-g", "30", "-c:v"));
        arguments.addAll(Arrays.asList(encoding.split(" ")));
        arguments.addAll(List.of("-c:a", "pcm_s16le", file.toString()));
        Programs.ffmpeg(arguments);
        Played film = new Played(file);
        List<Double> flashes =
                film.seen(Played::white).stream()
                        .filter(seen -> seen.number() == 1)
                        .map(Seen::step)
                        .map(Played::seconds)
                        .toList();
        List<Double> clicks = Played.clicks(film.sound());
        assertEquals(3, flashes.size());
        assertEquals(3, clicks.size(), clicks.toString());
        for (int i = 0; i < 3; i++) {
            assertEquals(clicks.get(i), flashes.get(i), 0.006, "flash " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"libx264 -bf 2", "libx264 -bf 3 -x264-params open-gop=1", "mpeg4 -bf 2"})
    void picturesOfAsfAreShownInOrder(String encoding) {
        List<String> arguments =
                new ArrayList<>(List.of("-preset", "ultrafast", "-g", "30", "-c:v"));
        arguments.addAll(Arrays.asList(encoding.split(" ")));
        Path file =
                NumberedVideo.at("30", 90)
                        .encoded(arguments.toArray(String[]::new))
                        .in("asf")
                        .file();
        Played film = new Played(file);
        assertEquals(IntStream.range(0, 90).boxed().toList(), film.numbers());
        assertEquals(3, film.facts().duration().toDouble(), 0.002);
        for (int frame : List.of(80, 3, 45, 46, 31, 30, 29, 89)) {
            Rational middle = Rational.of(2L * frame + 1, 60);
            assertEquals(frame, film.numberAt(middle), "at frame " + frame);
        }
    }
}
