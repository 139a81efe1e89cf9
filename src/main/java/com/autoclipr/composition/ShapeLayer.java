package com.autoclipr.composition;

import com.autoclipr.composition.effect.Effect;
import com.autoclipr.composition.type.ColourType;
import com.autoclipr.composition.type.LengthType;
import com.autoclipr.composition.type.LengthType.Axis;
import com.autoclipr.composition.type.NoneOrType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Group;
import com.autoclipr.composition.type.Values;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.composition.value.Point;
import java.util.List;
import java.util.Optional;

/// A drawn shape. A rectangle's or ellipse's box is its size (the stroke is centred on its edge); a
/// line's box is the rectangle from one end to the other.
///
/// @param fill none for a line
/// @param stroke the outline
public record ShapeLayer(
        String pointer,
        String id,
        Span span,
        Transform transform,
        List<Effect> effects,
        Shape shape,
        Optional<Colour> fill,
        Optional<Stroke> stroke)
        implements VisualLayer {
    private static final Property<ShapeLayer, String> ID = LayerProperties.id();
    private static final Property<ShapeLayer, List<Effect>> EFFECTS = LayerProperties.effects();
    private static final Property<ShapeLayer, Optional<Colour>> FILL =
            Property.of("fill", new NoneOrType<>(ColourType.ANY), ShapeLayer::fill)
                    .or("#ffffff")
                    .says("What it is filled with.")
                    .in(Group.STYLE);
    private static final Property<ShapeLayer, Optional<Stroke>> STROKE =
            Property.optional("stroke", Stroke.TYPE, ShapeLayer::stroke, "none")
                    .says("Outline.")
                    .in(Group.STYLE);
    private static final Property<ShapeLayer, Stroke> LINE_STROKE =
            Property.required(
                            "stroke", Stroke.TYPE, (ShapeLayer line) -> line.stroke().orElseThrow())
                    .says("How it is drawn.")
                    .in(Group.STYLE);

    public sealed interface Shape permits Box, Ellipse, Line {}

    /// @param width canvas pixels; keyframes count from the layer's start
    /// @param height canvas pixels; keyframes count from the layer's start
    /// @param radius of its corners, canvas pixels
    public record Box(Animated<Double> width, Animated<Double> height, double radius)
            implements Shape {
        private static final Property<Box, Animated<Double>> WIDTH = PictureBox.width(Box::width);
        private static final Property<Box, Animated<Double>> HEIGHT =
                PictureBox.height(Box::height);
        private static final Property<Box, Double> RADIUS =
                Property.of("radius", LengthType.boxSide(Axis.HEIGHT), Box::radius)
                        .or(0)
                        .says("Of its corners.")
                        .in(Group.BOX);

        static final ObjectType<Box> TYPE =
                ObjectType.<Box>define("", "Rectangle", "Its size.")
                        .with(WIDTH)
                        .with(HEIGHT)
                        .with(RADIUS)
                        .makes(v -> new Box(v.get(WIDTH), v.get(HEIGHT), v.get(RADIUS)));
    }

    /// @param width canvas pixels; keyframes count from the layer's start
    /// @param height canvas pixels; keyframes count from the layer's start
    public record Ellipse(Animated<Double> width, Animated<Double> height) implements Shape {
        private static final Property<Ellipse, Animated<Double>> WIDTH =
                PictureBox.width(Ellipse::width);
        private static final Property<Ellipse, Animated<Double>> HEIGHT =
                PictureBox.height(Ellipse::height);

        static final ObjectType<Ellipse> TYPE =
                ObjectType.<Ellipse>define("", "Ellipse", "Its size.")
                        .with(WIDTH)
                        .with(HEIGHT)
                        .makes(v -> new Ellipse(v.get(WIDTH), v.get(HEIGHT)));
    }

    /// From one canvas point to another (before `position`, `scale` and `rotation` move it).
    public record Line(Point from, Point to) implements Shape {
        private static final Property<Line, Point> FROM =
                Property.required("from", Points.ON_CANVAS, Line::from)
                        .says("One end, on the canvas.")
                        .in(Group.BOX);
        private static final Property<Line, Point> TO =
                Property.required("to", Points.ON_CANVAS, Line::to)
                        .says("The other end, on the canvas.")
                        .in(Group.BOX);

        static final ObjectType<Line> TYPE =
                ObjectType.<Line>define("", "Line", "Its ends.")
                        .with(FROM)
                        .with(TO)
                        .makes(v -> new Line(v.get(FROM), v.get(TO)));

        private Point middle() {
            return new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
        }
    }

    static final ObjectType<ShapeLayer> RECTANGLE =
            LayerProperties.defineShape(
                            "rectangle",
                            "Rectangle",
                            "A rectangle; its box is its size, the stroke is centred on its edge.")
                    .with(ID)
                    .part(Span.TYPE, ShapeLayer::span)
                    .part(Transform.TYPE, ShapeLayer::transform)
                    .with(EFFECTS)
                    .part(Box.TYPE, layer -> (Box) layer.shape())
                    .with(FILL)
                    .with(STROKE)
                    .makes(v -> filled(v, v.get(Box.TYPE)));

    static final ObjectType<ShapeLayer> ELLIPSE =
            LayerProperties.defineShape(
                            "ellipse",
                            "Ellipse",
                            "An ellipse that fills its box; the stroke is centred on its edge.")
                    .with(ID)
                    .part(Span.TYPE, ShapeLayer::span)
                    .part(Transform.TYPE, ShapeLayer::transform)
                    .with(EFFECTS)
                    .part(Ellipse.TYPE, layer -> (Ellipse) layer.shape())
                    .with(FILL)
                    .with(STROKE)
                    .makes(v -> filled(v, v.get(Ellipse.TYPE)));

    static final ObjectType<ShapeLayer> LINE =
            LayerProperties.defineShape(
                            "line",
                            "Line",
                            "A straight line; its box is the rectangle from one end to the other.")
                    .part(Line.TYPE, layer -> (Line) layer.shape())
                    .with(ID)
                    .part(Span.TYPE, ShapeLayer::span)
                    .part(Transform.TYPE, ShapeLayer::transform)
                    .instead(
                            Transform.POSITION.orElse(
                                    "centre of its box: it lies from `from` to `to`",
                                    v -> Animated.constant(v.get(Line.TYPE).middle())))
                    .with(EFFECTS)
                    .with(LINE_STROKE)
                    .makes(
                            v ->
                                    new ShapeLayer(
                                            v.pointer(),
                                            v.get(ID),
                                            v.get(Span.TYPE),
                                            v.get(Transform.TYPE),
                                            v.get(EFFECTS),
                                            v.get(Line.TYPE),
                                            Optional.empty(),
                                            Optional.of(v.get(LINE_STROKE))));

    private static ShapeLayer filled(Values v, Shape shape) {
        return new ShapeLayer(
                v.pointer(),
                v.get(ID),
                v.get(Span.TYPE),
                v.get(Transform.TYPE),
                v.get(EFFECTS),
                shape,
                v.get(FILL),
                v.get(STROKE));
    }

    static boolean isRectangle(Object layer) {
        return layer instanceof ShapeLayer shape && shape.shape instanceof Box;
    }

    static boolean isEllipse(Object layer) {
        return layer instanceof ShapeLayer shape && shape.shape instanceof Ellipse;
    }

    static boolean isLine(Object layer) {
        return layer instanceof ShapeLayer shape && shape.shape instanceof Line;
    }
}
