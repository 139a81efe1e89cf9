package com.autoclipr.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ProjectReader;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.testkit.media.UsualVideo;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportPlannerTest {
    private static final FrameRate NTSC = FrameRate.of(30_000, 1_001);

    @Test
    void withoutARateTheMainSourcesIsTakenAndSaid() {
        ExportPlan plan = plan("\"duration\": 2", "", NTSC, Rational.of(10));
        assertEquals(NTSC, plan.frameRate());
        assertEquals(60, plan.frameCount());
        assertEquals(List.of(DecisionKind.FRAME_RATE_SELECTED), kinds(plan));
        assertEquals(new PixelSize(720, 1280), plan.size());
    }

    @Test
    void anotherRateIsConformed() {
        ExportPlan plan = plan("\"duration\": 2", ", \"fps\": 24", NTSC, Rational.of(10));
        assertEquals(48, plan.frameCount());
        assertEquals(List.of(DecisionKind.FRAME_RATE_CONFORMED), kinds(plan));
    }

    @Test
    void aVeryFastSourceIsTakenAtSixty() {
        ExportPlan plan = plan("\"duration\": 2", "", FrameRate.of(240, 1), Rational.of(10));
        assertEquals(FrameRate.of(60, 1), plan.frameRate());
    }

    @Test
    void aVideoThatStaysAfterItsEndIsSaid() {
        Rational ends = new Rational(3, 2);
        ExportPlan plan = plan("\"duration\": 2", ", \"fps\": \"30000/1001\"", NTSC, ends);
        assertEquals(List.of(DecisionKind.LAST_FRAME_HELD), kinds(plan));
        assertEquals("1.5", plan.decisions().getFirst().facts().get(Fact.SOURCE_END));
        assertEquals("2", plan.decisions().getFirst().facts().get(Fact.SHOWN_UNTIL));
    }

    @Test
    void aFrameConcernsWhatItsLayersAreAbout() {
        Rational ends = new Rational(3, 2);
        ExportPlan plan = plan("\"start\": 1, \"duration\": 5", ", \"fps\": 24", NTSC, ends);
        assertEquals(List.of(), plan.decisionsAt(new Rational(1, 2)));
        assertEquals(plan.decisions(), plan.decisionsAt(Rational.of(1)));
    }

    @Test
    void aCutThatGoesOnAfterTheLastLayerIsSaid() {
        ExportPlan plan =
                plan("\"duration\": 1", ", \"fps\": \"30000/1001\"", NTSC, Rational.of(9));
        assertEquals(List.of(DecisionKind.CUT_PAST_END), kinds(plan));
    }

    @Test
    void aCutOfADayIsPlannedAndALongerOneRefusedAtOnce() {
        assertEquals(86_400, planOfSeconds(24 * 60 * 60).chunks().size());
        Failure failure =
                assertThrows(FailureException.class, () -> planOfSeconds(900_000)).failure();
        assertEquals(FailureKind.OUTPUT_TOO_LARGE, failure.kind());
        assertEquals("900000", failure.fact(Fact.SECONDS));
    }

    private static ExportPlan planOfSeconds(int seconds) {
        String json =
                """
                { "version": 1, "canvas": { "width": 1920, "height": 1080 },
                  "cut": { "start": 0, "end": %d },
                  "layers": [ { "type": "text", "text": "Long" } ] }
                """
                        .formatted(seconds);
        Project project =
                ProjectReader.read(json.getBytes(StandardCharsets.UTF_8)).project().orElseThrow();
        return new ExportPlanner("engine").plan(project, new Sources(Map.of(), Map.of()));
    }

    private static List<DecisionKind> kinds(ExportPlan plan) {
        return plan.decisions().stream().map(Decision::kind).toList();
    }

    private static ExportPlan plan(
            String span, String output, FrameRate sourceRate, Rational sourceDuration) {
        String json =
                """
                { "version": 1, "canvas": { "width": 1920, "height": 1080 },
                  "cut": { "start": 0, "end": 2 },
                  "layers": [ { "type": "video", "src": "v.mp4", %s } ],
                  "output": { "resolution": "720p"%s } }
                """
                        .formatted(span, output);
        Project project =
                ProjectReader.read(json.getBytes(StandardCharsets.UTF_8)).project().orElseThrow();
        VideoFacts video = new UsualVideo(1920, 1080, sourceRate, sourceDuration).facts();
        MediaFacts facts =
                new MediaFacts(
                        "mp4",
                        sourceDuration,
                        Optional.of(video),
                        Optional.empty(),
                        List.of(),
                        List.of());
        Sources sources =
                new Sources(
                        Map.of("v.mp4", new SourceFile(Path.of("/v.mp4"), "0", facts)), Map.of());
        return new ExportPlanner("engine").plan(project, sources);
    }
}
