package com.autoclipr.testkit.format;

import com.autoclipr.composition.json.Numbers;
import com.autoclipr.composition.type.AnchorType;
import com.autoclipr.composition.type.AnimatedType;
import com.autoclipr.composition.type.AudioTrackType;
import com.autoclipr.composition.type.BitrateType;
import com.autoclipr.composition.type.ChoiceType;
import com.autoclipr.composition.type.ColourType;
import com.autoclipr.composition.type.EasingType;
import com.autoclipr.composition.type.Fallback;
import com.autoclipr.composition.type.FileType;
import com.autoclipr.composition.type.FrameRateType;
import com.autoclipr.composition.type.LengthType;
import com.autoclipr.composition.type.ListType;
import com.autoclipr.composition.type.NoneOrType;
import com.autoclipr.composition.type.NotationType;
import com.autoclipr.composition.type.NumberType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.OneOrTwoType;
import com.autoclipr.composition.type.OptionalType;
import com.autoclipr.composition.type.PartsType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.TextType;
import com.autoclipr.composition.type.TimeType;
import com.autoclipr.composition.type.Type;
import com.autoclipr.composition.type.UnionType;
import com.autoclipr.composition.type.WholeType;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A property in words, as the tables of the documentation have it, and in the terms of an editor.
final class PropertyText {
    private PropertyText() {}

    static boolean isAnimated(Type<?> type) {
        return switch (type) {
            case AnimatedType<?> _ -> true;
            case OptionalType<?> optional -> isAnimated(optional.type());
            default -> false;
        };
    }

    /// The type of a constant value.
    static Type<?> constant(Type<?> type) {
        return switch (type) {
            case AnimatedType<?> animated -> animated.value();
            case OptionalType<?> optional -> constant(optional.type());
            default -> type;
        };
    }

    static String type(Property<?, ?> property) {
        return noun(constant(property.type()))
                + (isAnimated(property.type()) ? ", animatable" : "");
    }

    private static String noun(Type<?> type) {
        return switch (type) {
            case NumberType _ -> "number";
            case WholeType _ -> "whole number";
            case TextType _, FileType _, ChoiceType<?> _, NotationType<?> _, EasingType _ -> "text";
            case ColourType _ -> "colour";
            case NoneOrType<?> some -> noun(some.type());
            case OptionalType<?> some -> noun(some.type());
            case LengthType _, PartsType _ -> "length";
            case AnchorType _ -> "name or point";
            case OneOrTwoType two -> noun(two.x()) + " or `{x, y}`";
            case TimeType _ -> "time";
            case FrameRateType _ -> "number or text";
            case AudioTrackType _, BitrateType _ -> "whole number or text";
            case AnimatedType<?> animated -> noun(animated.value());
            case ListType<?> list -> "list of " + list.name();
            case ObjectType<?> object ->
                    object.definition().name().equals("point") ? "point" : "object";
            case UnionType<?> _ -> "object";
        };
    }

    static String unit(Property<?, ?> property) {
        String own = property.notes().unit();
        return own.isEmpty() ? unit(constant(property.type())) : own;
    }

    private static String unit(Type<?> type) {
        return switch (type) {
            case LengthType length -> "px, % of " + length.axis().name().toLowerCase(Locale.ROOT);
            case OneOrTwoType two ->
                    two.x() instanceof LengthType ? "px, % of the canvas" : unit(two.x());
            case TimeType _ -> "s";
            case FileType _ -> "path";
            case FrameRateType _ -> "frames per second";
            case BitrateType _ -> "bit/s";
            default -> "";
        };
    }

    /// The unit of numbers.
    static Optional<String> unitForEditors(Property<?, ?> property) {
        Type<?> type = constant(property.type());
        String unit = type instanceof FileType ? "" : unit(property).split(",")[0];
        return unit.isEmpty() ? Optional.empty() : Optional.of(unit);
    }

    static String fallback(Property<?, ?> property) {
        String own = property.notes().fallback();
        if (!own.isEmpty()) {
            return own;
        }
        return switch (property.fallback()) {
            case Fallback.Required<?> _ -> "required";
            case Fallback.Absent<?> absent -> absent.text();
            case Fallback.Computed<?> computed -> computed.text();
            case Fallback.Literal<?> literal -> "`" + literal.text().orElse("{}") + "`";
        };
    }

    static String range(Property<?, ?> property) {
        String own = property.notes().range();
        return own.isEmpty() ? range(constant(property.type())) : own;
    }

    private static String range(Type<?> type) {
        return switch (type) {
            case NumberType number -> between(number.min(), number.max());
            case LengthType length -> between(length.min(), length.max());
            case WholeType whole -> whole(whole);
            case TextType text ->
                    (text.isLine() ? "1 to " : "up to ")
                            + number(text.maxCharacters())
                            + " characters";
            case FileType file -> "1 to " + number(file.maxCharacters()) + " characters";
            case ChoiceType<?> choice -> names(choice);
            case ColourType colour -> colour.opaque() ? "opaque" : "";
            case NoneOrType<?> some -> "a " + noun(some.type()) + ", or `\"none\"`";
            case OptionalType<?> some -> range(some.type());
            case PartsType _ -> between(-1_000_000, 1_000_000);
            case AnchorType _ -> names(AnchorType.NAMES) + ", or `{x, y}`";
            case OneOrTwoType two -> range(two.x());
            case TimeType time -> time(time);
            case FrameRateType _ -> "1 to 240";
            case AudioTrackType _ -> whole(AudioTrackType.NUMBER) + ", a language, or `\"all\"`";
            case BitrateType _ -> whole(BitrateType.NUMBER) + ", or as `\"192k\"`";
            case ListType<?> list -> "up to " + number(list.limit());
            case NotationType<?> _,
                    EasingType _,
                    AnimatedType<?> _,
                    ObjectType<?> _,
                    UnionType<?> _ ->
                    "";
        };
    }

    private static String whole(WholeType whole) {
        if (whole.min() == whole.max()) {
            return "`" + whole.min() + "`";
        }
        return (whole.step() == 1 ? "" : "even, ") + between(whole.min(), whole.max());
    }

    private static String time(TimeType time) {
        String most = number(TimeType.LONGEST.toDouble());
        return time.min().signum() > 0
                ? "above 0, to " + most
                : number(time.min().toDouble()) + " to " + most;
    }

    private static String names(ChoiceType<?> choice) {
        return choice.names().keySet().stream()
                .map(name -> "`\"" + name + "\"`")
                .collect(Collectors.joining(", "));
    }

    private static String between(double min, double max) {
        return number(min) + " to " + number(max);
    }

    /// With spaces between thousands.
    private static String number(double value) {
        return Numbers.plain(value).replaceAll("(?<=\\d)(?=(\\d{3})+$)", " ");
    }

    /// The control of an editor that suits a property.
    static String control(Property<?, ?> property) {
        String own = property.notes().control();
        return own.isEmpty() ? control(constant(property.type())) : own;
    }

    private static String control(Type<?> type) {
        return switch (type) {
            case NumberType _, WholeType _, BitrateType _, PartsType _ -> "number";
            case LengthType _ -> "length";
            case TextType _, NotationType<?> _, FrameRateType _ -> "text";
            case FileType _ -> "file";
            case ChoiceType<?> _ -> "select";
            case ColourType _ -> "colour";
            case NoneOrType<?> some -> control(some.type());
            case OptionalType<?> some -> control(some.type());
            case AnchorType _ -> "anchor";
            case OneOrTwoType _ -> "pair";
            case TimeType _ -> "time";
            case EasingType _ -> "easing";
            case AudioTrackType _ -> "audio-track";
            case AnimatedType<?> animated -> control(animated.value());
            case ListType<?> _ -> "list";
            case ObjectType<?> object ->
                    object.definition().name().equals("point") ? "point" : "object";
            case UnionType<?> _ -> "object";
        };
    }

    /// Without the marks of Markdown.
    static String plain(String markdown) {
        return markdown.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .replace("`", "")
                .replace("**", "");
    }
}
