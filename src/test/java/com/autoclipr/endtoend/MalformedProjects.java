package com.autoclipr.endtoend;

import java.util.Map;
import java.util.TreeMap;

/// Project files that are wrong, each in one way, and where.
///
/// They are made from one good project by replacing a piece of its text.
final class MalformedProjects {
    /// A project of which every file exists (`clip.mp4`).
    static final String GOOD =
            """
            {"version": 1,
             "canvas": {"width": 320, "height": 180, "background": "#102030"},
             "overlay": {"aspectRatio": "9:16", "position": {"x": "50%", "y": "50%"}, "height": 180},
             "cut": {"start": 0, "end": 1},
             "layers": [
               {"type": "video", "src": "clip.mp4", "fit": "cover", "trim": 0, "volume": 1},
               {"type": "text", "text": "Title", "start": 0, "duration": 1, "opacity": 0.5,
                "font": {"family": "Inter", "size": 20, "weight": 700, "color": "#ffffff"}}],
             "output": {"fps": 25, "crf": 23, "preset": "ultrafast"}}
            """;

    /// A file that is wrong.
    ///
    /// @param json its text
    /// @param pointer JSON pointer that must be told; empty for the file as a whole
    record Malformed(String json, String pointer) {}

    private final Map<String, Malformed> files = new TreeMap<>();

    private MalformedProjects() {}

    /// All of them, by a name that says what is wrong.
    static Map<String, Malformed> all() {
        MalformedProjects made = new MalformedProjects();
        made.types();
        made.ranges();
        made.names();
        made.missing();
        made.times();
        made.overlays();
        made.paths();
        made.texts();
        return made.files;
    }

    private void types() {
        replace("version as text", "\"version\": 1", "\"version\": \"1\"", "/version");
        replace("version of the future", "\"version\": 1", "\"version\": 2", "/version");
        replace(
                "canvas as list",
                "{\"width\": 320, \"height\": 180, \"background\": \"#102030\"}",
                "[]",
                "/canvas");
        replace("width as text", "\"width\": 320", "\"width\": \"wide\"", "/canvas/width");
        replace("width as null", "\"width\": 320", "\"width\": null", "/canvas/width");
        replace("text as number", "\"text\": \"Title\"", "\"text\": 7", "/layers/1/text");
        replace("colour without digits", "\"#ffffff\"", "\"#ggg\"", "/layers/1/font/color");
        replace("colour as number", "\"#102030\"", "102030", "/canvas/background");
        replace("source as object", "\"clip.mp4\"", "{}", "/layers/0/src");
        replace("opacity as flag", "\"opacity\": 0.5", "\"opacity\": true", "/layers/1/opacity");
        replace(
                "layer as number",
                "{\"type\": \"video\", \"src\": \"clip.mp4\", \"fit\": \"cover\", \"trim\": 0, \"volume\": 1}",
                "4",
                "/layers/0");
        replace("layers as object", "\"layers\": [", "\"layers\": {\"a\": [", "");
    }

    private void ranges() {
        replace("width of nothing", "\"width\": 320", "\"width\": 0", "/canvas/width");
        replace("width below nothing", "\"width\": 320", "\"width\": -320", "/canvas/width");
        replace("width beyond measure", "\"width\": 320", "\"width\": 1e9", "/canvas/width");
        replace("width in parts", "\"width\": 320", "\"width\": 320.5", "/canvas/width");
        replace("opacity above one", "\"opacity\": 0.5", "\"opacity\": 1.5", "/layers/1/opacity");
        replace("volume below nothing", "\"volume\": 1", "\"volume\": -1", "/layers/0/volume");
        replace("crf of 99", "\"crf\": 23", "\"crf\": 99", "/output/crf");
        replace("no frames", "\"fps\": 25", "\"fps\": 0", "/output/fps");
        replace("frames beyond measure", "\"fps\": 25", "\"fps\": 100000", "/output/fps");
        replace(
                "frames as a fraction of nothing",
                "\"fps\": 25",
                "\"fps\": \"30/0\"",
                "/output/fps");
        replace("weight of 1234", "\"weight\": 700", "\"weight\": 1234", "/layers/1/font/weight");
        replace("letters of nothing", "\"size\": 20", "\"size\": 0", "/layers/1/font/size");
        replace(
                "number with a thousand digits",
                "\"size\": 20",
                "\"size\": " + "9".repeat(1000),
                "/layers/1/font/size");
        replace(
                "exponent beyond measure",
                "\"size\": 20",
                "\"size\": 1e999999999",
                "/layers/1/font/size");
        replace(
                "odd width of the output",
                "\"fps\": 25",
                "\"width\": 101, \"height\": 200, \"fps\": 25",
                "/output/width");
    }

    private void names() {
        replace("unknown field", "\"canvas\":", "\"kanvas\": 1, \"canvas\":", "/kanvas");
        replace("misspelt field", "\"opacity\": 0.5", "\"opacty\": 0.5", "/layers/1/opacty");
        replace("field of another kind", "\"fit\": \"cover\"", "\"font\": {}", "/layers/0/font");
        replace(
                "unknown kind of layer",
                "\"type\": \"video\"",
                "\"type\": \"vidoe\"",
                "/layers/0/type");
        replace("unknown fit", "\"cover\"", "\"crop\"", "/layers/0/fit");
        replace("unknown preset", "\"ultrafast\"", "\"warp\"", "/output/preset");
        replace(
                "unknown easing",
                "\"opacity\": 0.5",
                "\"opacity\": {\"keyframes\": [{\"time\": 0, \"value\": 1, \"easing\": \"bouncy\"}]}",
                "/layers/1/opacity/keyframes/0/easing");
        replace(
                "the same field twice",
                "\"version\": 1",
                "\"version\": 1, \"version\": 1",
                "/version");
    }

    private void missing() {
        replace("no version", "\"version\": 1,", "", "");
        replace("no canvas", "\"canvas\":", "\"$schema\": \"x\", \"canvas2\":", "/canvas2");
        replace("no cut", "\"cut\": {\"start\": 0, \"end\": 1},", "", "");
        replace("no end of the cut", ", \"end\": 1}", "}", "/cut");
        replace("no source", "\"src\": \"clip.mp4\", ", "", "/layers/0");
        replace("no kind", "\"type\": \"text\", ", "", "/layers/1");
    }

    private void times() {
        replace(
                "cut of no length",
                "\"start\": 0, \"end\": 1}",
                "\"start\": 1, \"end\": 1}",
                "/cut");
        replace(
                "cut that runs backwards",
                "\"start\": 0, \"end\": 1}",
                "\"start\": 2, \"end\": 1}",
                "/cut");
        replace(
                "cut before zero",
                "\"start\": 0, \"end\": 1}",
                "\"start\": -1, \"end\": 1}",
                "/cut/start");
        replace("time as a word", "\"end\": 1}", "\"end\": \"soon\"}", "/cut/end");
        replace("time over zero", "\"end\": 1}", "\"end\": \"1/0\"}", "/cut/end");
        replace("NaN", "\"end\": 1}", "\"end\": NaN}", "");
        replace("NaN as text", "\"end\": 1}", "\"end\": \"NaN\"}", "/cut/end");
        replace("Infinity", "\"end\": 1}", "\"end\": Infinity}", "");
        replace(
                "duration below nothing",
                "\"duration\": 1",
                "\"duration\": -1",
                "/layers/1/duration");
        replace(
                "keyframes out of order",
                "\"opacity\": 0.5",
                "\"opacity\": {\"keyframes\": [{\"time\": 1, \"value\": 1}, {\"time\": 0, \"value\": 1}]}",
                "/layers/1/opacity/keyframes/1");
        replace(
                "no keyframes",
                "\"opacity\": 0.5",
                "\"opacity\": {\"keyframes\": []}",
                "/layers/1/opacity");
    }

    private void overlays() {
        replace("overlay to the left of the canvas", "\"x\": \"50%\"", "\"x\": 0", "/overlay");
        replace(
                "overlay higher than the canvas",
                "\"height\": 180}",
                "\"height\": 500}",
                "/overlay");
        replace("ratio over zero", "\"9:16\"", "\"9:0\"", "/overlay/aspectRatio");
        replace("ratio as a word", "\"9:16\"", "\"tall\"", "/overlay/aspectRatio");
        replace(
                "overlay that wanders off",
                "{\"x\": \"50%\", \"y\": \"50%\"}",
                "{\"keyframes\": [{\"time\": 0, \"value\": {\"x\": 160, \"y\": 90}},"
                        + " {\"time\": 1, \"value\": {\"x\": 400, \"y\": 90}}]}",
                "/overlay");
    }

    private void paths() {
        replace("missing file", "clip.mp4", "absent.mp4", "/layers/0/src");
        replace("missing folder", "clip.mp4", "absent/clip.mp4", "/layers/0/src");
        replace("folder as source", "clip.mp4", ".", "/layers/0/src");
        replace("path that leaves by dots", "clip.mp4", "../outside/clip.mp4", "/layers/0/src");
        replace("absolute path", "clip.mp4", "/etc/hostname", "/layers/0/src");
        replace("path that leaves by a link", "clip.mp4", "link.mp4", "/layers/0/src");
        replace(
                "path that leaves by a linked folder",
                "clip.mp4",
                "linked/clip.mp4",
                "/layers/0/src");
        replace("address of the network", "clip.mp4", "http://localhost/clip.mp4", "/layers/0/src");
        replace("protocol of FFmpeg", "clip.mp4", "concat:clip.mp4|clip.mp4", "/layers/0/src");
        replace("path with a null", "clip.mp4", "clip\\u0000.mp4", "/layers/0/src");
        replace("empty path", "clip.mp4", "", "/layers/0/src");
    }

    private void texts() {
        put("empty file", "", "");
        put("nothing but spaces", "   \n", "");
        put("no JSON", "version: 1", "");
        put("cut off in the middle", GOOD.substring(0, GOOD.length() / 2), "");
        put("two documents", GOOD + GOOD, "");
        put("a list", "[" + GOOD + "]", "");
        put("null", "null", "");
        put("very deep", "[".repeat(100_000), "");
        put(
                "deep layers",
                GOOD.replace(
                        "\"text\": \"Title\"",
                        "\"text\": " + "[".repeat(2_000) + "]".repeat(2_000)),
                "");
        replace("text of ten megabytes", "Title", "x".repeat(10 << 20), "");
        replace(
                "name of ten megabytes",
                "\"version\": 1",
                "\"" + "n".repeat(10 << 20) + "\": 1, \"version\": 1",
                "");
        replace(
                "ten thousand layers",
                "\"layers\": [",
                "\"layers\": [" + "{\"type\": \"shape\", \"shape\": \"ellipse\"},".repeat(10_000),
                "/layers");
    }

    private void replace(String name, String piece, String by, String pointer) {
        if (!GOOD.contains(piece)) {
            throw new IllegalArgumentException("the good project has no " + piece);
        }
        put(name, GOOD.replace(piece, by), pointer);
    }

    private void put(String name, String json, String pointer) {
        if (files.put(name, new Malformed(json, pointer)) != null) {
            throw new IllegalArgumentException("two are named " + name);
        }
    }
}
