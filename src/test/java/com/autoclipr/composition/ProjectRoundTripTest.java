package com.autoclipr.composition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.autoclipr.testkit.ProjectGenerator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is written reads back equal, and equal projects are equal bytes.
class ProjectRoundTripTest {
    private static final int SEEDS = 2_000;

    @Test
    void generatedProjectsReadBackEqual() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Project project = ProjectGenerator.project(seed);
            byte[] written = ProjectWriter.write(project);
            ReadResult read = ProjectReader.read(written);
            assertEquals(List.of(), read.problems(), "seed " + seed);
            assertEquals(project, read.project().orElseThrow());
            assertArrayEquals(written, ProjectWriter.write(read.project().orElseThrow()));
        }
    }

    @Test
    void equalProjectsGiveEqualBytesAndOthersDoNot() {
        Set<Project> projects = new HashSet<>();
        Set<String> texts = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            projects.add(ProjectGenerator.project(seed));
            texts.add(new String(ProjectWriter.write(ProjectGenerator.project(seed)), UTF_8));
        }
        assertEquals(SEEDS, projects.size());
        assertEquals(projects.size(), texts.size());
    }

    @Test
    void notationMakesNoDifference() {
        String plain = file("1920", "12.5", "\"#ff0000\"", "960", "0.5", "29.97");
        String other =
                file(
                        "1920.0",
                        "\"00:12.500\"",
                        "\"rgb(255, 0, 0)\"",
                        "\"50%\"",
                        "\"1/2\"",
                        "\"30000/1001\"");
        Project one = project(plain);
        assertEquals(one, project(other));
        assertArrayEquals(ProjectWriter.write(one), ProjectWriter.write(project(other)));
        Project red = project(plain.replace("#ff0000", "#fe0000"));
        assertNotEquals(
                new String(ProjectWriter.write(one), UTF_8),
                new String(ProjectWriter.write(red), UTF_8));
    }

    private static String file(
            String width, String end, String colour, String x, String... timeAndRate) {
        return """
        {"version": 1, "canvas": {"width": %s, "height": 1080}, "cut": {"end": %s},
         "output": {"fps": %s},
         "layers": [{"type": "text", "text": "a", "font": {"color": %s},
           "position": {"x": %s, "y": 0}, "opacity": {"keyframes": [
             {"time": 0, "value": 0}, {"time": %s, "value": 1}]}}]}
        """
                .formatted(width, end, timeAndRate[1], colour, x, timeAndRate[0]);
    }

    private static Project project(String file) {
        ReadResult read = ProjectReader.read(file.getBytes(UTF_8));
        assertEquals(List.of(), read.problems());
        return read.project().orElseThrow();
    }
}
