package com.autoclipr.composition.effect;

import com.autoclipr.composition.type.AnimatedType;
import com.autoclipr.composition.type.ColourType;
import com.autoclipr.composition.type.LengthType;
import com.autoclipr.composition.type.LengthType.Axis;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Group;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.time.Rational;

/// A shadow of everything opaque in the layer, turning and growing with it.
///
/// @param x to the right, canvas pixels
/// @param y down, canvas pixels
/// @param blur twice the standard deviation, canvas pixels
public record DropShadow(
        Animated<Double> x, Animated<Double> y, Animated<Double> blur, Colour colour)
        implements Effect {
    private static final Property<DropShadow, Animated<Double>> X =
            Property.of(
                            "x",
                            new AnimatedType<>(
                                    LengthType.distance(Axis.WIDTH), Interpolation.NUMBER),
                            DropShadow::x)
                    .or(0)
                    .says("How far it is to the right.")
                    .in(Group.STYLE);
    private static final Property<DropShadow, Animated<Double>> Y =
            Property.of(
                            "y",
                            new AnimatedType<>(
                                    LengthType.distance(Axis.HEIGHT), Interpolation.NUMBER),
                            DropShadow::y)
                    .or(0)
                    .says("How far it is down.")
                    .in(Group.STYLE);
    private static final Property<DropShadow, Animated<Double>> BLUR =
            Property.of(
                            "blur",
                            new AnimatedType<>(LengthType.thickness(), Interpolation.NUMBER),
                            DropShadow::blur)
                    .or(0)
                    .says("As in CSS: twice the standard deviation.")
                    .in(Group.STYLE);
    private static final Property<DropShadow, Colour> COLOUR =
            Property.of("color", ColourType.ANY, DropShadow::colour)
                    .or("#00000080")
                    .says("Its colour.")
                    .in(Group.STYLE);

    static final ObjectType<DropShadow> TYPE =
            EffectProperties.<DropShadow>define(
                            "drop-shadow", "Drop shadow", "A shadow below everything in the layer.")
                    .with(X)
                    .with(Y)
                    .with(BLUR)
                    .with(COLOUR)
                    .makes(v -> new DropShadow(v.get(X), v.get(Y), v.get(BLUR), v.get(COLOUR)));

    @Override
    public Filter at(Rational layerTime) {
        return new Filter.Shadow(
                x.at(layerTime, Interpolation.NUMBER),
                y.at(layerTime, Interpolation.NUMBER),
                blur.at(layerTime, Interpolation.NUMBER) / 2,
                colour);
    }
}
