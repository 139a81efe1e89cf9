package com.autoclipr.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.autoclipr.composition.Project;
import com.autoclipr.composition.json.ProjectReader;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.time.Rational;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    void theSameWorkHasTheSameKeysAndEveryChunkItsOwn() {
        ExportPlan plan = plan(PROJECT, "engine", "digest");
        assertEquals(keys(plan), keys(plan(PROJECT, "engine", "digest")));
        Set<String> distinct = new HashSet<>(keys(plan));
        assertEquals(4, plan.chunks().size());
        assertEquals(5, distinct.size());
    }

    @Test
    void whateverCanChangeAByteChangesEveryKey() {
        List<String> before = keys(plan(PROJECT, "engine", "digest"));
        assertAllDiffer(before, keys(plan(PROJECT, "engine 2", "digest")));
        assertAllDiffer(before, keys(plan(PROJECT, "engine", "digest 2")));
        assertAllDiffer(before, keys(plan(PROJECT.replace("words", "word"), "engine", "digest")));
        assertAllDiffer(before, keys(plan(PROJECT.replace("30", "25"), "engine", "digest")));
    }

    @Test
    void theNameOfTheFileThatHoldsTheProjectIsInNoKey() {
        String spaced = PROJECT.replace("\n", "\n   ");
        assertEquals(
                keys(plan(PROJECT, "engine", "digest")), keys(plan(spaced, "engine", "digest")));
    }

    private static void assertAllDiffer(List<String> before, List<String> after) {
        for (String key : before) {
            assertEquals(false, after.contains(key), key);
        }
        assertNotEquals(before, after);
    }

    private static List<String> keys(ExportPlan plan) {
        return Stream.concat(plan.chunks().stream().map(Chunk::key), Stream.of(plan.soundKey()))
                .toList();
    }

    private static ExportPlan plan(String json, String engine, String digest) {
        Project project =
                ProjectReader.read(json.getBytes(StandardCharsets.UTF_8)).project().orElseThrow();
        MediaFacts facts =
                new MediaFacts(
                        "wav", Rational.of(9), Optional.empty(), Optional.empty(), List.of());
        Sources sources =
                new Sources(
                        Map.of("a.wav", new SourceFile(Path.of("/a.wav"), digest, facts)),
                        Map.of());
        return new ExportPlanner(engine).plan(project, sources);
    }
}
