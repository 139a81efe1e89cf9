package com.autoclipr.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.Canvas;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Output;
import com.autoclipr.composition.Overlay;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.composition.value.Easing;
import com.autoclipr.composition.value.Keyframe;
import com.autoclipr.composition.value.Point;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.testkit.Layers;
import com.autoclipr.testkit.media.FakeMedia;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AudioProcessorTest {
    private static final FrameRate FPS_30 = FrameRate.of(30, 1);
    private static final Animated<Double> FULL = Animated.constant(1.0);

    /// Every sample encodes its index, and none is loud enough for the limiter.
    private static final FakeMedia.Sound RAMP = index -> (index % 40_000) / 50_000f + 0.01f;

    private final FakeMedia media = new FakeMedia();

    @Test
    void aLayerIsHeardAtItsSampleFromItsTrimOn() {
        SourceFile source = media.source("a", 10, RAMP);
        Layer layer = layer("a", "1/3", Optional.of("1/2"), "5/7", FULL);
        process(project("1/4", "5/4", layer), source, FPS_30, 4_800);
        float[] left = media.encodedLeft();
        assertEquals(48_000, left.length);
        int first = 4_000; // (1/3 − 1/4) × 48000
        long sourceFirst = new Rational(5, 7).times(48_000).round();
        assertEquals(0, left[first - 1]);
        for (int i = 0; i < 24_000; i++) {
            assertEquals(RAMP.at(sourceFirst + i), left[first + i], "sample " + i);
            assertEquals(-left[first + i], media.encodedRight()[first + i]);
        }
        assertEquals(0, left[first + 24_000]);
    }

    @Test
    void aLayerThatStartedBeforeTheCutIsEnteredInTheMiddle() {
        SourceFile source = media.source("a", 10, RAMP);
        process(
                project("5", "6", layer("a", "2", Optional.empty(), "1/10", FULL)),
                source,
                FPS_30,
                777);
        assertEquals(RAMP.at(3 * 48_000 + 4_800), media.encodedLeft()[0]);
    }

    @Test
    void theTrackIsAsLongAsThePicturesAndSilentAfterTheCut() {
        SourceFile source = media.source("a", 10, index -> 0.5f);
        FrameRate rate = FrameRate.of(30_000, 1_001);
        Project project = project("0", "1", layer("a", "0", Optional.empty(), "0", FULL));
        process(project, source, rate, 4_800);
        float[] left = media.encodedLeft();
        assertEquals(48_048, left.length, "30 frames of 1001/30000 s");
        assertEquals(0.5f, left[47_999]);
        assertEquals(0, left[48_000]);
        assertEquals(0, left[48_047]);
    }

    @Test
    void aProjectWithoutSoundGivesSilenceOfTheRightLength() {
        AudioProcessor.Result result =
                new AudioProcessor(
                                project("0", "2"), new Sources(Map.of(), Map.of()), media, FPS_30)
                        .process(samples -> {});
        assertEquals(96_000, result.audio().samples());
        assertArrayEquals(new float[96_000], media.encodedLeft());
        assertEquals(List.of(), result.decisions());
    }

    @Test
    void theResultDoesNotDependOnTheBlockSize() {
        List<float[]> results = new ArrayList<>();
        for (int block : new int[] {1, 63, 64, 1_000, 48_000, 100_000}) {
            FakeMedia fresh = new FakeMedia();
            SourceFile source = fresh.source("a", 10, index -> (float) Math.sin(index * 0.05));
            Animated<Double> fade =
                    new Animated<>(
                            List.of(
                                    new Keyframe<>(Rational.ZERO, 0.2, Easing.LINEAR),
                                    new Keyframe<>(Rational.of(1, 3), 1.9, Easing.EASE_IN),
                                    new Keyframe<>(Rational.of(1, 2), 0.7, Easing.HOLD)));
            Project project =
                    project(
                            "1/10",
                            "1",
                            layer("a", "1/7", Optional.of("3/4"), "1/9", fade),
                            layer("a", "0", Optional.empty(), "2", FULL));
            new AudioProcessor(project, sources(source), fresh, FPS_30, block)
                    .process(samples -> {});
            results.add(fresh.encodedLeft());
        }
        for (float[] result : results) {
            assertArrayEquals(results.getFirst(), result);
        }
    }

    @Test
    void volumeFollowsItsKeyframesFromTheLayersStartWithoutSteps() {
        SourceFile source = media.source("a", 10, index -> 0.5f);
        Animated<Double> curve =
                new Animated<>(
                        List.of(
                                new Keyframe<>(Rational.ZERO, 0.0, Easing.LINEAR),
                                new Keyframe<>(Rational.of(1), 1.0, Easing.LINEAR),
                                new Keyframe<>(Rational.of(3, 2), 0.5, Easing.HOLD)));
        process(
                project("1/2", "3", layer("a", "1", Optional.empty(), "0", curve)),
                source,
                FPS_30,
                4_800);
        float[] left = media.encodedLeft();
        int start = 24_000;
        assertEquals(0.25, left[start + 24_000], 1e-6);
        assertEquals(0.5, left[start + 48_000 + 100], 1e-6);
        assertEquals(0.25, left[start + 72_000 + 64], 1e-6);
        for (int i = 1; i < left.length; i++) {
            assertTrue(Math.abs(left[i] - left[i - 1]) <= 0.25 / 64 + 1e-6, "a step at " + i);
        }
    }

    @Test
    void aSumThatWouldClipIsLimitedAndReported() {
        SourceFile source = media.source("a", 10, index -> (float) Math.sin(index * 0.05));
        Layer one = layer("a", "0", Optional.empty(), "0", FULL);
        AudioProcessor.Result result = process(project("0", "1", one, one), source, FPS_30, 4_800);
        float[] left = media.encodedLeft();
        for (float sample : left) {
            assertTrue(Math.abs(sample) < 1, "clipped: " + sample);
        }
        Decision limited =
                result.decisions().stream()
                        .filter(decision -> decision.kind() == DecisionKind.MIX_LIMITED)
                        .findFirst()
                        .orElseThrow();
        assertEquals("6.12", limited.facts().get(Fact.REDUCTION_DB));
    }

    @Test
    void decisionsNameTheLayerAndTheFileAsTheProjectDoes() {
        SourceFile source = media.source("a", 10, RAMP);
        media.decisions()
                .add(Decision.of(DecisionKind.AUDIO_RESAMPLED).with(Fact.FILE, "/real/path"));
        AudioProcessor.Result result =
                process(
                        project("0", "1", layer("a", "0", Optional.empty(), "0", FULL)),
                        source,
                        FPS_30,
                        4_800);
        assertEquals(
                List.of(
                        Decision.of(DecisionKind.AUDIO_RESAMPLED)
                                .with(Fact.FILE, "a")
                                .with(Fact.LAYER, "/layers/0")),
                result.decisions());
    }

    @Test
    void aVideoWithoutSoundIsSilentAnAudioLayerWithoutSoundFails() {
        SourceFile source = FakeMedia.silentSource("a", 10);
        Layer audio = layer("a", "0", Optional.empty(), "0", FULL);
        process(project("0", "1", video("a")), source, FPS_30, 4_800);
        assertArrayEquals(new float[48_000], media.encodedLeft());
        FailureException failure =
                assertThrows(
                        FailureException.class,
                        () -> process(project("0", "1", audio), source, FPS_30, 4_800));
        assertEquals(FailureKind.MEDIA_UNSUPPORTED, failure.failure().kind());
        assertEquals("/layers/0", failure.failure().fact(Fact.LAYER));
    }

    @Test
    void sourcesAreOpenOnlyWhileTheyAreHeardAndProgressReachesTheEnd() {
        SourceFile source = media.source("a", 10, RAMP);
        Layer[] layers = new Layer[20];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = layer("a", i + "/10", Optional.of("1/10"), "0", FULL);
        }
        List<Long> progress = new ArrayList<>();
        new AudioProcessor(project("0", "2", layers), sources(source), media, FPS_30)
                .process(progress::add);
        assertEquals(1, media.openAtOnce());
        assertEquals(0, media.openNow());
        assertEquals(96_000, progress.getLast());
        assertFalse(progress.size() > 30);
    }

    private AudioProcessor.Result process(
            Project project, SourceFile source, FrameRate rate, int block) {
        return new AudioProcessor(project, sources(source), media, rate, block)
                .process(samples -> {});
    }

    private static Sources sources(SourceFile source) {
        return new Sources(Map.of(source.path().toString(), source), Map.of());
    }

    private static Layer layer(
            String src,
            String start,
            Optional<String> duration,
            String trim,
            Animated<Double> volume) {
        Layer layer = Layers.of(0, "{\"type\": \"audio\", \"src\": \"" + src + "\"}");
        return Layers.with(
                layer,
                Map.of(
                        "start",
                        Rational.parse(start),
                        "duration",
                        duration.map(Rational::parse),
                        "trim",
                        Rational.parse(trim),
                        "volume",
                        volume));
    }

    private static Layer video(String src) {
        return Layers.of(0, "{\"type\": \"video\", \"src\": \"" + src + "\"}");
    }

    private static Project project(String start, String end, Layer... layers) {
        return new Project(
                new Canvas(160, 90, Colour.BLACK),
                new Overlay(
                        Rational.of(9, 16),
                        Animated.constant(new Point(80, 45)),
                        Animated.constant(90.0)),
                new TimeRange(Rational.parse(start), Rational.parse(end)),
                List.of(layers),
                List.of(),
                new Output(
                        new Output.ShortSide(90), Optional.empty(), 23, "medium", 192_000, true));
    }
}
