package com.autoclipr.composition;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.autoclipr.composition.json.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Project files with one thing wrong each, and what has to be said about it.
final class MalformedFiles {
    /// A good project in which things are replaced.
    static final String GOOD =
            """
            {"version": 1,
             "canvas": {"width": 1920, "height": 1080, "background": "#102030"},
             "overlay": {"aspectRatio": "9:16", "position": {"x": "50%", "y": "50%"}, "height": 1080},
             "cut": {"start": 12.5, "end": 42.5},
             "layers": [
               {"type": "video", "src": "talk.mp4", "fit": "cover", "trim": 1, "volume": 0.5},
               {"type": "text", "id": "title", "text": "Bonjour", "start": 12.5, "duration": 4,
                "font": {"family": "Inter", "weight": 800, "size": 72, "color": "#ffffff"},
                "opacity": {"keyframes": [{"time": 0, "value": 0},
                  {"time": 0.5, "value": 1, "easing": "ease-out"}]}},
               {"type": "shape", "shape": "line", "from": {"x": 0, "y": 0}, "to": {"x": 9, "y": 9},
                "stroke": {"color": "red", "width": 4}}],
             "fonts": [{"src": "a.ttf"}],
             "output": {"resolution": "1080p", "fps": 30, "crf": 23}}
            """;

    /// @param name what is wrong
    /// @param bytes the file
    /// @param kind what has to be reported
    /// @param pointer where
    /// @param schemaSees whether a JSON Schema can express it
    record Case(String name, byte[] bytes, ProblemKind kind, String pointer, boolean schemaSees) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Case> cases = new ArrayList<>();

    static List<Case> all() {
        MalformedFiles files = new MalformedFiles();
        files.notJson();
        files.fields();
        files.types();
        files.ranges();
        files.forms();
        files.meaning();
        files.sizes();
        return files.cases;
    }

    private void notJson() {
        file("an empty file", "", ProblemKind.NOT_JSON, "");
        file("only blanks", " \n\t ", ProblemKind.NOT_JSON, "");
        file("a byte order mark", "\uFEFF" + GOOD, ProblemKind.NOT_JSON, "");
        bytes("UTF-16", GOOD.getBytes(UTF_16), ProblemKind.NOT_JSON);
        bytes(
                "UTF-16 without mark",
                GOOD.getBytes(StandardCharsets.UTF_16LE),
                ProblemKind.NOT_JSON);
        bytes(
                "Latin-1",
                GOOD.replace("Bonjour", "é").getBytes(StandardCharsets.ISO_8859_1),
                ProblemKind.NOT_JSON);
        file("a cut off file", GOOD.substring(0, 300), ProblemKind.NOT_JSON, "");
        file("something after the end", GOOD + "{}", ProblemKind.NOT_JSON, "");
        file("a bracket after the end", GOOD + "]", ProblemKind.NOT_JSON, "");
        replace("a comment", "\"cut\"", "// no\n\"cut\"", ProblemKind.NOT_JSON, "");
        replace("a trailing comma", "\"crf\": 23", "\"crf\": 23,", ProblemKind.NOT_JSON, "");
        replace("single quotes", "\"cut\"", "'cut'", ProblemKind.NOT_JSON, "");
        replace("a leading zero", "\"crf\": 23", "\"crf\": 023", ProblemKind.NOT_JSON, "");
        replace("a leading plus", "\"crf\": 23", "\"crf\": +23", ProblemKind.NOT_JSON, "");
        replace("a bare word", "\"crf\": 23", "\"crf\": none", ProblemKind.NOT_JSON, "");
        replace("a line break in a text", "Bonjour", "Bon\njour", ProblemKind.NOT_JSON, "");
        replace("a wrong escape", "Bonjour", "Bon\\qjour", ProblemKind.NOT_JSON, "");
        replace(
                "NaN",
                "0.5,",
                "NaN,",
                ProblemKind.WRONG_FORM,
                "/layers/1/opacity/keyframes/1/time");
        replace(
                "Infinity",
                "\"end\": 42.5",
                "\"end\": Infinity",
                ProblemKind.WRONG_FORM,
                "/cut/end");
        replace("half a character", "Bonjour", "\\ud83d", ProblemKind.WRONG_FORM, "/layers/1/text");
    }

    private void fields() {
        schema("a list", "[]", ProblemKind.WRONG_TYPE, "");
        schema("a number", "3", ProblemKind.WRONG_TYPE, "");
        schema("null", "null", ProblemKind.WRONG_TYPE, "");
        schema("nothing in it", "{}", ProblemKind.MISSING_FIELD, "");
        unknown("unknown field", "\"cut\":", "\"note\": 1, \"cut\":", "/note");
        unknown("misspelt field", "\"opacity\"", "\"opactiy\"", "/layers/1/opactiy");
        unknown("British colour", "\"color\": \"#", "\"colour\": \"#", "/layers/1/font/colour");
        unknown("a field of another layer", "\"fit\"", "\"text\"", "/layers/0/text");
        unknown("a line with a fill", "\"from\"", "\"fill\": \"red\", \"from\"", "/layers/2/fill");
        unknown("a name with a slash", "\"cut\":", "\"a/b~\": 1, \"cut\":", "/a~1b~0");
        missing("no version", "\"version\": 1,", "", "");
        missing("no canvas height", ", \"height\": 1080, \"back", ", \"back", "/canvas");
        missing("no end", ", \"end\": 42.5", "", "/cut");
        missing("no src", "\"src\": \"talk.mp4\", ", "", "/layers/0");
        missing("no type", "\"type\": \"video\", ", "", "/layers/0");
        missing(
                "no stroke on a line",
                ",\n    \"stroke\": {\"color\": \"red\", \"width\": 4}",
                "",
                "/layers/2");
        missing("half a point", "\"x\": 9, ", "", "/layers/2/to");
        missing(
                "a keyframe without value",
                "\"time\": 0, \"value\": 0",
                "\"time\": 0",
                "/layers/1/opacity/keyframes/0");
        missing("only a width", "\"resolution\": \"1080p\"", "\"width\": 720", "/output");
        replace(
                "a field twice",
                "\"crf\": 23",
                "\"crf\": 23, \"crf\": 24",
                ProblemKind.DUPLICATE_FIELD,
                "/output/crf");
    }

    private void types() {
        type("text for a number", "\"width\": 1920", "\"width\": \"1920\"", "/canvas/width");
        type("number for a text", "\"text\": \"Bonjour\"", "\"text\": 3", "/layers/1/text");
        type("null for a duration", "\"duration\": 4", "\"duration\": null", "/layers/1/duration");
        type("list for an object", "{\"x\": 0, \"y\": 0}", "[0, 0]", "/layers/2/from");
        type("object for a list", "[{\"src\": \"a.ttf\"}]", "{}", "/fonts");
        type("boolean for a time", "\"trim\": 1", "\"trim\": true", "/layers/0/trim");
        type("number for a colour", "\"#102030\"", "102030", "/canvas/background");
        type("list for a volume", "\"volume\": 0.5", "\"volume\": [1]", "/layers/0/volume");
        type(
                "number for keyframes",
                "\"volume\": 0.5",
                "\"volume\": {\"keyframes\": 1}",
                "/layers/0/volume/keyframes");
        type(
                "list for a sound track",
                "\"volume\": 0.5",
                "\"audioTrack\": [0]",
                "/layers/0/audioTrack");
        form(
                "half a sound track",
                "\"volume\": 0.5",
                "\"audioTrack\": 0.5",
                "/layers/0/audioTrack");
        form(
                "all sound tracks in capitals",
                "\"volume\": 0.5",
                "\"audioTrack\": \"ALL\"",
                "/layers/0/audioTrack");
        form(
                "a language in words",
                "\"volume\": 0.5",
                "\"audioTrack\": \"en français\"",
                "/layers/0/audioTrack");
        type("number for a layer", "\"layers\": [", "\"layers\": [7,", "/layers/0");
        form("half a pixel of canvas", "\"width\": 1920", "\"width\": 1920.5", "/canvas/width");
        form(
                "no keyframes",
                "\"volume\": 0.5",
                "\"volume\": {\"keyframes\": []}",
                "/layers/0/volume/keyframes");
    }

    private void ranges() {
        range("a canvas of nothing", "\"width\": 1920", "\"width\": 0", "/canvas/width");
        range("a huge canvas", "\"width\": 1920", "\"width\": 99999", "/canvas/width");
        range("crf 52", "\"crf\": 23", "\"crf\": 52", "/output/crf");
        range("crf 1e999999999", "\"crf\": 23", "\"crf\": 1e999999999", "/output/crf");
        range("negative trim", "\"trim\": 1", "\"trim\": -1", "/layers/0/trim");
        range(
                "a sound track before the first",
                "\"volume\": 0.5",
                "\"audioTrack\": -1",
                "/layers/0/audioTrack");
        range("loud", "\"volume\": 0.5", "\"volume\": 10.5", "/layers/0/volume");
        range(
                "opacity above 1",
                "\"value\": 1,",
                "\"value\": 1.5,",
                "/layers/1/opacity/keyframes/1/value");
        range("no duration", "\"duration\": 4", "\"duration\": 0", "/layers/1/duration");
        range("too thin letters", "\"weight\": 800", "\"weight\": 50", "/layers/1/font/weight");
        range("a time out of this world", "\"end\": 42.5", "\"end\": 1e300", "/cut/end");
        replace(
                "a fraction out of this world",
                "\"end\": 42.5",
                "\"end\": \"99999999/1\"",
                ProblemKind.OUT_OF_RANGE,
                "/cut/end");
        range(
                "odd little output",
                "\"resolution\": \"1080p\"",
                "\"width\": 2, \"height\": 720",
                "/output/width");
        range("far away", "\"x\": 9", "\"x\": 2e6", "/layers/2/to/x");
        replace(
                "far away in parts",
                "\"x\": 9",
                "\"x\": \"999999%\"",
                ProblemKind.OUT_OF_RANGE,
                "/layers/2/to/x");
    }

    private void forms() {
        form("a time as words", "\"end\": 42.5", "\"end\": \"soon\"", "/cut/end");
        form("61 seconds", "\"end\": 42.5", "\"end\": \"00:61\"", "/cut/end");
        form("division by zero", "\"end\": 42.5", "\"end\": \"1/0\"", "/cut/end");
        replace(
                "ten decimals",
                "\"end\": 42.5",
                "\"end\": 42.5000000001",
                ProblemKind.WRONG_FORM,
                "/cut/end");
        form("a length in words", "\"x\": 9", "\"x\": \"left\"", "/layers/2/to/x");
        form("pixels with a unit", "\"x\": 9", "\"x\": \"9px\"", "/layers/2/to/x");
        form("no colour", "\"#102030\"", "\"#12345\"", "/canvas/background");
        form("a background one sees through", "\"#102030\"", "\"#10203040\"", "/canvas/background");
        replace(
                "a colour name of nobody",
                "\"red\"",
                "\"redd\"",
                ProblemKind.WRONG_FORM,
                "/layers/2/stroke/color");
        form("an odd resolution", "\"1080p\"", "\"1080x1921\"", "/output/resolution");
        form("resolution 1080", "\"1080p\"", "\"1080\"", "/output/resolution");
        form("fps 0", "\"fps\": 30", "\"fps\": 0", "/output/fps");
        form(
                "an odd height",
                "\"resolution\": \"1080p\"",
                "\"width\": 720, \"height\": 721",
                "/output/height");
        form("an aspect ratio of nothing", "\"9:16\"", "\"9:0\"", "/overlay/aspectRatio");
        form(
                "a wild curve",
                "\"ease-out\"",
                "\"cubic-bezier(2, 0, 1, 1)\"",
                "/layers/1/opacity/keyframes/1/easing");
        form("a path of nothing", "\"talk.mp4\"", "\"\"", "/layers/0/src");
        form("a path with a zero", "\"talk.mp4\"", "\"a\\u0000b\"", "/layers/0/src");
        choice("a layer of no kind", "\"video\"", "\"vidéo\"", "/layers/0/type");
        choice("a fit of no kind", "\"fit\": \"cover\"", "\"fit\": \"crop\"", "/layers/0/fit");
        schema(
                "a loop of no kind",
                GOOD.replace("\"type\": \"video\"", "\"type\": \"image\", \"loop\": \"twice\"")
                        .replace(", \"trim\": 1, \"volume\": 0.5", ""),
                ProblemKind.NOT_ALLOWED,
                "/layers/0/loop");
        choice("no easing", "\"ease-out\"", "\"easeOut\"", "/layers/1/opacity/keyframes/1/easing");
        choice("a shape of no kind", "\"line\"", "\"lines\"", "/layers/2/shape");
    }

    private void meaning() {
        schema(
                "another version",
                GOOD.replace("\"version\": 1", "\"version\": 2"),
                ProblemKind.UNSUPPORTED_VERSION,
                "/version");
        replace("a cut of nothing", "42.5", "12.5", ProblemKind.EMPTY_RANGE, "/cut");
        replace("a cut backwards", "42.5", "2.5", ProblemKind.EMPTY_RANGE, "/cut");
        replace(
                "keyframes at one time",
                "\"time\": 0.5",
                "\"time\": 0",
                ProblemKind.KEYFRAMES_NOT_INCREASING,
                "/layers/1/opacity/keyframes/1");
        outside(
                "an overlay too far left",
                "{\"x\": \"50%\", \"y\": \"50%\"}",
                "{\"x\": 300, \"y\": 540}");
        outside("an overlay too high", "\"height\": 1080}", "\"height\": 1081}");
        outside(
                "an overlay that leaves",
                "{\"x\": \"50%\", \"y\": \"50%\"}",
                """
                {"keyframes": [{"time": 0, "value": {"x": 960, "y": 540}},
                {"time": 9, "value": {"x": 1920, "y": 540}}]}""");
        outside(
                "an overlay that leaves between keyframes",
                "{\"x\": \"50%\", \"y\": \"50%\"}",
                """
                {"keyframes": [{"time": 0, "value": {"x": 400, "y": 540}},
                {"time": 9, "value": {"x": 1500, "y": 540}, "easing": "cubic-bezier(0.5,0,0.5,2)"}]}""");
        conflict("resolution and width", "\"1080p\"", "\"1080p\", \"width\": 720", "/output");
        conflict(
                "an overlay of two sides",
                "\"height\": 1080}",
                "\"height\": 9, \"width\": 9}",
                "/overlay");
        schema(
                "a free overlay without width",
                GOOD.replace("9:16", "free"),
                ProblemKind.MISSING_FIELD,
                "/overlay");
        replace(
                "an id twice",
                "\"shape\", ",
                "\"shape\", \"id\": \"title\", ",
                ProblemKind.DUPLICATE_ID,
                "/layers/2/id");
        replace(
                "times too fine",
                "\"trim\": 1",
                "\"trim\": \"1/99999999999999997\"",
                ProblemKind.TOO_PRECISE,
                "/layers/0/trim");
    }

    private void sizes() {
        file("17 MiB", GOOD + " ".repeat(17 << 20), ProblemKind.TOO_LARGE, "");
        replace(
                "a text of 10 MB",
                "Bonjour",
                "x".repeat(10_000_000),
                ProblemKind.TOO_LARGE,
                "/layers/1/text");
        replace(
                "a long name",
                "\"cut\":",
                "\"" + "x".repeat(1_000_000) + "\": 1, \"cut\":",
                ProblemKind.TOO_LARGE,
                "");
        replace(
                "a number of a million digits",
                "\"crf\": 23",
                "\"crf\": " + "9".repeat(1_000_000),
                ProblemKind.TOO_LARGE,
                "/output/crf");
        replace(
                "a million lists",
                "\"crf\": 23",
                "\"crf\": " + "[".repeat(1_000_000) + "]".repeat(1_000_000),
                ProblemKind.TOO_DEEP,
                "/output/crf" + "/0".repeat(62));
        replace(
                "objects in objects",
                "\"crf\": 23",
                "\"crf\": " + "{\"a\":".repeat(100) + "1" + "}".repeat(100),
                ProblemKind.TOO_DEEP,
                "/output/crf" + "/a".repeat(62));
        file("deep and cut off", "[".repeat(16 << 20), ProblemKind.TOO_DEEP, "/0".repeat(64));
        file("eight million values", "[0" + ",0".repeat(8_000_000) + "]", ProblemKind.TOO_MANY, "");
        schema(
                "1001 layers",
                GOOD.replace(
                        "\"layers\": [",
                        "\"layers\": [" + "{\"type\": \"audio\", \"src\": \"a\"},".repeat(1000)),
                ProblemKind.TOO_MANY,
                "/layers");
        String frames =
                IntStream.range(0, 10_001)
                        .mapToObj(i -> "{\"time\": " + i + ", \"value\": 1}")
                        .collect(Collectors.joining(", ", "{\"keyframes\": [", "]}"));
        schema(
                "10 001 keyframes",
                GOOD.replace("\"volume\": 0.5", "\"volume\": " + frames),
                ProblemKind.TOO_MANY,
                "/layers/0/volume/keyframes");
        replace(
                "half a million unknown fields",
                "\"crf\": 23",
                IntStream.range(0, 500_000)
                        .mapToObj(i -> "\"wdith" + i + "\": 1")
                        .collect(Collectors.joining(", ")),
                ProblemKind.UNKNOWN_FIELD,
                "/output/wdith0");
    }

    private void unknown(String name, String what, String by, String pointer) {
        schemaReplace(name, what, by, ProblemKind.UNKNOWN_FIELD, pointer);
    }

    private void missing(String name, String what, String by, String pointer) {
        schemaReplace(name, what, by, ProblemKind.MISSING_FIELD, pointer);
    }

    private void type(String name, String what, String by, String pointer) {
        schemaReplace(name, what, by, ProblemKind.WRONG_TYPE, pointer);
    }

    private void range(String name, String what, String by, String pointer) {
        schemaReplace(name, what, by, ProblemKind.OUT_OF_RANGE, pointer);
    }

    private void form(String name, String what, String by, String pointer) {
        schemaReplace(name, what, by, ProblemKind.WRONG_FORM, pointer);
    }

    private void choice(String name, String what, String by, String pointer) {
        schemaReplace(name, what, by, ProblemKind.NOT_ALLOWED, pointer);
    }

    private void conflict(String name, String what, String by, String pointer) {
        schemaReplace(name, what, by, ProblemKind.CONFLICT, pointer);
    }

    private void outside(String name, String what, String by) {
        replace(name, what, by, ProblemKind.OVERLAY_OUTSIDE_CANVAS, "/overlay");
    }

    private void replace(String name, String what, String by, ProblemKind kind, String pointer) {
        file(name, replaced(what, by), kind, pointer);
    }

    private void schemaReplace(
            String name, String what, String by, ProblemKind kind, String pointer) {
        schema(name, replaced(what, by), kind, pointer);
    }

    private static String replaced(String what, String by) {
        if (!GOOD.contains(what)) {
            throw new IllegalArgumentException("not in the good project: " + what);
        }
        int at = GOOD.indexOf(what);
        return GOOD.substring(0, at) + by + GOOD.substring(at + what.length());
    }

    private void schema(String name, String text, ProblemKind kind, String pointer) {
        cases.add(new Case(name, text.getBytes(UTF_8), kind, pointer, true));
    }

    private void file(String name, String text, ProblemKind kind, String pointer) {
        cases.add(new Case(name, text.getBytes(UTF_8), kind, pointer, false));
    }

    private void bytes(String name, byte[] bytes, ProblemKind kind) {
        cases.add(new Case(name, bytes, kind, "", false));
    }
}
