package com.autoclipr.composition.json;

import com.autoclipr.composition.Colour;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Point;
import com.autoclipr.composition.Stroke;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.TextLayer.Align;
import com.autoclipr.composition.TextLayer.Direction;
import com.autoclipr.composition.TextLayer.Font;
import com.autoclipr.composition.TextLayer.Shadow;
import com.autoclipr.composition.TextLayer.TextBox;
import com.autoclipr.composition.Transform;
import java.util.Optional;

/// Reads the fields that only texts have.
final class TextReader {
    static final String DEFAULT_FAMILY = "Inter";

    /// Of the canvas' height.
    private static final double DEFAULT_SIZE = 0.06;

    private static final Colour DEFAULT_SHADOW = new Colour(0, 0, 0, 128);
    private static final int MAX_FAMILY = 200;
    private static final double MAX_SIZE = 10_000;
    private static final double MAX_DISTANCE = 10_000;
    static final double MAX_STROKE = 1_000;

    private final Diagnostics findings;
    private final Scalars scalars;
    private final Lengths lengths;

    TextReader(Diagnostics findings, Lengths lengths) {
        this.findings = findings;
        this.scalars = new Scalars(findings);
        this.lengths = lengths;
    }

    TextLayer read(FieldReader fields, Layer.Span span, Transform placement) {
        String text = fields.require("text", "", scalars.text(JsonTree.MAX_TEXT));
        Font font = fields.get("font", defaultFont(), FieldReader.object(findings, this::font));
        Align align = fields.get("align", Align.CENTER, scalars.choice(Names.ALIGNMENTS));
        Direction direction =
                fields.get("direction", Direction.AUTO, scalars.choice(Names.DIRECTIONS));
        double lineHeight = fields.get("lineHeight", 1.2, scalars.number(0.1, 10));
        Optional<Double> width = fields.find("width", lengths.ofWidth(1, Lengths.LARGEST));
        Optional<Stroke> stroke = fields.find("stroke", stroke(findings, scalars, lengths));
        Optional<Shadow> shadow = fields.find("shadow", FieldReader.object(findings, this::shadow));
        Optional<TextBox> box = fields.find("box", FieldReader.object(findings, this::box));
        return new TextLayer(
                fields.place().pointer(),
                span,
                placement,
                text,
                font,
                align,
                direction,
                lineHeight,
                width,
                stroke,
                shadow,
                box);
    }

    private Font defaultFont() {
        return new Font(DEFAULT_FAMILY, 400, false, defaultSize(), Colour.WHITE, 0);
    }

    private double defaultSize() {
        return Math.max(1, lengths.canvasHeight() * DEFAULT_SIZE);
    }

    private Font font(FieldReader fields) {
        return new Font(
                fields.get("family", DEFAULT_FAMILY, scalars.line(MAX_FAMILY, "name")),
                fields.get("weight", 400, scalars.whole(100, 900)),
                fields.get("style", false, scalars.choice(Names.FONT_STYLES)),
                fields.get("size", defaultSize(), lengths.ofHeight(1, MAX_SIZE)),
                fields.get("color", Colour.WHITE, scalars.colour()),
                fields.get("letterSpacing", 0.0, scalars.number(-1_000, 1_000)));
    }

    static ValueReader<Stroke> stroke(Diagnostics findings, Scalars scalars, Lengths lengths) {
        return FieldReader.object(
                findings,
                fields ->
                        new Stroke(
                                fields.get("color", Colour.BLACK, scalars.colour()),
                                fields.require("width", 0.0, lengths.ofHeight(0, MAX_STROKE))));
    }

    private Shadow shadow(FieldReader fields) {
        return new Shadow(
                fields.get("color", DEFAULT_SHADOW, scalars.colour()),
                fields.get("x", 0.0, lengths.ofWidth(-MAX_DISTANCE, MAX_DISTANCE)),
                fields.get("y", 0.0, lengths.ofHeight(-MAX_DISTANCE, MAX_DISTANCE)),
                fields.get("blur", 0.0, lengths.ofHeight(0, MAX_STROKE)));
    }

    private TextBox box(FieldReader fields) {
        Point padding =
                fields.get(
                        "padding",
                        new Point(0, 0),
                        lengths.oneOrTwo(
                                lengths.ofWidth(0, MAX_DISTANCE),
                                lengths.ofHeight(0, MAX_DISTANCE),
                                "padding"));
        return new TextBox(
                fields.get("color", Colour.BLACK, scalars.colour()),
                padding.x(),
                padding.y(),
                fields.get("radius", 0.0, lengths.ofHeight(0, Lengths.LARGEST)));
    }
}
