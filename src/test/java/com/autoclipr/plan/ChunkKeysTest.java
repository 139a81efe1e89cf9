package com.autoclipr.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.Project;
import com.autoclipr.composition.ProjectReader;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.Orientation;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.media.StreamClock;
import com.autoclipr.media.TrackLabel;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.testkit.media.UsualVideo;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChunkKeysTest {
    private static final String PROJECT =
            """
            { "version": 1, "canvas": { "width": 1920, "height": 1080 },
              "overlay": { "height": 1080 }, "cut": { "start": 1, "end": 4.5 },
              "layers": [ { "type": "audio", "src": "a.wav" },
                          { "type": "text", "text": "words" } ],
              "output": { "resolution": "720p", "fps": 30 } }
            """;

    @Test
    void chunksThatLookTheSameAreTheSame() {
        ExportPlan plan = plan(PROJECT, "engine", "digest");
        assertEquals(keys(plan), keys(plan(PROJECT, "engine", "digest")));
        assertEquals(4, plan.chunks().size());
        // Three seconds of one text, half a second of it, and the sound.
        assertEquals(3, new HashSet<>(keys(plan)).size());
    }

    @Test
    void theEngineIsInEveryKey() {
        List<String> before = keys(plan(PROJECT, "engine", "digest"));
        assertTrue(Collections.disjoint(before, keys(plan(PROJECT, "engine 2", "digest"))));
    }

    @Test
    void whatIsHeardIsInTheKeyOfTheSoundOnly() {
        ExportPlan before = plan(PROJECT, "engine", "digest");
        ExportPlan after = plan(PROJECT, "engine", "digest 2");
        assertNotEquals(before.audioKey(), after.audioKey());
        assertEquals(chunkKeys(before), chunkKeys(after));
    }

    @Test
    void theNameOfTheFileThatHoldsTheProjectIsInNoKey() {
        String spaced = PROJECT.replace("\n", "\n   ");
        assertEquals(
                keys(plan(PROJECT, "engine", "digest")), keys(plan(spaced, "engine", "digest")));
    }

    /// Facts decide how a file's content is read, also those within other facts.
    @Test
    void theFactsOfASourceAreInTheNameOfWhatShowsIt() {
        String usual = pictures(new Orientation(0, false), ColourFacts.Matrix.BT709);
        assertEquals(usual, pictures(new Orientation(0, false), ColourFacts.Matrix.BT709));
        assertNotEquals(usual, pictures(new Orientation(90, false), ColourFacts.Matrix.BT709));
        assertNotEquals(usual, pictures(new Orientation(0, true), ColourFacts.Matrix.BT709));
        assertNotEquals(usual, pictures(new Orientation(0, false), ColourFacts.Matrix.BT601));
        assertNotEquals(sound(Rational.ZERO), sound(new Rational(1, 48_000)));
    }

    private static String pictures(Orientation orientation, ColourFacts.Matrix matrix) {
        VideoFacts video =
                new UsualVideo(640, 480, FrameRate.of(25, 1), Rational.of(9))
                        .orientation(orientation)
                        .matrix(matrix)
                        .facts();
        return files(Optional.of(video), Optional.empty()).pictures("a");
    }

    private static String sound(Rational start) {
        AudioFacts audio =
                new AudioFacts(
                        0,
                        "aac",
                        48_000,
                        2,
                        start,
                        Rational.of(9),
                        StreamClock.CONTAINER,
                        TrackLabel.plain(0, "stereo"),
                        List.of());
        return files(Optional.empty(), Optional.of(audio)).audio("a");
    }

    private static SliceFiles files(Optional<VideoFacts> video, Optional<AudioFacts> audio) {
        MediaFacts facts =
                new MediaFacts("mp4", Rational.of(9), video, audio, List.of(), List.of());
        SourceFile file = new SourceFile(Path.of("/a.mp4"), "digest", facts);
        return new SliceFiles(new Sources(Map.of("a", file), Map.of()), new HashMap<>());
    }

    private static List<String> chunkKeys(ExportPlan plan) {
        return plan.chunks().stream().map(Chunk::key).toList();
    }

    private static List<String> keys(ExportPlan plan) {
        return Stream.concat(plan.chunks().stream().map(Chunk::key), Stream.of(plan.audioKey()))
                .toList();
    }

    private static ExportPlan plan(String json, String engine, String digest) {
        Project project =
                ProjectReader.read(json.getBytes(StandardCharsets.UTF_8)).project().orElseThrow();
        MediaFacts facts =
                new MediaFacts(
                        "wav",
                        Rational.of(9),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of());
        Sources sources =
                new Sources(
                        Map.of("a.wav", new SourceFile(Path.of("/a.wav"), digest, facts)),
                        Map.of());
        return new ExportPlanner(engine).plan(project, sources);
    }
}
