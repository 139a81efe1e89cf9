package com.autoclipr.composition;

import com.autoclipr.composition.type.ColourType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.WholeType;
import com.autoclipr.composition.value.Colour;

/// The coordinate space of the composition.
///
/// @param width pixels
/// @param height pixels
/// @param background what is seen where no layer is; always opaque
public record Canvas(int width, int height, Colour background) {
    private static final WholeType SIDE = WholeType.of(16, 16_384);

    private static final Property<Canvas, Integer> WIDTH =
            Property.required("width", SIDE, Canvas::width).says("Width of the canvas.").unit("px");
    private static final Property<Canvas, Integer> HEIGHT =
            Property.required("height", SIDE, Canvas::height)
                    .says("Height of the canvas.")
                    .unit("px");
    private static final Property<Canvas, Colour> BACKGROUND =
            Property.of("background", ColourType.OPAQUE, Canvas::background)
                    .or("#000000")
                    .says("What is seen where no layer is.");

    public static final ObjectType<Canvas> TYPE =
            ObjectType.<Canvas>define(
                            "canvas", "Canvas", "The coordinate space of the composition.")
                    .with(WIDTH)
                    .with(HEIGHT)
                    .with(BACKGROUND)
                    .makes(v -> new Canvas(v.get(WIDTH), v.get(HEIGHT), v.get(BACKGROUND)));
}
