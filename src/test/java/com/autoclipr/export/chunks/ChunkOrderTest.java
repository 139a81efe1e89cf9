package com.autoclipr.export.chunks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.ProjectReader;
import com.autoclipr.failure.FailureException;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.plan.Chunk;
import com.autoclipr.plan.ExportPlan;
import com.autoclipr.plan.ExportPlanner;
import com.autoclipr.testkit.media.UsualVideo;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// An order means the same on every machine that has the content.
class ChunkOrderTest {
    private static final String PROJECT =
            """
            { "version": 1, "canvas": { "width": 1920, "height": 1080 },
              "overlay": { "height": 1080 }, "cut": { "start": 0, "end": 2 },
              "layers": [ { "type": "video", "src": "a.mp4" } ],
              "output": { "resolution": "720p", "fps": 30 } }
            """;
    private static final FrameRate FPS = FrameRate.of(30, 1);

    private static Sources at(String folder, String digest) {
        MediaFacts facts =
                new MediaFacts(
                        "mp4",
                        Rational.of(9),
                        Optional.of(new UsualVideo(1920, 1080, FPS, Rational.of(9)).facts()),
                        Optional.empty(),
                        List.of(),
                        List.of());
        return new Sources(
                Map.of("a.mp4", new SourceFile(Path.of(folder, "a.mp4"), digest, facts)), Map.of());
    }

    private static ExportPlan plan(Sources sources) {
        return new ExportPlanner("engine")
                .plan(
                        ProjectReader.read(PROJECT.getBytes(StandardCharsets.UTF_8))
                                .project()
                                .orElseThrow(),
                        sources);
    }

    private static ChunkOrder order(Sources sources) {
        ExportPlan plan = plan(sources);
        return ChunkOrder.of(plan, "id", plan.chunks(), true);
    }

    @Test
    void itNamesNoPlaceOfThisMachine() {
        ChunkOrder order = order(at("/here/and/there", "d1"));
        assertEquals(order(at("/elsewhere", "d1")).chunks(), order.chunks());
        assertEquals(order(at("/elsewhere", "d1")).media(), order.media());
        String text = order + JsonMapper.shared().writeValueAsString(order.chunks());
        assertFalse(text.contains("/here"), text);
        assertTrue(text.contains("d1"), text);
        assertEquals("d1", Optional.ofNullable(order.media().get("a.mp4")).orElseThrow().sha256());
    }

    @Test
    void whoMakesItFindsTheContentUnderItsOwnNamesAndPaths() {
        ChunkOrder order = order(at("/here", "d1"));
        Sources there = at("/there", "d1");
        LocalContents contents = new LocalContents(there);
        assertEquals(there, contents.sources(order));
        Chunk chunk = order.chunks().getFirst();
        Chunk planned = plan(there).chunks().getFirst();
        assertEquals(planned.names(), contents.names(chunk.names(), order));
    }

    @Test
    void otherContentIsNotTakenForIt() {
        LocalContents contents = new LocalContents(at("/there", "d2"));
        ChunkOrder order = order(at("/here", "d1"));
        assertThrows(FailureException.class, () -> contents.sources(order));
    }
}
