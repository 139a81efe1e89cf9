package com.autoclipr.composition.effect;

import com.autoclipr.composition.type.AnimatedType;
import com.autoclipr.composition.type.NumberType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Group;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import java.util.function.Function;

/// What several effects declare. Apart from [Effects], which needs all of them.
final class EffectProperties {
    private EffectProperties() {}

    /// Begins the declaration of an effect.
    ///
    /// @param type the constant by which it is known
    static <E extends Effect> ObjectType.Builder<E> define(
            String type, String title, String description) {
        return ObjectType.<E>define(camelCase(type) + "Effect", title, description)
                .constant("type", type, "The effect.");
    }

    /// How much of something, 1 being as it is.
    ///
    /// @param says what 0 and 1 mean
    static <E extends Effect> Property<E, Animated<Double>> amount(
            Function<E, Animated<Double>> of, String says) {
        return Property.required(
                        "amount",
                        new AnimatedType<>(new NumberType("amount", 0, 10), Interpolation.NUMBER),
                        of)
                .says(says)
                .unit("factor")
                .control("slider")
                .in(Group.STYLE);
    }

    private static String camelCase(String hyphened) {
        int hyphen = hyphened.indexOf('-');
        return hyphen < 0
                ? hyphened
                : hyphened.substring(0, hyphen)
                        + Character.toUpperCase(hyphened.charAt(hyphen + 1))
                        + hyphened.substring(hyphen + 2);
    }
}
