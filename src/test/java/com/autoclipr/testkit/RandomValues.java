package com.autoclipr.testkit;

import com.autoclipr.composition.type.AnchorType;
import com.autoclipr.composition.type.AnimatedType;
import com.autoclipr.composition.type.AudioTrackType;
import com.autoclipr.composition.type.BitrateType;
import com.autoclipr.composition.type.ChoiceType;
import com.autoclipr.composition.type.ColourType;
import com.autoclipr.composition.type.EasingType;
import com.autoclipr.composition.type.FileType;
import com.autoclipr.composition.type.FrameRateType;
import com.autoclipr.composition.type.LengthType;
import com.autoclipr.composition.type.ListType;
import com.autoclipr.composition.type.NoneOrType;
import com.autoclipr.composition.type.NotationType;
import com.autoclipr.composition.type.NumberType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.ObjectType.Member;
import com.autoclipr.composition.type.OneOrTwoType;
import com.autoclipr.composition.type.OptionalType;
import com.autoclipr.composition.type.PartsType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Role;
import com.autoclipr.composition.type.TextType;
import com.autoclipr.composition.type.TimeType;
import com.autoclipr.composition.type.Type;
import com.autoclipr.composition.type.UnionType;
import com.autoclipr.composition.type.UnionType.Kind;
import com.autoclipr.composition.type.Values;
import com.autoclipr.composition.type.WholeType;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.composition.value.Easing;
import com.autoclipr.composition.value.Keyframe;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/// Random values of every type of the format: a new property has them from its first day. For one
/// thread.
final class RandomValues {
    private static final List<String> TEXTS =
            List.of(
                    "Bonjour 👋",
                    "two\nlines",
                    "",
                    "مرحبا בעולם",
                    "\"quoted\" \\ \u0001 \u2028",
                    "汉字",
                    "a/b~c");
    private static final List<String> LINES = List.of("Inter", "Noto Sans", "Family é", "a~b/c");
    private static final List<FrameRate> RATES =
            List.of(
                    FrameRate.of(24, 1),
                    FrameRate.of(25, 1),
                    FrameRate.of(30_000, 1001),
                    FrameRate.of(30, 1),
                    FrameRate.of(60_000, 1001),
                    FrameRate.of(25, 2));
    private static final List<String> TRACKS =
            List.of("0", "7", "999", "all", "fr", "fra", "zh-Hant-TW", "pt_BR");

    /// Of numbers whose type allows much larger ones.
    private static final double LARGEST = 5000;

    private final Random random;
    private int ids;

    RandomValues(Random random) {
        this.random = random;
    }

    /// A value of a type that has no pointer of its own.
    <T> T of(Type<T> type) {
        return of(type, "");
    }

    /// @param pointer JSON pointer of an object
    @SuppressWarnings("unchecked") // each case gives a value of its own type
    <T> T of(Type<T> type, String pointer) {
        Object value =
                switch ((Type<?>) type) {
                    case NumberType number -> number(number.min(), number.max());
                    case LengthType length -> number(length.min(), length.max());
                    case WholeType whole -> whole(whole);
                    case BitrateType _ -> whole(BitrateType.NUMBER);
                    case TextType text -> pick(text.isLine() ? LINES : TEXTS);
                    case FileType _ -> "dir/é " + random.nextInt(9) + ".mp4";
                    case ChoiceType<?> choice -> pick(List.copyOf(choice.names().values()));
                    case ColourType colour -> colour(colour.opaque());
                    case NoneOrType<?> some -> maybe(() -> of(some.type(), pointer));
                    case OptionalType<?> some -> maybe(() -> of(some.type(), pointer));
                    case PartsType _ -> PartsType.Parts.of(part(-1, 2), part(-100, 100));
                    case AnchorType _ -> of(AnchorType.POINT, pointer);
                    case OneOrTwoType two -> of(two.both(), pointer);
                    case TimeType time ->
                            time(Math.max(-100, (int) Math.ceil(time.min().toDouble())), 100);
                    case FrameRateType _ -> pick(RATES);
                    case NotationType<?> notation ->
                            notation.parse().apply(pick(notation.examples())).orElseThrow();
                    case EasingType _ -> easing();
                    case AudioTrackType _ -> pick(TRACKS);
                    case AnimatedType<?> animated -> animated(animated);
                    case ListType<?> list -> list(list, pointer);
                    case ObjectType<?> object -> object(object, pointer);
                    case UnionType<?> union -> of(pick(union.kinds()), pointer);
                };
        return (T) value;
    }

    private <T> T of(Kind<T> kind, String pointer) {
        return of(kind.type(), pointer);
    }

    private <T> List<T> list(ListType<T> type, String pointer) {
        List<T> entries = new ArrayList<>();
        int count = random.nextInt(7);
        for (int i = 0; i < count; i++) {
            entries.add(of(type.entry(), pointer + "/" + i));
        }
        return entries;
    }

    private <T> T object(ObjectType<T> type, String pointer) {
        Values values = Values.at(pointer);
        for (Member<T, ?> member : type.members()) {
            put(member.property(), pointer, values);
        }
        return type.make(values).orElseThrow();
    }

    @SuppressWarnings("unchecked") // names are texts
    private <T> void put(Property<?, T> property, String pointer, Values values) {
        values.put(
                property,
                property.role() == Role.NAME
                        ? (T) ("id é " + ids++)
                        : of(property.type(), pointer));
    }

    private <T> Animated<T> animated(AnimatedType<T> type) {
        return random.nextInt(3) == 0
                ? keyframes(() -> of(type.value()), this::easing)
                : Animated.constant(of(type.value()));
    }

    <T> Animated<T> keyframes(Supplier<T> value, Supplier<Easing> easing) {
        List<Keyframe<T>> frames = new ArrayList<>();
        Rational time = time(-10, 10);
        int count = random.nextInt(1, 6);
        for (int i = 0; i < count; i++) {
            frames.add(new Keyframe<>(time, value.get(), easing.get()));
            time = time.plus(time(0, 5)).plus(Rational.of(1, 1000));
        }
        return new Animated<>(frames);
    }

    private Easing easing() {
        return random.nextInt(3) == 0
                ? new Easing.CubicBezier(
                        random.nextDouble(), number(-2, 3), random.nextDouble(), number(-2, 3))
                : pick(List.copyOf(EasingType.NAMES.names().values()));
    }

    /// A time in whole seconds, milliseconds or frames of 29.97 fps, from `min` to `max` seconds.
    Rational time(int min, int max) {
        return switch (random.nextInt(3)) {
            case 0 -> Rational.of(random.nextInt(min, max + 1));
            case 1 -> Rational.of(random.nextInt(min * 1000, max * 1000 + 1), 1000);
            default -> Rational.of(random.nextInt(min * 30, max * 29 + 1) * 1001L, 30_000);
        };
    }

    private int whole(WholeType type) {
        return random.nextInt(type.min() / type.step(), type.max() / type.step() + 1) * type.step();
    }

    /// Whole, short, long or tiny, from `min` to `max`.
    private double number(double min, double max) {
        double least = Math.max(min, -LARGEST);
        double most = Math.min(max, LARGEST);
        double any = least + (most - least) * random.nextDouble();
        double number =
                switch (random.nextInt(4)) {
                    case 0 -> Math.rint(any);
                    case 1 -> Math.rint(any * 100) / 100;
                    case 2 -> any;
                    default -> any * 1e-6;
                };
        return Math.clamp(number, least, most) + 0.0;
    }

    private double part(double min, double max) {
        return random.nextBoolean() ? number(min, max) : 0;
    }

    private Colour colour(boolean opaque) {
        return new Colour(
                random.nextInt(256),
                random.nextInt(256),
                random.nextInt(256),
                opaque ? 255 : random.nextInt(256));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
