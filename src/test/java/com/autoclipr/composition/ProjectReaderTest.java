package com.autoclipr.composition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.composition.json.SourceReference;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.composition.value.Easing;
import com.autoclipr.composition.value.Fit;
import com.autoclipr.composition.value.Notation;
import com.autoclipr.composition.value.Point;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeRange;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectReaderTest {
    private static final String SMALLEST =
            """
            {"version": 1, "canvas": {"width": 1920, "height": 1080}, "cut": {"end": 3}, "layers": []}
            """;

    /// Files whose mistake is more than one.
    private static final List<String> SEVERAL =
            List.of(
                    "nothing in it",
                    "half a million unknown fields",
                    "a free overlay without width",
                    "a number of a million digits");

    private static ReadResult read(String file) {
        return ProjectReader.read(file.getBytes(UTF_8));
    }

    private static Project good(String file) {
        ReadResult result = read(file);
        assertEquals(List.of(), result.problems());
        return result.project().orElseThrow();
    }

    private static Project withLayer(String layer) {
        return good(SMALLEST.replace("[]", "[" + layer + "]"));
    }

    static List<MalformedFiles.Case> malformed() {
        return MalformedFiles.all();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedFilesGiveAPointerInTime(MalformedFiles.Case file) {
        ReadResult result =
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> readQuickly(file.bytes()));
        assertTrue(result.project().isEmpty());
        if (!SEVERAL.contains(file.name())) {
            assertEquals(1, result.problems().size(), "one mistake is one problem");
        }
        assertTrue(
                result.problems().stream()
                        .anyMatch(
                                problem ->
                                        problem.kind() == file.kind()
                                                && problem.pointer().equals(file.pointer())),
                () ->
                        result.problems()
                                .subList(0, Math.min(5, result.problems().size()))
                                .toString());
    }

    /// Reads within two seconds of the processor's time, which does not depend on what else runs.
    private static ReadResult readQuickly(byte[] file) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long startedNs = clock.getCurrentThreadCpuTime();
        ReadResult result = ProjectReader.read(file);
        long usedNs = clock.getCurrentThreadCpuTime() - startedNs;
        assertTrue(usedNs < 2_000_000_000L, "took " + usedNs / 1_000_000 + " ms");
        return result;
    }

    @Test
    void theGoodOneIsGood() {
        good(MalformedFiles.GOOD);
        assertTrue(MalformedFiles.all().size() >= 50);
    }

    @Test
    void theSmallestProjectHasTheDefaults() {
        Project project = good(SMALLEST);
        assertEquals(Colour.BLACK, project.canvas().background());
        assertEquals(Rational.of(9, 16), project.overlay().aspectRatio());
        assertEquals(Animated.constant(new Point(960, 540)), project.overlay().centre());
        assertEquals(Animated.constant(1080.0), project.overlay().height());
        assertEquals(new TimeRange(Rational.ZERO, Rational.of(3)), project.cut());
        assertEquals(
                new Output(
                        new Output.ShortSide(1080), Optional.empty(), 23, "medium", 192_000, true),
                project.output());
    }

    @Test
    void allProblemsComeAtOnceInTheOrderOfTheFile() {
        ReadResult result =
                read(
                        """
                        {"output": {"crf": 99}, "layers": [
                           {"type": "image", "srk": "a.png"},
                           {"type": "fish", "src": "b.mp4"},
                           {"type": "video", "src": "c.mp4", "opacity": 2, "colour": 1}],
                         "fonts": [{"src": "d.ttf", "family": 3}],
                         "cut": {"start": 5, "end": 5},
                         "canvas": {"width": 10, "height": 1080}, "version": 1}
                        """);
        assertEquals(
                List.of(
                        "OUT_OF_RANGE /output/crf",
                        "MISSING_FIELD /layers/0",
                        "UNKNOWN_FIELD /layers/0/srk",
                        "NOT_ALLOWED /layers/1/type",
                        "OUT_OF_RANGE /layers/2/opacity",
                        "UNKNOWN_FIELD /layers/2/colour",
                        "WRONG_TYPE /fonts/0/family",
                        "EMPTY_RANGE /cut",
                        "OUT_OF_RANGE /canvas/width"),
                result.problems().stream().map(p -> p.kind() + " " + p.pointer()).toList());
        assertEquals(
                List.of(
                        new SourceReference("/layers/1/src", "b.mp4", SourceReference.Kind.MEDIA),
                        new SourceReference("/layers/2/src", "c.mp4", SourceReference.Kind.MEDIA),
                        new SourceReference("/fonts/0/src", "d.ttf", SourceReference.Kind.FONT)),
                result.sources());
    }

    @Test
    void nearNamesAreSuggested() {
        List<Problem> problems =
                read(SMALLEST.replace("\"layers\"", "\"overlya\": {}, \"zzz\": 1, \"layers\""))
                        .problems();
        assertEquals(Map.of("field", "overlya", "nearest", "overlay"), problems.get(0).facts());
        assertEquals(Map.of("field", "zzz"), problems.get(1).facts());
    }

    @Test
    void linesAndColumnsAreThoseOfTheMistake() {
        Problem problem = read("{\n  \"version\": 1,\n  oops\n}").problems().getFirst();
        assertEquals(Map.of("line", "3", "column", "3", "detail", "syntax"), problem.facts());
        Problem cut = read("{\n  \"version\": ").problems().getFirst();
        assertEquals("cut-short", cut.facts().get("detail"));
        Problem more = read(SMALLEST + "\n  x").problems().getFirst();
        assertEquals("3", more.facts().get("line"));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "12.5, 25/2",
        "0.1, 1/10",
        "1e1, 10",
        "'\"01:02.5\"', 125/2",
        "'\"1:00:00.001\"', 3600001/1000",
        "'\"1001/30000\"', 1001/30000",
        "'\"12.5\"', 25/2"
    })
    void timesAreExact(String written, String seconds) {
        Project project = good(SMALLEST.replace("\"end\": 3", "\"end\": " + written));
        assertEquals(Rational.parse(seconds), project.cut().end());
    }

    @ParameterizedTest
    @CsvSource({
        "30, 30/1",
        "29.97, 30000/1001",
        "23.976, 24000/1001",
        "59.94, 60000/1001",
        "30.0, 30/1",
        "12.5, 25/2",
        "'\"30000/1001\"', 30000/1001",
        "3e1, 30/1",
        "29.970, 30000/1001"
    })
    void frameRatesAreExact(String written, String rate) {
        Project project =
                good(
                        SMALLEST.replace(
                                "\"layers\"",
                                "\"output\": {\"fps\": " + written + "}, \"layers\""));
        assertEquals(
                new FrameRate(Rational.parse(rate)), project.output().frameRate().orElseThrow());
    }

    @Test
    void lengthsArePixelsOrPartsOfTheCanvas() {
        VideoLayer layer =
                (VideoLayer)
                        withLayer(
                                        """
                                        {"type": "video", "src": "a", "width": "50%", "height": "25%",
                                         "position": {"x": "100% - 40", "y": 7.5},
                                         "anchor": {"x": "100%", "y": 3}, "fit": {"keyframes": [
                                           {"time": 0, "value": "fill"}, {"time": 1, "value": "contain"}]}}
                                        """)
                                .layers()
                                .getFirst();
        assertEquals(Animated.constant(960.0), layer.box().width());
        assertEquals(Animated.constant(270.0), layer.box().height());
        assertEquals(Animated.constant(new Point(1880, 7.5)), layer.transform().position());
        assertEquals(
                new com.autoclipr.composition.value.Anchor(1, 0, 0, 3),
                layer.transform().anchor().keyframes().getFirst().value());
        assertEquals(Fit.CONTAIN, layer.box().fit().keyframes().get(1).value());
    }

    @Test
    void textsHaveDefaults() {
        TextLayer text =
                (TextLayer) withLayer("{\"type\": \"text\", \"text\": \"a\"}").layers().getFirst();
        assertEquals(new TextLayer.Font("Inter", 400, false, 64.8, Colour.WHITE, 0), text.font());
        assertEquals(TextLayer.Align.CENTER, text.align());
        assertEquals(1.2, text.lineHeight());
        assertTrue(text.box().isEmpty() && text.stroke().isEmpty() && text.shadow().isEmpty());
    }

    @Test
    void aLineLiesWhereItsEndsAre() {
        ShapeLayer line =
                (ShapeLayer)
                        withLayer(
                                        """
                                        {"type": "shape", "shape": "line", "from": {"x": 10, "y": 300},
                                         "to": {"x": 110, "y": 100}, "stroke": {"width": 3}}
                                        """)
                                .layers()
                                .getFirst();
        assertEquals(Animated.constant(new Point(60, 200)), line.transform().position());
    }

    @Test
    void easingBelongsToTheKeyframeItLeadsTo() {
        VideoLayer layer =
                (VideoLayer)
                        withLayer(
                                        """
                                        {"type": "video", "src": "a", "scale": {"keyframes": [
                                          {"time": 0, "value": 1, "easing": "hold"},
                                          {"time": 1, "value": {"x": 2, "y": 3}, "easing": "hold"}]}}
                                        """)
                                .layers()
                                .getFirst();
        assertEquals(Easing.LINEAR, layer.transform().scale().keyframes().get(0).easing());
        assertEquals(Easing.HOLD, layer.transform().scale().keyframes().get(1).easing());
        assertEquals(new Point(2, 3), layer.transform().scale().keyframes().get(1).value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'#f00' | #ff0000ff", "'#F008' | #ff000088", "'#12ab34' | #12ab34ff",
                "'#12ab3456' | #12ab3456", "rgb(1, 2, 3) | #010203ff",
                        "rgba(1,2,3,0.5) | #01020380",
                "rgb(1 2 3 / 50%) | #01020380", "RebeccaPurple | #663399ff",
                        "transparent | #00000000"
            })
    void coloursAreThoseOfCss(String written, String colour) {
        assertEquals(colour, Notation.colour(written).orElseThrow().toString());
    }

    @Test
    void overlaysHaveASizeOfAnyRatio() {
        assertEquals(
                600,
                overlay("\"aspectRatio\": \"16:9\", \"width\": 1066.6666666666667")
                        .at(Rational.ZERO)
                        .height(),
                1e-9);
        assertEquals(1080, overlay("\"aspectRatio\": \"1:1\"").at(Rational.ZERO).width(), 1e-9);
        assertEquals(
                1920 / 2.35,
                overlay("\"aspectRatio\": \"2.35:1\"").at(Rational.ZERO).height(),
                1e-9);
        var free =
                overlay("\"aspectRatio\": \"free\", \"width\": 333.3, \"height\": \"50%\"")
                        .at(Rational.ZERO);
        assertEquals(333.3, free.width(), 1e-6);
        assertEquals(540, free.height(), 1e-9);
    }

    @Test
    void anOverlayMayOvershootWhereThereIsRoom() {
        String frames =
                "\"position\": {\"keyframes\": [{\"time\": 0, \"value\": {\"x\": 700, \"y\": 540}},"
                        + " {\"time\": 1, \"value\": {\"x\": 900, \"y\": 540},"
                        + " \"easing\": \"cubic-bezier(0.5, 0, 0.5, 2)\"}]}";
        assertTrue(overlay(frames).moves());
    }

    private static com.autoclipr.composition.Overlay overlay(String fields) {
        return good(SMALLEST.replace("\"layers\"", "\"overlay\": {" + fields + "}, \"layers\""))
                .overlay();
    }

    @Test
    void everyLayerHasAnId() {
        assertEquals(
                List.of("layer-0", "title", "layer-2"),
                good(MalformedFiles.GOOD).layers().stream().map(Layer::id).toList());
    }

    @Test
    void aDefaultIdGivesWayToOneThatTheFileGives() {
        String layers =
                """
                "layers": [
                  {"type": "text", "text": "a", "id": "layer-1"},
                  {"type": "text", "text": "b"},
                  {"type": "text", "text": "c", "id": "layer-1-2"}]""";
        String file = SMALLEST.replaceFirst("\"layers\": \\[[^]]*\\]", layers);
        Project project = good(file);
        assertEquals(
                List.of("layer-1", "layer-1-3", "layer-1-2"),
                project.layers().stream().map(Layer::id).toList());
        assertEquals(project, ProjectReader.read(ProjectWriter.write(project)).project().get());
    }

    @Test
    void tooManyProblemsAreCutShortAndSaySo() {
        StringBuilder file = new StringBuilder("{");
        for (int i = 0; i < 5000; i++) {
            file.append("\"unknown").append(i).append("\": 0,");
        }
        List<Problem> problems = read(file + "\"version\": 1}").problems();
        assertEquals(1001, problems.size());
        assertEquals(ProblemKind.TOO_MANY, problems.getLast().kind());
    }
}
