package com.autoclipr.composition.effect;

import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.time.Rational;

/// Pulls colours towards grey of the same lightness or pushes them away, as `saturate()` of CSS
/// does.
///
/// @param amount 1 changes nothing
public record Saturation(Animated<Double> amount) implements Effect {
    private static final Property<Saturation, Animated<Double>> AMOUNT =
            EffectProperties.amount(Saturation::amount, "0 is grey, 1 changes nothing.");

    static final ObjectType<Saturation> TYPE =
            EffectProperties.<Saturation>define(
                            "saturation",
                            "Saturation",
                            "Pulls colours towards grey of the same lightness or away from it, as"
                                    + " in CSS.")
                    .with(AMOUNT)
                    .makes(v -> new Saturation(v.get(AMOUNT)));

    @Override
    public Filter at(Rational layerTime) {
        double now = amount.at(layerTime, Interpolation.NUMBER);
        return LumaMatrix.saturation(now);
    }
}
