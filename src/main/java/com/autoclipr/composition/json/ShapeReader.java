package com.autoclipr.composition.json;

import com.autoclipr.composition.Animated;
import com.autoclipr.composition.Colour;
import com.autoclipr.composition.Point;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.ShapeLayer.Shape;
import com.autoclipr.composition.Stroke;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads the fields that only shapes have.
final class ShapeReader {
    private static final String NO_FILL = "none";

    private final Diagnostics findings;
    private final Scalars scalars;
    private final Lengths lengths;
    private final Animations animations;
    private final Map<String, Function<FieldReader, Drawn>> shapes;

    /// A shape and how it is painted.
    record Drawn(Shape shape, Optional<Colour> fill, Optional<Stroke> stroke) {}

    /// What a shape is filled with; empty: nothing.
    private record Fill(Optional<Colour> colour) {
        static final Fill NONE = new Fill(Optional.empty());
        static final Fill WHITE = new Fill(Optional.of(Colour.WHITE));
    }

    ShapeReader(Diagnostics findings, Lengths lengths, Animations animations) {
        this.findings = findings;
        this.scalars = new Scalars(findings);
        this.lengths = lengths;
        this.animations = animations;
        Function<FieldReader, Drawn> rectangle = this::rectangle;
        Function<FieldReader, Drawn> ellipse = this::ellipse;
        Function<FieldReader, Drawn> line = this::line;
        this.shapes = Names.inOrder("rectangle", rectangle, "ellipse", ellipse, "line", line);
    }

    Optional<Drawn> read(FieldReader fields) {
        Optional<Function<FieldReader, Drawn>> shape =
                fields.requireOptional("shape", scalars.choice(shapes));
        if (shape.isEmpty()) {
            fields.ignoreOthers();
        }
        return shape.map(known -> known.apply(fields));
    }

    private Drawn rectangle(FieldReader fields) {
        double radius = fields.get("radius", 0.0, lengths.ofHeight(0, Lengths.LARGEST));
        return filled(fields, new ShapeLayer.Box(width(fields), height(fields), radius));
    }

    private Drawn ellipse(FieldReader fields) {
        return filled(fields, new ShapeLayer.Ellipse(width(fields), height(fields)));
    }

    private Drawn filled(FieldReader fields, Shape shape) {
        Fill fill = fields.get("fill", Fill.WHITE, this::fill);
        return new Drawn(
                shape,
                fill.colour(),
                fields.find("stroke", TextReader.stroke(findings, scalars, lengths)));
    }

    private Drawn line(FieldReader fields) {
        Point from = fields.require("from", new Point(0, 0), lengths.point());
        Point to = fields.require("to", new Point(0, 0), lengths.point());
        Optional<Stroke> stroke =
                fields.requireOptional("stroke", TextReader.stroke(findings, scalars, lengths));
        return new Drawn(new ShapeLayer.Line(from, to), Optional.empty(), stroke);
    }

    private Optional<Fill> fill(Json json) {
        return json instanceof Json.Text text && text.value().equals(NO_FILL)
                ? Optional.of(Fill.NONE)
                : scalars.colour().read(json).map(colour -> new Fill(Optional.of(colour)));
    }

    private Animated<Double> width(FieldReader fields) {
        return fields.get(
                "width",
                Animated.constant((double) lengths.canvasWidth()),
                animations.of(lengths.ofWidth(0, Lengths.LARGEST)));
    }

    private Animated<Double> height(FieldReader fields) {
        return fields.get(
                "height",
                Animated.constant((double) lengths.canvasHeight()),
                animations.of(lengths.ofHeight(0, Lengths.LARGEST)));
    }
}
