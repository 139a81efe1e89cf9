package com.autoclipr.composition;

import com.autoclipr.composition.type.AnimatedType;
import com.autoclipr.composition.type.ChoiceType;
import com.autoclipr.composition.type.LengthType;
import com.autoclipr.composition.type.LengthType.Axis;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Group;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Fit;
import com.autoclipr.composition.value.Interpolation;
import java.util.function.Function;

/// The box of a layer with a picture, and how the picture is fitted into it.
///
/// @param width canvas pixels; keyframes count from the layer's start
/// @param height canvas pixels; keyframes count from the layer's start
/// @param fit keyframes change it at once
public record PictureBox(Animated<Double> width, Animated<Double> height, Animated<Fit> fit) {
    private static final Property<PictureBox, Animated<Double>> WIDTH = width(PictureBox::width);
    private static final Property<PictureBox, Animated<Double>> HEIGHT = height(PictureBox::height);
    private static final Property<PictureBox, Animated<Fit>> FIT =
            Property.of(
                            "fit",
                            new AnimatedType<>(ChoiceType.of(Fit.class), Interpolation.FIT),
                            PictureBox::fit)
                    .or("cover")
                    .says("How the picture is fitted into its box. Keyframes change it at once.")
                    .in(Group.BOX);

    /// A picture that fills its box.
    public static final ObjectType<PictureBox> COVERING = type(FIT);

    /// A picture that is seen whole.
    public static final ObjectType<PictureBox> CONTAINING = type(FIT.or("contain"));

    /// The width of a layer's box.
    static <B> Property<B, Animated<Double>> width(Function<B, Animated<Double>> of) {
        return Property.of("width", side(Axis.WIDTH), of)
                .orElse("canvas' width", v -> Animated.constant((double) v.reading().canvasWidth()))
                .says("Width of its box.")
                .in(Group.BOX);
    }

    /// The height of a layer's box.
    static <B> Property<B, Animated<Double>> height(Function<B, Animated<Double>> of) {
        return Property.of("height", side(Axis.HEIGHT), of)
                .orElse(
                        "canvas' height",
                        v -> Animated.constant((double) v.reading().canvasHeight()))
                .says("Height of its box.")
                .in(Group.BOX);
    }

    private static AnimatedType<Double> side(Axis axis) {
        return new AnimatedType<>(LengthType.boxSide(axis), Interpolation.NUMBER);
    }

    private static ObjectType<PictureBox> type(Property<PictureBox, Animated<Fit>> fit) {
        return ObjectType.<PictureBox>define("", "Box", "The box of a picture.")
                .with(WIDTH)
                .with(HEIGHT)
                .with(fit)
                .makes(v -> new PictureBox(v.get(WIDTH), v.get(HEIGHT), v.get(fit)));
    }
}
