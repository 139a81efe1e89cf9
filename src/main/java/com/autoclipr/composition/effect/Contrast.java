package com.autoclipr.composition.effect;

import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.time.Rational;

/// Pulls colours towards medium grey or pushes them away, as `contrast()` of CSS does.
///
/// @param amount 1 changes nothing
public record Contrast(Animated<Double> amount) implements Effect {
    private static final Property<Contrast, Animated<Double>> AMOUNT =
            EffectProperties.amount(Contrast::amount, "0 is grey, 1 changes nothing.");

    static final ObjectType<Contrast> TYPE =
            EffectProperties.<Contrast>define(
                            "contrast",
                            "Contrast",
                            "Pulls colours towards medium grey or away from it, as in CSS.")
                    .with(AMOUNT)
                    .makes(v -> new Contrast(v.get(AMOUNT)));

    @Override
    public Filter at(Rational layerTime) {
        double now = amount.at(layerTime, Interpolation.NUMBER);
        return Filter.ColourMatrix.ofEach(now, (1 - now) / 2);
    }
}
