package com.autoclipr.composition.effect;

import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.time.Rational;

/// Multiplies colours, as `brightness()` of CSS does.
///
/// @param amount 1 changes nothing
public record Brightness(Animated<Double> amount) implements Effect {
    private static final Property<Brightness, Animated<Double>> AMOUNT =
            EffectProperties.amount(Brightness::amount, "0 is black, 1 changes nothing.");

    static final ObjectType<Brightness> TYPE =
            EffectProperties.<Brightness>define(
                            "brightness", "Brightness", "Makes it lighter or darker, as in CSS.")
                    .with(AMOUNT)
                    .makes(v -> new Brightness(v.get(AMOUNT)));

    @Override
    public Filter at(Rational layerTime) {
        double now = amount.at(layerTime, Interpolation.NUMBER);
        return Filter.ColourMatrix.ofEach(now, 0);
    }
}
