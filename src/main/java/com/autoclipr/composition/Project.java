package com.autoclipr.composition;

import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.composition.type.Definition;
import com.autoclipr.composition.type.ListType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.TextType;
import com.autoclipr.composition.type.TimeType;
import com.autoclipr.composition.type.UnionType;
import com.autoclipr.composition.type.UnionType.Kind;
import com.autoclipr.composition.type.Values;
import com.autoclipr.composition.type.WholeType;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeRange;
import java.util.List;
import java.util.Optional;

/// A whole project. Lengths are canvas pixels (origin top left, y down), times are seconds as exact
/// fractions; percentages of the file were resolved when it was read.
///
/// @param canvas the coordinate space
/// @param overlay the part of the canvas that is exported
/// @param cut the part of the timeline that is exported
/// @param layers bottom to top
/// @param fonts font files that texts may use, besides the base font and the system's
/// @param output what the file should be
public record Project(
        Canvas canvas,
        Overlay overlay,
        TimeRange cut,
        List<Layer> layers,
        List<FontFile> fonts,
        Output output) {
    /// Of the format.
    static final int VERSION = 1;

    private static final Property<TimeRange, Rational> START =
            Property.of("start", TimeType.FROM_ZERO, TimeRange::start)
                    .or(0)
                    .says("First time that is exported.");
    private static final Property<TimeRange, Rational> END =
            Property.required("end", TimeType.FROM_ZERO, TimeRange::end)
                    .says("First time that is not exported any more.")
                    .range("after `start`, to 1 000 000");
    private static final ObjectType<TimeRange> CUT_TYPE =
            ObjectType.<TimeRange>define(
                            "cut",
                            "Cut",
                            "The part of the timeline that is exported; the end is excluded.")
                    .with(START)
                    .with(END)
                    .makes(Project::makeCut);

    /// One entry of `layers`.
    public static final UnionType<Layer> LAYER =
            new UnionType<>(
                    Definition.of("layer", "Layer", "One layer."),
                    List.of(
                            new Kind<>(VideoLayer.TYPE, VideoLayer.class::isInstance),
                            new Kind<>(ImageLayer.TYPE, ImageLayer.class::isInstance),
                            new Kind<>(TextLayer.TYPE, TextLayer.class::isInstance),
                            new Kind<>(ShapeLayer.RECTANGLE, ShapeLayer::isRectangle),
                            new Kind<>(ShapeLayer.ELLIPSE, ShapeLayer::isEllipse),
                            new Kind<>(ShapeLayer.LINE, ShapeLayer::isLine),
                            new Kind<>(AudioLayer.TYPE, AudioLayer.class::isInstance)));

    private static final Property<Project, Optional<String>> SCHEMA =
            Property.<Project, String>optional(
                            "$schema", TextType.ANY, _ -> Optional.empty(), "none")
                    .says("Where an editor finds the schema. Never fetched.");
    private static final Property<Project, Integer> VERSION_OF_FORMAT =
            Property.<Project, Integer>required(
                            "version", WholeType.of(VERSION, VERSION), _ -> VERSION)
                    .says("Version of this format.");
    private static final Property<Project, Canvas> CANVAS =
            Property.required("canvas", Canvas.TYPE, Project::canvas)
                    .says("The coordinate space.")
                    .checked(
                            (canvas, _, reading) -> {
                                reading.canvas(canvas.width(), canvas.height());
                                return true;
                            });
    private static final Property<Project, Overlay> OVERLAY =
            Property.of("overlay", Overlay.TYPE, Project::overlay)
                    .orElse(
                            "9:16, as large as the canvas allows, in its centre",
                            v -> Overlay.standard(v.reading()))
                    .says("The part of the canvas that is exported.");
    private static final Property<Project, TimeRange> CUT =
            Property.<Project, TimeRange>required("cut", CUT_TYPE, Project::cut)
                    .says("The part of the timeline that is exported.");
    private static final Property<Project, List<Layer>> LAYERS =
            Property.required("layers", new ListType<>("layers", 1_000, LAYER), Project::layers)
                    .says("Bottom to top.");
    private static final Property<Project, List<FontFile>> FONTS =
            Property.of("fonts", new ListType<>("fonts", 100, FontFile.TYPE), Project::fonts)
                    .or(List.of())
                    .says("Font files that texts may use.");
    private static final Property<Project, Output> OUTPUT =
            Property.of("output", Output.TYPE, Project::output)
                    .orDefaults("[see there](#output)")
                    .says("What the file should be.");

    /// The whole format.
    public static final ObjectType<Project> TYPE =
            ObjectType.<Project>define(
                            "",
                            "Autoclipr Export project, version " + VERSION,
                            "What is exported: a part of a canvas with layers, during a part of the"
                                    + " timeline.")
                    .with(SCHEMA)
                    .with(VERSION_OF_FORMAT)
                    .with(CANVAS)
                    .with(OVERLAY)
                    .with(CUT)
                    .with(LAYERS)
                    .with(FONTS)
                    .with(OUTPUT)
                    .makes(Project::of);

    public Project {
        layers = List.copyOf(layers);
        fonts = List.copyOf(fonts);
    }

    private static Project of(Values v) {
        Output output = v.get(OUTPUT);
        v.fields().ifPresent(fields -> output.checkLongSide(v.get(OVERLAY), fields));
        return new Project(
                v.get(CANVAS),
                v.get(OVERLAY),
                v.get(CUT),
                UniqueIds.of(v.get(LAYERS), LAYER),
                v.get(FONTS),
                output);
    }

    private static TimeRange makeCut(Values v) {
        Rational start = v.get(START);
        Rational end = v.get(END);
        if (v.isFlawless() && end.compareTo(start) <= 0) {
            v.fields()
                    .ifPresent(
                            fields ->
                                    fields.problem(
                                            ProblemKind.EMPTY_RANGE,
                                            "start",
                                            start.toDecimal(9),
                                            "end",
                                            end.toDecimal(9)));
        }
        return new TimeRange(start, end.max(start));
    }
}
