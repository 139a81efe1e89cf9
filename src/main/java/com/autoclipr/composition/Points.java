package com.autoclipr.composition;

import com.autoclipr.composition.json.Reading;
import com.autoclipr.composition.type.LengthType;
import com.autoclipr.composition.type.LengthType.Axis;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Type;
import com.autoclipr.composition.value.Point;

/// How points and pairs are written.
final class Points {
    /// A point of the canvas.
    static final ObjectType<Point> ON_CANVAS =
            pair(
                    ObjectType.define("point", "Point", "A point of the canvas."),
                    LengthType.coordinate(Axis.WIDTH),
                    LengthType.coordinate(Axis.HEIGHT),
                    "To the right of the canvas' left edge.",
                    "Down from the canvas' top edge.");

    private Points() {}

    /// `{x, y}`.
    ///
    /// @param saysX description of x
    /// @param saysY description of y
    static ObjectType<Point> pair(
            ObjectType.Builder<Point> declared,
            Type<Double> typeX,
            Type<Double> typeY,
            String saysX,
            String saysY) {
        Property<Point, Double> x = Property.required("x", typeX, Point::x).says(saysX);
        Property<Point, Double> y = Property.required("y", typeY, Point::y).says(saysY);
        return declared.with(x).with(y).makes(v -> new Point(v.get(x), v.get(y)));
    }

    static Point centre(Reading reading) {
        return new Point(reading.canvasWidth() / 2.0, reading.canvasHeight() / 2.0);
    }
}
