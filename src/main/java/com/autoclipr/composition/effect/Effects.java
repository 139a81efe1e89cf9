package com.autoclipr.composition.effect;

import com.autoclipr.composition.type.Definition;
import com.autoclipr.composition.type.ListType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Rewrite;
import com.autoclipr.composition.type.UnionType;
import com.autoclipr.composition.type.UnionType.Kind;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.time.Rational;
import java.util.List;

/// The registry of effects, and the list of effects that a layer has.
public final class Effects {
    private static final int MOST = 16;

    /// One entry of `effects`. A new effect is a line here.
    public static final UnionType<Effect> EFFECT =
            new UnionType<>(
                    Definition.of("effect", "Effect", "One effect."),
                    List.of(
                            new Kind<>(Brightness.TYPE, Brightness.class::isInstance),
                            new Kind<>(Contrast.TYPE, Contrast.class::isInstance),
                            new Kind<>(Saturation.TYPE, Saturation.class::isInstance),
                            new Kind<>(Hue.TYPE, Hue.class::isInstance),
                            new Kind<>(Blur.TYPE, Blur.class::isInstance),
                            new Kind<>(DropShadow.TYPE, DropShadow.class::isInstance)));

    public static final ListType<Effect> LIST = new ListType<>("effects", MOST, EFFECT);

    private Effects() {}

    /// What they do at a time, first to last, without those that change nothing.
    ///
    /// @param layerTime seconds from the layer's start
    public static List<Filter> at(List<Effect> effects, Rational layerTime) {
        return effects.stream()
                .map(effect -> effect.at(layerTime))
                .filter(filter -> !filter.isIdentity())
                .toList();
    }

    /// Whether they do the same at any time.
    public static boolean areConstant(List<Effect> effects) {
        Movements movements = new Movements();
        LIST.rewritten(effects, movements);
        return !movements.found;
    }

    /// Looks for animations.
    private static final class Movements implements Rewrite {
        private boolean found;

        @Override
        public <T> T property(Property<?, T> property, T value) {
            return property.type().rewritten(value, this);
        }

        @Override
        public <T> Animated<T> animated(Animated<T> value, Interpolation<T> interpolation) {
            found |= !value.isConstant();
            return value;
        }

        @Override
        public String pointer() {
            return "";
        }
    }
}
