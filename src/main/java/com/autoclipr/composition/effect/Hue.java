package com.autoclipr.composition.effect;

import com.autoclipr.composition.type.AnimatedType;
import com.autoclipr.composition.type.NumberType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Group;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.time.Rational;

/// Turns colours on the colour wheel, as `hue-rotate()` of CSS does.
///
/// @param angle degrees
public record Hue(Animated<Double> angle) implements Effect {
    private static final Property<Hue, Animated<Double>> ANGLE =
            Property.required(
                            "angle",
                            new AnimatedType<>(
                                    new NumberType("angle", -360_000, 360_000),
                                    Interpolation.NUMBER),
                            Hue::angle)
                    .says("From red to yellow is 60.")
                    .unit("degrees")
                    .control("angle")
                    .in(Group.STYLE);

    static final ObjectType<Hue> TYPE =
            EffectProperties.<Hue>define(
                            "hue", "Hue", "Turns colours on the colour wheel, as in CSS.")
                    .with(ANGLE)
                    .makes(v -> new Hue(v.get(ANGLE)));

    @Override
    public Filter at(Rational layerTime) {
        return LumaMatrix.hue(angle.at(layerTime, Interpolation.NUMBER));
    }
}
