package com.autoclipr.composition.json;

import com.autoclipr.composition.Canvas;
import com.autoclipr.composition.Colour;
import com.autoclipr.composition.FontFile;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Output;
import com.autoclipr.composition.Overlay;
import com.autoclipr.composition.ProblemKind;
import com.autoclipr.composition.Project;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a project file, version 1, as `docs/composition-format.md` describes it.
///
/// Strict: an unknown field, a wrong type, a value out of range is a problem. All problems are
/// reported at once, each with its JSON pointer. It never throws on any input and opens no file.
public final class ProjectReader {
    /// Largest project file that is read, in bytes.
    public static final int MAX_BYTES = JsonTree.MAX_BYTES;

    static final int VERSION = 1;
    static final int MIN_CANVAS = 16;
    static final int MAX_CANVAS = 16_384;
    static final int MAX_LAYERS = 1_000;
    static final int MAX_FONTS = 100;
    private static final int MAX_FAMILY = 200;
    private static final Canvas STAND_IN = new Canvas(1920, 1080, Colour.BLACK);

    private final Diagnostics findings = new Diagnostics();
    private final Scalars scalars = new Scalars(findings);
    private final Times times = new Times(findings);

    private ProjectReader() {}

    /// Reads the content of a project file (UTF-8, without byte order mark).
    public static ReadResult read(byte[] json) {
        return new ProjectReader().result(json);
    }

    private ReadResult result(byte[] json) {
        Optional<Project> project =
                JsonTree.read(json, findings)
                        .flatMap(
                                root ->
                                        isOfThisVersion(root)
                                                ? FieldReader.object(findings, this::project)
                                                        .read(root)
                                                : Optional.empty());
        return new ReadResult(
                findings.problemCount() == 0 ? project : Optional.empty(),
                findings.problems(),
                findings.sources(),
                findings.layerIds());
    }

    /// Another version is the only problem of a file: its fields have other meanings.
    private boolean isOfThisVersion(Json root) {
        if (root instanceof Json.Fields object
                && object.fields().get("version") instanceof Json.Decimal version
                && version.value().compareTo(BigDecimal.valueOf(VERSION)) != 0) {
            findings.problem(
                    ProblemKind.UNSUPPORTED_VERSION,
                    version.place(),
                    "actual",
                    version.value().toString());
            return false;
        }
        return true;
    }

    private Project project(FieldReader fields) {
        fields.find("$schema", scalars.text(JsonTree.MAX_TEXT));
        fields.require("version", VERSION, scalars.whole(VERSION, VERSION));
        int before = findings.problemCount();
        Canvas canvas =
                fields.require("canvas", STAND_IN, FieldReader.object(findings, this::canvas));
        boolean canvasKnown = findings.problemCount() == before;
        Lengths lengths = new Lengths(findings, canvas.width(), canvas.height());
        Overlay overlay = overlay(fields, lengths, canvasKnown);
        TimeRange cut =
                fields.require(
                        "cut",
                        new TimeRange(Rational.ZERO, Rational.ONE),
                        FieldReader.object(findings, this::cut));
        List<Layer> layers =
                fields.require(
                        "layers",
                        List.of(),
                        list(
                                "layers",
                                MAX_LAYERS,
                                new LayerReader(findings, times, lengths).reader()));
        List<FontFile> fonts =
                fields.get(
                        "fonts",
                        List.of(),
                        list("fonts", MAX_FONTS, FieldReader.object(findings, this::font)));
        Output output = output(fields, overlay);
        TimePrecision.check(findings, output.frameRate());
        return new Project(canvas, overlay, cut, layers, fonts, output);
    }

    private Canvas canvas(FieldReader fields) {
        ValueReader<Integer> side = scalars.whole(MIN_CANVAS, MAX_CANVAS);
        return new Canvas(
                fields.require("width", STAND_IN.width(), side),
                fields.require("height", STAND_IN.height(), side),
                fields.get("background", Colour.BLACK, scalars.opaqueColour()));
    }

    private Overlay overlay(FieldReader fields, Lengths lengths, boolean canvasKnown) {
        OverlayReader reader =
                new OverlayReader(findings, lengths, new Animations(findings, times));
        return fields.get("overlay", reader.standard(), reader.reader(canvasKnown));
    }

    private TimeRange cut(FieldReader fields) {
        ValueReader<Rational> time = times.from(Rational.ZERO);
        Optional<Rational> start =
                fields.has("start") ? fields.find("start", time) : Optional.of(Rational.ZERO);
        Optional<Rational> end = fields.requireOptional("end", time);
        if (start.isEmpty() || end.isEmpty()) {
            return new TimeRange(Rational.ZERO, Rational.ONE);
        }
        if (end.get().compareTo(start.get()) <= 0) {
            findings.problem(
                    ProblemKind.EMPTY_RANGE,
                    fields.place(),
                    "start",
                    start.get().toDecimal(9),
                    "end",
                    end.get().toDecimal(9));
        }
        return new TimeRange(start.get(), end.get().max(start.get()));
    }

    private FontFile font(FieldReader fields) {
        String src = fields.require("src", "", this::fontSource);
        return new FontFile(
                fields.place().pointer(),
                src,
                fields.find("family", scalars.line(MAX_FAMILY, "name")));
    }

    private Optional<String> fontSource(Json json) {
        Optional<String> src = scalars.line(LayerReader.MAX_PATH, "path").read(json);
        src.ifPresent(path -> findings.source(json.place(), path, SourceReference.Kind.FONT));
        return src;
    }

    private Output output(FieldReader fields, Overlay overlay) {
        OutputReader reader = new OutputReader(findings, times);
        Output output = fields.get("output", OutputReader.STANDARD, reader.reader());
        reader.checkLongSide(
                output,
                overlay.aspectRatio(),
                fields.raw("output").map(Json::place).orElse(fields.place()));
        return output;
    }

    private <T> ValueReader<List<T>> list(String what, int limit, ValueReader<T> entry) {
        return json -> {
            if (!(json instanceof Json.Items list)) {
                Scalars.wrongType(findings, json, "list");
                return Optional.empty();
            }
            if (list.items().size() > limit) {
                findings.problem(
                        ProblemKind.TOO_MANY,
                        json.place(),
                        "what",
                        what,
                        "limit",
                        Integer.toString(limit));
                return Optional.empty();
            }
            List<T> entries = new ArrayList<>();
            list.items().forEach(item -> entry.read(item).ifPresent(entries::add));
            return Optional.of(entries);
        };
    }
}
