package com.autoclipr.composition;

import com.autoclipr.composition.effect.Effect;
import com.autoclipr.composition.type.ChoiceType;
import com.autoclipr.composition.type.ColourType;
import com.autoclipr.composition.type.Definition;
import com.autoclipr.composition.type.LengthType;
import com.autoclipr.composition.type.LengthType.Axis;
import com.autoclipr.composition.type.NumberType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.OneOrTwoType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Group;
import com.autoclipr.composition.type.TextType;
import com.autoclipr.composition.type.WholeType;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.composition.value.Point;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A text. Its box is what it covers when laid out, with the padding of its background box.
///
/// @param text lines are separated by `\n`
/// @param font how letters look
/// @param textTransform what is done to its letters
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
        String id,
        Span span,
        Transform transform,
        List<Effect> effects,
        String text,
        Font font,
        TextTransform textTransform,
        Align align,
        Direction direction,
        double lineHeight,
        Optional<Double> width,
        Optional<Stroke> stroke,
        Optional<Shadow> shadow,
        Optional<TextBox> box)
        implements VisualLayer {
    private static final Property<TextLayer, String> ID = LayerProperties.id();
    private static final Property<TextLayer, List<Effect>> EFFECTS = LayerProperties.effects();
    private static final Property<TextLayer, String> TEXT =
            Property.required("text", TextType.ANY, TextLayer::text)
                    .says("The text; `\\n` ends a line.")
                    .control("textarea")
                    .in(Group.TEXT);
    private static final Property<TextLayer, Font> FONT =
            Property.of("font", Font.TYPE, TextLayer::font)
                    .orDefaults("[see there](#font)")
                    .says("How letters look.")
                    .in(Group.TEXT);
    private static final Property<TextLayer, TextTransform> TEXT_TRANSFORM =
            Property.of(
                            "textTransform",
                            ChoiceType.of(TextTransform.class),
                            TextLayer::textTransform)
                    .or("none")
                    .says("Whether its letters become capitals or small letters, as in CSS.")
                    .in(Group.TEXT);
    private static final Property<TextLayer, Align> ALIGN =
            Property.of("align", ChoiceType.of(Align.class), TextLayer::align)
                    .or("center")
                    .says("Of lines within the box.")
                    .in(Group.TEXT);
    private static final Property<TextLayer, Direction> DIRECTION =
            Property.of("direction", ChoiceType.of(Direction.class), TextLayer::direction)
                    .or("auto")
                    .says("Of the paragraph; `\"auto\"`: by its first strong character.")
                    .in(Group.TEXT);
    private static final Property<TextLayer, Double> LINE_HEIGHT =
            Property.of("lineHeight", new NumberType("lineHeight", 0.1, 10), TextLayer::lineHeight)
                    .or(1.2)
                    .says("From one line to the next.")
                    .unit("factor on the font size")
                    .in(Group.TEXT);
    private static final Property<TextLayer, Optional<Double>> WIDTH =
            Property.optional(
                            "width",
                            LengthType.wrapWidth(),
                            TextLayer::width,
                            "lines are not wrapped")
                    .says("Where lines are wrapped, without the padding.")
                    .in(Group.TEXT);
    private static final Property<TextLayer, Optional<Stroke>> STROKE =
            Property.optional("stroke", Stroke.TYPE, TextLayer::stroke, "none")
                    .says("Outline of the letters, below their fill: half of its width is seen.")
                    .in(Group.STYLE);
    private static final Property<TextLayer, Optional<Shadow>> SHADOW =
            Property.optional("shadow", Shadow.TYPE, TextLayer::shadow, "none")
                    .says("Shadow below the letters.")
                    .in(Group.STYLE);
    private static final Property<TextLayer, Optional<TextBox>> BOX =
            Property.optional("box", TextBox.TYPE, TextLayer::box, "none")
                    .says("Filled rectangle behind the text.")
                    .in(Group.STYLE);

    public static final ObjectType<TextLayer> TYPE =
            LayerProperties.<TextLayer>define(
                            "text",
                            "Text",
                            "A text. Its box is what it covers when laid out, with the padding of"
                                    + " its background box.")
                    .with(TEXT)
                    .with(ID)
                    .part(Span.TYPE, TextLayer::span)
                    .part(Transform.TYPE, TextLayer::transform)
                    .with(EFFECTS)
                    .with(FONT)
                    .with(TEXT_TRANSFORM)
                    .with(ALIGN)
                    .with(DIRECTION)
                    .with(LINE_HEIGHT)
                    .with(WIDTH)
                    .with(STROKE)
                    .with(SHADOW)
                    .with(BOX)
                    .makes(
                            v ->
                                    new TextLayer(
                                            v.pointer(),
                                            v.get(ID),
                                            v.get(Span.TYPE),
                                            v.get(Transform.TYPE),
                                            v.get(EFFECTS),
                                            v.get(TEXT),
                                            v.get(FONT),
                                            v.get(TEXT_TRANSFORM),
                                            v.get(ALIGN),
                                            v.get(DIRECTION),
                                            v.get(LINE_HEIGHT),
                                            v.get(WIDTH),
                                            v.get(STROKE),
                                            v.get(SHADOW),
                                            v.get(BOX)));

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
            double letterSpacing) {
        /// Of the canvas' height.
        private static final double DEFAULT_SIZE = 0.06;

        private static final Property<Font, String> FAMILY =
                Property.of("family", TextType.NAME, Font::family)
                        .or("Inter")
                        .says(
                                "Family name: Inter, Twemoji, one of `fonts`, or one of the"
                                        + " system's.")
                        .control("font");
        private static final Property<Font, Integer> WEIGHT =
                Property.of("weight", WholeType.of(100, 900), Font::weight)
                        .or(400)
                        .says("400 is regular, 700 bold.");
        private static final Property<Font, Boolean> STYLE =
                Property.of("style", ChoiceType.of("italic", "normal", false), Font::italic)
                        .or("normal")
                        .says("Upright or slanted.");
        private static final Property<Font, Double> SIZE =
                Property.of("size", LengthType.fontSize(), Font::size)
                        .orElse(
                                "`6%` of the canvas' height",
                                v -> Math.max(1, v.reading().canvasHeight() * DEFAULT_SIZE))
                        .says("Font size.");
        private static final Property<Font, Colour> COLOUR =
                Property.of("color", ColourType.ANY, Font::colour)
                        .or("#ffffff")
                        .says("Colour of the letters.");
        private static final Property<Font, Double> LETTER_SPACING =
                Property.of(
                                "letterSpacing",
                                new NumberType("letterSpacing", -1_000, 1_000),
                                Font::letterSpacing)
                        .or(0)
                        .says(
                                "Added between letters; not between those of joined scripts, such"
                                        + " as Arabic.")
                        .unit("px");

        static final ObjectType<Font> TYPE =
                ObjectType.<Font>define("font", "Font", "How letters look.")
                        .with(FAMILY)
                        .with(WEIGHT)
                        .with(STYLE)
                        .with(SIZE)
                        .with(COLOUR)
                        .with(LETTER_SPACING)
                        .makes(
                                v ->
                                        new Font(
                                                v.get(FAMILY),
                                                v.get(WEIGHT),
                                                v.get(STYLE),
                                                v.get(SIZE),
                                                v.get(COLOUR),
                                                v.get(LETTER_SPACING)));
    }

    /// As in CSS, by Unicode's rules for no particular language.
    public enum TextTransform {
        NONE,
        UPPERCASE,
        LOWERCASE;

        public String of(String text) {
            return switch (this) {
                case NONE -> text;
                case UPPERCASE -> text.toUpperCase(Locale.ROOT);
                case LOWERCASE -> text.toLowerCase(Locale.ROOT);
            };
        }
    }

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
    public record Shadow(Colour colour, double x, double y, double blur) {
        private static final Property<Shadow, Colour> COLOUR =
                Property.of("color", ColourType.ANY, Shadow::colour)
                        .or("#00000080")
                        .says("Its colour.");
        private static final Property<Shadow, Double> X =
                Property.of("x", LengthType.distance(Axis.WIDTH), Shadow::x)
                        .or(0)
                        .says("How far to the right it falls.");
        private static final Property<Shadow, Double> Y =
                Property.of("y", LengthType.distance(Axis.HEIGHT), Shadow::y)
                        .or(0)
                        .says("How far down it falls.");
        private static final Property<Shadow, Double> BLUR =
                Property.of("blur", LengthType.thickness(), Shadow::blur)
                        .or(0)
                        .says("As in CSS: twice the standard deviation.");

        static final ObjectType<Shadow> TYPE =
                ObjectType.<Shadow>define("shadow", "Shadow", "A shadow below the letters.")
                        .with(COLOUR)
                        .with(X)
                        .with(Y)
                        .with(BLUR)
                        .makes(v -> new Shadow(v.get(COLOUR), v.get(X), v.get(Y), v.get(BLUR)));
    }

    /// @param paddingX canvas pixels left and right of the text
    /// @param paddingY canvas pixels above and below it
    /// @param radius of its corners, canvas pixels
    public record TextBox(Colour colour, double paddingX, double paddingY, double radius) {
        private static final LengthType ACROSS = LengthType.padding(Axis.WIDTH);
        private static final LengthType DOWN = LengthType.padding(Axis.HEIGHT);

        private static final Property<TextBox, Colour> COLOUR =
                Property.of("color", ColourType.ANY, TextBox::colour)
                        .or("#000000")
                        .says("What it is filled with.");
        private static final Property<TextBox, Point> PADDING =
                Property.of(
                                "padding",
                                new OneOrTwoType(
                                        Definition.of(
                                                "padding",
                                                "Padding",
                                                "One distance for both directions, or two."),
                                        ACROSS,
                                        DOWN,
                                        Points.pair(
                                                ObjectType.define(
                                                        "paddingSides",
                                                        "Padding of both directions",
                                                        "One distance for each direction."),
                                                ACROSS,
                                                DOWN,
                                                "Left and right of the text.",
                                                "Above and below the text.")),
                                (TextBox box) -> new Point(box.paddingX(), box.paddingY()))
                        .or(0)
                        .says("Space between the text and the edge of the box.");
        private static final Property<TextBox, Double> RADIUS =
                Property.of("radius", LengthType.boxSide(Axis.HEIGHT), TextBox::radius)
                        .or(0)
                        .says("Of its corners.");

        static final ObjectType<TextBox> TYPE =
                ObjectType.<TextBox>define(
                                "textBox",
                                "Box behind a text",
                                "A filled rectangle behind the text.")
                        .with(COLOUR)
                        .with(PADDING)
                        .with(RADIUS)
                        .makes(
                                v ->
                                        new TextBox(
                                                v.get(COLOUR),
                                                v.get(PADDING).x(),
                                                v.get(PADDING).y(),
                                                v.get(RADIUS)));
    }
}
