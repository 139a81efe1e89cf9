package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Fields;
import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.composition.json.Reading;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Easing;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.composition.value.Keyframe;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A constant, or `{"keyframes": [{"time": …, "value": …, "easing": …}]}`.
public final class AnimatedType<T> implements Type<Animated<T>> {
    /// Most keyframes of one value.
    public static final int MAX_KEYFRAMES = 10_000;

    private static final String KEYFRAMES = "keyframes";

    private final Type<T> value;
    private final Interpolation<T> interpolation;
    private final ObjectType<Keyframe<T>> keyframe;

    public AnimatedType(Type<T> value, Interpolation<T> interpolation) {
        this.value = value;
        this.interpolation = interpolation;
        this.keyframe = keyframe(value);
    }

    private static <T> ObjectType<Keyframe<T>> keyframe(Type<T> value) {
        Property<Keyframe<T>, Rational> time =
                Property.<Keyframe<T>, Rational>required("time", TimeType.ANY, Keyframe::time)
                        .says(
                                "Seconds from the layer's start; for the overlay, from the"
                                        + " timeline's zero.");
        Property<Keyframe<T>, T> there =
                Property.<Keyframe<T>, T>required("value", value, Keyframe::value)
                        .says("The value from here on.");
        Property<Keyframe<T>, Easing> easing =
                Property.<Keyframe<T>, Easing>of("easing", new EasingType(), Keyframe::easing)
                        .or("linear")
                        .says("How the value moves from the keyframe before to this one.");
        return ObjectType.<Keyframe<T>>define("", "Keyframe", "A value at a time.")
                .with(time)
                .with(there)
                .with(easing)
                .makes(
                        values ->
                                new Keyframe<>(
                                        values.get(time), values.get(there), values.get(easing)));
    }

    /// The type of each value.
    public Type<T> value() {
        return value;
    }

    public Interpolation<T> interpolation() {
        return interpolation;
    }

    public ObjectType<Keyframe<T>> keyframe() {
        return keyframe;
    }

    @Override
    public Optional<Animated<T>> read(Json json, Reading reading) {
        boolean moving =
                json instanceof Json.Fields object
                        && (!value.isWrittenAsObject() || object.fields().containsKey(KEYFRAMES));
        if (!moving) {
            return value.read(json, reading).map(Animated::constant);
        }
        return Fields.of(json, reading)
                .flatMap(
                        fields -> {
                            Optional<Animated<T>> found =
                                    fields.required(KEYFRAMES)
                                            .flatMap(list -> keyframes(list, reading));
                            fields.reportUnknown();
                            return found;
                        });
    }

    private Optional<Animated<T>> keyframes(Json json, Reading reading) {
        if (!(json instanceof Json.Items list)) {
            reading.wrongType(json, "list");
            return Optional.empty();
        }
        int count = list.items().size();
        if (count > MAX_KEYFRAMES) {
            reading.tooMany(json, KEYFRAMES, MAX_KEYFRAMES);
            return Optional.empty();
        }
        if (count == 0) {
            reading.wrongForm(json, KEYFRAMES, "[]");
            return Optional.empty();
        }
        List<Keyframe<T>> frames = new ArrayList<>();
        Rational before = null;
        for (int i = 0; i < count; i++) {
            Json item = list.items().get(i);
            Optional<Keyframe<T>> frame = keyframe.read(item, reading);
            if (frame.isEmpty()) {
                continue;
            }
            Rational time = frame.get().time();
            if (before != null && time.compareTo(before) <= 0) {
                notIncreasing(item, i, time, before, reading);
                continue;
            }
            before = time;
            frames.add(frame.get());
        }
        return frames.size() == count ? Optional.of(new Animated<>(frames)) : Optional.empty();
    }

    private static void notIncreasing(
            Json item, int index, Rational time, Rational before, Reading reading) {
        reading.diagnostics()
                .problem(
                        ProblemKind.KEYFRAMES_NOT_INCREASING,
                        item.location(),
                        "index",
                        Integer.toString(index),
                        "time",
                        time.toDecimal(9),
                        "before",
                        before.toDecimal(9));
    }

    @Override
    public void write(Animated<T> animated, JsonText json) {
        if (animated.isConstant()) {
            value.write(animated.keyframes().getFirst().value(), json);
            return;
        }
        json.object(
                () ->
                        json.field(KEYFRAMES)
                                .list(animated.keyframes(), frame -> keyframe.write(frame, json)));
    }

    @Override
    public Animated<T> rewritten(Animated<T> animated, Rewrite rewrite) {
        return rewrite.animated(animated, interpolation);
    }
}
