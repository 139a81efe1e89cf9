package com.autoclipr.benchmarks;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A piece of work that is measured: a project, and the same thing for the `ffmpeg` program where
/// an expert would write it by hand.
///
/// @param name in tables
/// @param project JSON text; sources by absolute path
/// @param expert the filter graph for the inputs source, box, logo; empty: nobody would
/// @param limit most CPU that the export may take, as a multiple of the floor's
record BenchWork(String name, String project, Optional<String> expert, double limit) {
    private static final int SECONDS = 20;
    private static final int WORDS_1440 = 60;

    /// Twenty seconds, a centre crop, a title in a box that fades in, a logo, twenty words.
    static BenchWork crop(BenchMaterial material) {
        StringBuilder layers = new StringBuilder();
        layers.append(video(material));
        String fade =
                "{ \"keyframes\": [ { \"time\": 0, \"value\": 0 }, { \"time\": 0.5, \"value\": 1 } ] }";
        layers.append(
                """
                ,
                { "type": "shape", "shape": "rectangle", "width": 840, "height": 150, "radius": 24,
                  "fill": "rgba(0,0,0,0.55)", "position": { "x": 540, "y": 255 }, "opacity": %s },
                { "type": "image", "src": "%s", "width": 160, "height": 160, "anchor": "top-right",
                  "position": { "x": 1032, "y": 48 } },
                { "type": "text", "text": "Bench A - the title", "position": { "x": 540, "y": 255 },
                  "font": { "family": "Noto Sans", "weight": 700, "size": 72, "color": "#ffffff" },
                  "opacity": %s }"""
                        .formatted(fade, material.logo(), fade));
        for (int i = 0; i < material.words().size(); i++) {
            layers.append(word(material.words().get(i), i, "1", 540, 1440, 110));
        }
        return new BenchWork(
                "crop, title, logo, twenty words",
                project(
                        1080,
                        1920,
                        "{ \"aspectRatio\": \"9:16\" }",
                        material,
                        layers.toString(),
                        "1080p"),
                Optional.of(material.expertGraph()),
                1.10);
    }

    /// The overlay pans and zooms in every frame.
    static BenchWork reframe(BenchMaterial material) {
        String overlay =
                """
                { "aspectRatio": "9:16",
                  "position": { "keyframes": [
                    { "time": 0, "value": { "x": "30%", "y": "50%" } },
                    { "time": 7, "value": { "x": "70%", "y": "48%" }, "easing": "ease-in-out" },
                    { "time": 13, "value": { "x": "45%", "y": "52%" }, "easing": "ease-in-out" },
                    { "time": 20, "value": { "x": "60%", "y": "50%" }, "easing": "linear" } ] },
                  "height": { "keyframes": [
                    { "time": 0, "value": 1000 },
                    { "time": 10, "value": 800, "easing": "ease-in-out" },
                    { "time": 20, "value": 960, "easing": "ease-in-out" } ] } }""";
        return new BenchWork(
                "keyframed reframe",
                project(1920, 1080, overlay, material, video(material), "1080p"),
                Optional.empty(),
                1.25);
    }

    /// Twelve layers turn, grow and fade over the video.
    static BenchWork layers(BenchMaterial material) {
        StringBuilder layers = new StringBuilder(video(material));
        for (int i = 0; i < 12; i++) {
            String moving =
                    String.format(
                            Locale.ROOT,
                            """
                            "position": { "x": %d, "y": %d },
                            "rotation": { "keyframes": [ { "time": 0, "value": %d }, { "time": 20, "value": %d } ] },
                            "scale": { "keyframes": [ { "time": 0, "value": 0.6 }, { "time": 10, "value": 1.4, "easing": "ease-in-out" }, { "time": 20, "value": 0.8 } ] },
                            "opacity": { "keyframes": [ { "time": 0, "value": 0.2 }, { "time": 12, "value": 1 }, { "time": 20, "value": 0.4 } ] }
                            """,
                            200 + i % 3 * 340,
                            240 + i / 3 * 480,
                            i * 15,
                            i * 15 + (i % 2 == 0 ? 180 : -180));
            layers.append(
                    i % 2 == 0
                            ? ",\n{ \"type\": \"image\", \"src\": \"%s\", \"width\": 240, \"height\": 240, %s }"
                                    .formatted(material.logo(), moving)
                            : ",\n{ \"type\": \"text\", \"text\": \"Layer %d\", %s, \"font\": { \"family\": \"Noto Sans\", \"weight\": 700, \"size\": 96, \"color\": \"#ffee55\" }, \"stroke\": { \"width\": 6, \"color\": \"#000000\" } }"
                                    .formatted(i, moving));
        }
        return new BenchWork(
                "twelve moving layers",
                project(
                        1080,
                        1920,
                        "{ \"aspectRatio\": \"9:16\" }",
                        material,
                        layers.toString(),
                        "1080p"),
                Optional.empty(),
                2.0);
    }

    /// 1440 × 2560 with three words a second.
    static BenchWork words1440(BenchMaterial material) {
        StringBuilder layers = new StringBuilder(video(material));
        for (int i = 0; i < WORDS_1440; i++) {
            String word = material.words().get(i % material.words().size());
            layers.append(word(word, i + "/3", "1/3", 720, 1920, 150));
        }
        return new BenchWork(
                "1440p, sixty words",
                project(
                        1440,
                        2560,
                        "{ \"aspectRatio\": \"9:16\" }",
                        material,
                        layers.toString(),
                        "1440p"),
                Optional.empty(),
                1.15);
    }

    private static String video(BenchMaterial material) {
        return "{ \"type\": \"video\", \"src\": \"%s\", \"fit\": \"cover\" }"
                .formatted(material.source());
    }

    private static String word(
            String text, Object start, String duration, int x, int y, int fontPx) {
        return """
               ,
               { "type": "text", "text": "%s", "start": "%s", "duration": "%s",
                 "position": { "x": %d, "y": %d },
                 "font": { "family": "Noto Sans", "weight": 700, "size": %d, "color": "#ffffff" },
                 "stroke": { "width": 14, "color": "#000000" } }"""
                .formatted(text, start, duration, x, y, fontPx);
    }

    private static String project(
            int width,
            int height,
            String overlay,
            BenchMaterial material,
            String layers,
            String resolution) {
        return """
               { "version": 1,
                 "canvas": { "width": %d, "height": %d },
                 "overlay": %s,
                 "cut": { "start": 0, "end": %d },
                 "fonts": [ { "family": "Noto Sans", "src": "%s" } ],
                 "layers": [ %s ],
                 "output": { "resolution": "%s", "fps": 30 } }
               """
                .formatted(width, height, overlay, SECONDS, material.font(), layers, resolution);
    }

    /// The project file, written into `folder`.
    Path in(Path folder) {
        return BenchMaterial.write(folder.resolve("project.json"), project);
    }
}
