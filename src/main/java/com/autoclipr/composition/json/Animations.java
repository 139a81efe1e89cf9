package com.autoclipr.composition.json;

import com.autoclipr.composition.Animated;
import com.autoclipr.composition.Easing;
import com.autoclipr.composition.Keyframe;
import com.autoclipr.composition.ProblemKind;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reader of values that are constant or have keyframes: `value`, or `{"keyframes": [{"time": …,
/// "value": …, "easing": …}]}`.
final class Animations {
    static final int MAX_KEYFRAMES = 10_000;

    private final Diagnostics findings;
    private final Times times;

    Animations(Diagnostics findings, Times times) {
        this.findings = findings;
        this.times = times;
    }

    /// Of a value that is written as a number or text: every object holds keyframes.
    <T> ValueReader<Animated<T>> of(ValueReader<T> value) {
        return json -> read(json, value, json instanceof Json.Fields);
    }

    /// Of a value that may itself be written as an object: only objects with `keyframes` hold them.
    <T> ValueReader<Animated<T>> ofObject(ValueReader<T> value) {
        return json ->
                read(
                        json,
                        value,
                        json instanceof Json.Fields object
                                && object.fields().containsKey("keyframes"));
    }

    private <T> Optional<Animated<T>> read(Json json, ValueReader<T> value, boolean moving) {
        if (!moving) {
            return value.read(json).map(Animated::constant);
        }
        return FieldReader.object(
                        findings, fields -> fields.requireOptional("keyframes", list(value)))
                .read(json)
                .flatMap(found -> found);
    }

    private <T> ValueReader<Animated<T>> list(ValueReader<T> value) {
        return json -> {
            if (!(json instanceof Json.Items list)) {
                Scalars.wrongType(findings, json, "list");
                return Optional.empty();
            }
            int count = list.items().size();
            if (count > MAX_KEYFRAMES) {
                findings.problem(
                        ProblemKind.TOO_MANY,
                        json.place(),
                        "what",
                        "keyframes",
                        "limit",
                        Integer.toString(MAX_KEYFRAMES));
                return Optional.empty();
            }
            if (count == 0) {
                Scalars.wrongForm(findings, json, "keyframes", "[]");
                return Optional.empty();
            }
            return keyframes(list, value);
        };
    }

    private <T> Optional<Animated<T>> keyframes(Json.Items list, ValueReader<T> value) {
        List<Keyframe<T>> frames = new ArrayList<>();
        ValueReader<Optional<Keyframe<T>>> reader =
                FieldReader.object(findings, fields -> keyframe(fields, value));
        Rational before = null;
        for (int i = 0; i < list.items().size(); i++) {
            Json item = list.items().get(i);
            Optional<Keyframe<T>> frame = reader.read(item).flatMap(found -> found);
            if (frame.isEmpty()) {
                continue;
            }
            Rational time = frame.get().time();
            if (before != null && time.compareTo(before) <= 0) {
                findings.problem(
                        ProblemKind.KEYFRAMES_NOT_INCREASING,
                        item.place(),
                        "index",
                        Integer.toString(i),
                        "time",
                        time.toDecimal(9),
                        "before",
                        before.toDecimal(9));
                continue;
            }
            before = time;
            frames.add(frame.get());
        }
        return frames.size() == list.items().size()
                ? Optional.of(new Animated<>(frames))
                : Optional.empty();
    }

    private <T> Optional<Keyframe<T>> keyframe(FieldReader fields, ValueReader<T> value) {
        Optional<Rational> time = fields.requireOptional("time", times.any());
        Optional<T> there = fields.requireOptional("value", value);
        Easing easing = fields.get("easing", Easing.LINEAR, this::easing);
        return time.flatMap(when -> there.map(what -> new Keyframe<>(when, what, easing)));
    }

    private Optional<Easing> easing(Json json) {
        if (!(json instanceof Json.Text text)) {
            Scalars.wrongType(findings, json, "text");
            return Optional.empty();
        }
        Optional<Easing> easing = Notation.easing(text.value());
        if (easing.isEmpty()) {
            if (text.value().startsWith("cubic-bezier")) {
                Scalars.wrongForm(findings, json, "cubic-bezier", text.value());
            } else {
                Scalars.notAllowed(findings, text, Names.EASINGS);
            }
        }
        return easing;
    }
}
