package com.autoclipr.composition.effect;

import com.autoclipr.composition.type.AnimatedType;
import com.autoclipr.composition.type.ChoiceType;
import com.autoclipr.composition.type.LengthType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Group;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.time.Rational;

/// A Gaussian blur.
///
/// @param radius standard deviation, canvas pixels
public record Blur(Animated<Double> radius, Filter.Edges edges) implements Effect {
    private static final Property<Blur, Animated<Double>> RADIUS =
            Property.required(
                            "radius",
                            new AnimatedType<>(LengthType.thickness(), Interpolation.NUMBER),
                            Blur::radius)
                    .says(
                            "Standard deviation, as in `blur()` of CSS. Above a sixteenth of"
                                    + " the frame's longer side it grows no further.")
                    .in(Group.STYLE);
    private static final Property<Blur, Filter.Edges> EDGES =
            Property.of("edges", ChoiceType.of(Filter.Edges.class), Blur::edges)
                    .or("soft")
                    .says(
                            "`\"soft\"`: the outline is blurred too; `\"sharp\"`: it stays, as for"
                                    + " a video that fills the frame.")
                    .in(Group.STYLE);

    static final ObjectType<Blur> TYPE =
            EffectProperties.<Blur>define("blur", "Blur", "A Gaussian blur.")
                    .with(RADIUS)
                    .with(EDGES)
                    .makes(v -> new Blur(v.get(RADIUS), v.get(EDGES)));

    @Override
    public Filter at(Rational layerTime) {
        return new Filter.Blur(radius.at(layerTime, Interpolation.NUMBER), edges);
    }
}
