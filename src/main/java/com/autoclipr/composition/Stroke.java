package com.autoclipr.composition;

import com.autoclipr.composition.type.ColourType;
import com.autoclipr.composition.type.LengthType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.value.Colour;

/// An outline.
///
/// @param width canvas pixels
public record Stroke(Colour colour, double width) {
    private static final Property<Stroke, Colour> COLOUR =
            Property.of("color", ColourType.ANY, Stroke::colour).or("#000000").says("Its colour.");
    private static final Property<Stroke, Double> WIDTH =
            Property.required("width", LengthType.thickness(), Stroke::width)
                    .says("Its thickness, half of it on each side of the edge.");

    public static final ObjectType<Stroke> TYPE =
            ObjectType.<Stroke>define("stroke", "Stroke", "An outline.")
                    .with(COLOUR)
                    .with(WIDTH)
                    .makes(v -> new Stroke(v.get(COLOUR), v.get(WIDTH)));
}
