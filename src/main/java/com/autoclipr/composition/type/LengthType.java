package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Numbers;
import com.autoclipr.composition.json.Reading;
import java.util.Optional;

/// A length in canvas pixels. `"50%"` is a part of the canvas and is resolved when it is read.
///
/// @param definition in the schema
/// @param axis the side of the canvas to which percentages refer
/// @param min pixels, included
/// @param max pixels, included
public record LengthType(Definition definition, Axis axis, double min, double max)
        implements Type<Double> {
    /// How far from the canvas' origin anything may lie, pixels.
    static final double FARTHEST = 1_000_000;

    /// The largest box, pixels.
    private static final double LARGEST = 100_000;

    private static final double MAX_DISTANCE = 10_000;
    private static final double MAX_THICKNESS = 1_000;

    private static final String PARTS = "Canvas pixels, or a part of the canvas.";
    private static final String PARTS_OF_HEIGHT = "Canvas pixels, or a part of the canvas' height.";

    /// A side of the canvas.
    public enum Axis {
        WIDTH,
        HEIGHT
    }

    /// A side of the overlay.
    ///
    /// @param min pixels
    /// @param max pixels
    public static LengthType overlaySide(Axis axis, double min, double max) {
        return new LengthType(
                Definition.of("overlaySide", "Side of the overlay", PARTS, "1080", "\"100%\""),
                axis,
                min,
                max);
    }

    /// A coordinate on the canvas.
    public static LengthType coordinate(Axis axis) {
        return new LengthType(
                Definition.of(
                        "coordinate",
                        "Coordinate",
                        "Canvas pixels, or a part of the canvas with or without pixels added.",
                        "960",
                        "\"50%\"",
                        "\"100% - 40\""),
                axis,
                -FARTHEST,
                FARTHEST);
    }

    /// A side or a radius of a box.
    public static LengthType boxSide(Axis axis) {
        return new LengthType(
                Definition.of("boxSide", "Side of a box", PARTS, "640", "\"50%\""),
                axis,
                0,
                LARGEST);
    }

    /// How far something is from something else, either way.
    public static LengthType distance(Axis axis) {
        return new LengthType(
                Definition.of("distance", "Distance", PARTS, "6", "\"1%\""),
                axis,
                -MAX_DISTANCE,
                MAX_DISTANCE);
    }

    /// Space around something.
    public static LengthType padding(Axis axis) {
        return new LengthType(
                Definition.of("paddingSide", "Padding", PARTS, "24", "\"2%\""),
                axis,
                0,
                MAX_DISTANCE);
    }

    /// Of strokes and blurs; percentages are of the canvas' height.
    public static LengthType thickness() {
        return new LengthType(
                Definition.of("thickness", "Thickness", PARTS_OF_HEIGHT, "4", "\"0.5%\""),
                Axis.HEIGHT,
                0,
                MAX_THICKNESS);
    }

    /// Where lines of text are wrapped.
    public static LengthType wrapWidth() {
        return new LengthType(
                Definition.of(
                        "wrapWidth",
                        "Wrapping width",
                        "Canvas pixels, or a part of the canvas' width.",
                        "800",
                        "\"80%\""),
                Axis.WIDTH,
                1,
                LARGEST);
    }

    public static LengthType fontSize() {
        return new LengthType(
                Definition.of("fontSize", "Font size", PARTS_OF_HEIGHT, "72", "\"6%\""),
                Axis.HEIGHT,
                1,
                10_000);
    }

    @Override
    public Optional<Double> read(Json json, Reading reading) {
        int whole = axis == Axis.WIDTH ? reading.canvasWidth() : reading.canvasHeight();
        return PartsType.parts(json, reading)
                .flatMap(parts -> Numbers.within(parts.of(whole), min, max, json, reading));
    }

    @Override
    public void write(Double value, JsonText json) {
        json.number(value);
    }
}
