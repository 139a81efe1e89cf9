package com.autoclipr.render.skia;

import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.Stroke;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.composition.value.Point;
import com.autoclipr.render.planes.Bounds;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.PaintStrokeCap;
import io.github.humbleui.types.RRect;
import io.github.humbleui.types.Rect;
import java.util.Optional;

/// A shape at a moment, to be drawn with its box's top left corner at the canvas' origin.
///
/// @param outline what it is
/// @param width of its box, canvas pixels
/// @param height of its box, canvas pixels
/// @param fill none for a line
/// @param stroke centred on the edge
public record ShapeDrawing(
        Outline outline,
        double width,
        double height,
        Optional<Colour> fill,
        Optional<Stroke> stroke) {
    public sealed interface Outline permits RoundedBox, Oval, Segment {}

    /// @param radius of the corners, canvas pixels
    public record RoundedBox(double radius) implements Outline {}

    public record Oval() implements Outline {}

    /// From one point of the box to another.
    public record Segment(Point from, Point to) implements Outline {}

    /// The shape of `layer` with a box of this size.
    public static ShapeDrawing of(ShapeLayer layer, double width, double height) {
        Outline outline =
                switch (layer.shape()) {
                    case ShapeLayer.Box box -> new RoundedBox(box.radius());
                    case ShapeLayer.Ellipse _ -> new Oval();
                    case ShapeLayer.Line line -> segment(line);
                };
        return new ShapeDrawing(outline, width, height, layer.fill(), layer.stroke());
    }

    /// What drawing may touch.
    public Bounds ink() {
        return new Bounds(0, 0, width, height).outset(stroke.map(Stroke::width).orElse(0.0));
    }

    public void paint(Canvas canvas) {
        fill.ifPresent(
                colour -> {
                    try (Paint paint = TextLayout.paint(colour)) {
                        draw(canvas, paint);
                    }
                });
        stroke.ifPresent(
                line -> {
                    try (Paint paint = TextLayout.paint(line.colour())) {
                        paint.setMode(PaintMode.STROKE)
                                .setStrokeWidth((float) line.width())
                                .setStrokeCap(PaintStrokeCap.BUTT);
                        draw(canvas, paint);
                    }
                });
    }

    private void draw(Canvas canvas, Paint paint) {
        float wide = (float) width;
        float tall = (float) height;
        switch (outline) {
            case RoundedBox box -> {
                float radius = (float) Math.min(box.radius, Math.min(width, height) / 2);
                canvas.drawRRect(RRect.makeXYWH(0, 0, wide, tall, radius), paint);
            }
            case Oval _ -> canvas.drawOval(Rect.makeWH(wide, tall), paint);
            case Segment segment ->
                    canvas.drawLine(
                            (float) segment.from.x(),
                            (float) segment.from.y(),
                            (float) segment.to.x(),
                            (float) segment.to.y(),
                            paint);
        }
    }

    private static Segment segment(ShapeLayer.Line line) {
        double left = Math.min(line.from().x(), line.to().x());
        double top = Math.min(line.from().y(), line.to().y());
        return new Segment(
                new Point(line.from().x() - left, line.from().y() - top),
                new Point(line.to().x() - left, line.to().y() - top));
    }
}
