package com.autoclipr.composition;

import com.autoclipr.composition.type.AnchorType;
import com.autoclipr.composition.type.AnimatedType;
import com.autoclipr.composition.type.Definition;
import com.autoclipr.composition.type.NumberType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.OneOrTwoType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Group;
import com.autoclipr.composition.value.Anchor;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.composition.value.Point;

/// Where a layer's box lies on the canvas. The box's anchor point is put at `position`; scale and
/// rotation turn around it. Keyframes count from the layer's start.
///
/// @param position canvas pixels
/// @param anchor the point of the box, see [Anchor]
/// @param scale factors, 1 being natural; negative ones mirror
/// @param rotation degrees clockwise
/// @param opacity 0 to 1
public record Transform(
        Animated<Point> position,
        Animated<Anchor> anchor,
        Animated<Point> scale,
        Animated<Double> rotation,
        Animated<Double> opacity) {
    private static final NumberType FACTOR = new NumberType("scale", -100, 100);

    static final Property<Transform, Animated<Point>> POSITION =
            Property.of(
                            "position",
                            new AnimatedType<>(Points.ON_CANVAS, Interpolation.POINT),
                            Transform::position)
                    .orElse("canvas' centre", v -> Animated.constant(Points.centre(v.reading())))
                    .says("Where its anchor lies on the canvas.")
                    .in(Group.TRANSFORM);
    private static final Property<Transform, Animated<Anchor>> ANCHOR =
            Property.of(
                            "anchor",
                            new AnimatedType<>(new AnchorType(), Anchor.INTERPOLATION),
                            Transform::anchor)
                    .or("center")
                    .says(
                            "The point of its box that is put at `position`; scale and rotation"
                                    + " turn around it.")
                    .in(Group.TRANSFORM);
    private static final Property<Transform, Animated<Point>> SCALE =
            Property.of(
                            "scale",
                            new AnimatedType<>(
                                    new OneOrTwoType(
                                            Definition.of(
                                                    "scale",
                                                    "Scale",
                                                    "One factor for both directions, or two."),
                                            FACTOR,
                                            FACTOR,
                                            Points.pair(
                                                    ObjectType.define(
                                                            "factors",
                                                            "Factors",
                                                            "One factor for each direction."),
                                                    FACTOR,
                                                    FACTOR,
                                                    "Across; negative ones mirror.",
                                                    "Down; negative ones mirror.")),
                                    Interpolation.POINT),
                            Transform::scale)
                    .or(1)
                    .says("Its size; negative ones mirror.")
                    .unit("factor")
                    .in(Group.TRANSFORM);
    private static final Property<Transform, Animated<Double>> ROTATION =
            Property.of(
                            "rotation",
                            new AnimatedType<>(
                                    new NumberType("rotation", -360_000, 360_000),
                                    Interpolation.NUMBER),
                            Transform::rotation)
                    .or(0)
                    .says("Clockwise.")
                    .unit("degrees")
                    .control("angle")
                    .in(Group.TRANSFORM);

    /// No picture's pixels but their transparency follow from it, wherever it moves.
    public static final Property<Transform, Animated<Double>> OPACITY =
            Property.of(
                            "opacity",
                            new AnimatedType<>(
                                    new NumberType("opacity", 0, 1), Interpolation.NUMBER),
                            Transform::opacity)
                    .or(1)
                    .says("0 is not seen, 1 is opaque.")
                    .control("slider")
                    .in(Group.TRANSFORM);

    public static final ObjectType<Transform> TYPE =
            ObjectType.<Transform>define("", "Transform", "Where a layer lies.")
                    .with(POSITION)
                    .with(ANCHOR)
                    .with(SCALE)
                    .with(ROTATION)
                    .with(OPACITY)
                    .makes(
                            v ->
                                    new Transform(
                                            v.get(POSITION),
                                            v.get(ANCHOR),
                                            v.get(SCALE),
                                            v.get(ROTATION),
                                            v.get(OPACITY)));
}
