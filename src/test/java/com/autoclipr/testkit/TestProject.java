package com.autoclipr.testkit;

import com.autoclipr.time.Rational;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A project file in the making. Fields are JSON texts, as they stand in the file.
///
/// @param width of the canvas
/// @param height of the canvas
/// @param overlay object; the default is 9:16 over the whole height, in the centre
/// @param start of the cut, seconds
/// @param end of the cut, seconds
/// @param layers objects, bottom to top
public record TestProject(
        int width, int height, String overlay, Rational start, Rational end, List<String> layers) {
    /// An empty canvas, cut to its first second.
    public static TestProject canvas(int width, int height) {
        return new TestProject(width, height, "{}", Rational.ZERO, Rational.ONE, List.of());
    }

    public TestProject overlay(String json) {
        return new TestProject(width, height, json, start, end, layers);
    }

    public TestProject cut(Rational from, Rational duration) {
        return new TestProject(width, height, overlay, from, from.plus(duration), layers);
    }

    public TestProject layer(String json) {
        List<String> more = new ArrayList<>(layers);
        more.add(json);
        return new TestProject(width, height, overlay, start, end, more);
    }

    /// Adds a layer that only names its kind and source.
    public TestProject layer(String type, Path source) {
        return layer("{\"type\": \"%s\", \"src\": \"%s\"}".formatted(type, source));
    }

    /// Writes the project file into `folder`.
    public Path in(Path folder) {
        String json =
                """
                {"version": 1,
                 "canvas": {"width": %d, "height": %d},
                 "overlay": %s,
                 "cut": {"start": "%s", "end": "%s"},
                 "layers": [%s]}
                """
                        .formatted(width, height, overlay, start, end, String.join(",\n", layers));
        try {
            Path file = Files.createTempFile(folder, "project", ".json");
            return Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
