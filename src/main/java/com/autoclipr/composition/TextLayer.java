package com.autoclipr.composition;

import java.util.Optional;

/// A text. Its box is what it covers when laid out, with the padding of its background box.
///
/// @param text lines are separated by `\n`
/// @param font how letters look
/// @param align of lines within the box
/// @param direction of the paragraph
/// @param lineHeight factor on the font size
/// @param width canvas pixels at which lines are wrapped (without the padding); empty: never
/// @param stroke outline around the letters, drawn below their fill: half of its width is seen
///   outside
/// @param shadow below the letters
/// @param box a filled rectangle behind the text
public record TextLayer(
        String pointer,
        Span span,
        Transform placement,
        String text,
        Font font,
        Align align,
        Direction direction,
        double lineHeight,
        Optional<Double> width,
        Optional<Stroke> stroke,
        Optional<Shadow> shadow,
        Optional<TextBox> box)
        implements VisualLayer {
    /// @param family family name
    /// @param weight 100 to 900
    /// @param italic whether slanted
    /// @param size canvas pixels
    /// @param letterSpacing canvas pixels added between letters
    public record Font(
            String family,
            int weight,
            boolean italic,
            double size,
            Colour colour,
            double letterSpacing) {}

    public enum Align {
        LEFT,
        CENTER,
        RIGHT,
        START,
        END,
        JUSTIFY
    }

    /// AUTO: by the first strong character.
    public enum Direction {
        AUTO,
        LTR,
        RTL
    }

    /// @param x canvas pixels to the right
    /// @param y canvas pixels down
    /// @param blur canvas pixels, CSS meaning: twice the standard deviation
    public record Shadow(Colour colour, double x, double y, double blur) {}

    /// @param paddingX canvas pixels left and right of the text
    /// @param paddingY canvas pixels above and below it
    /// @param radius of its corners, canvas pixels
    public record TextBox(Colour colour, double paddingX, double paddingY, double radius) {}
}
