package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Reading;
import com.autoclipr.composition.value.Easing;
import com.autoclipr.composition.value.Notation;
import java.util.Optional;

/// How a value moves to a keyframe: a name, or a `cubic-bezier(…)` of CSS.
public record EasingType() implements Type<Easing> {
    /// In the schema.
    public static final Definition DEFINITION =
            Definition.of(
                    "easing",
                    "Easing",
                    "How the value moves from the keyframe before to this one.",
                    "\"ease-out\"",
                    "\"hold\"",
                    "\"cubic-bezier(0.2, 0, 0, 1)\"");

    public static final ChoiceType<Easing> NAMES = new ChoiceType<>(Easing.NAMES);

    @Override
    public Optional<Easing> read(Json json, Reading reading) {
        if (!(json instanceof Json.Text text)) {
            reading.wrongType(json, "text");
            return Optional.empty();
        }
        Optional<Easing> easing = Notation.easing(text.value());
        if (easing.isEmpty()) {
            if (text.value().startsWith("cubic-bezier")) {
                reading.wrongForm(json, "cubic-bezier", text.value());
            } else {
                reading.notAllowed(text, NAMES.names().keySet());
            }
        }
        return easing;
    }

    @Override
    public void write(Easing value, JsonText json) {
        json.text(NAMES.nameOf(value).orElseGet(() -> curve(value)));
    }

    private static String curve(Easing easing) {
        return switch (easing) {
            case Easing.Hold _ -> NAMES.nameOf(Easing.HOLD).orElseThrow();
            case Easing.CubicBezier curve ->
                    "cubic-bezier("
                            + String.join(
                                    ", ",
                                    JsonText.decimal(curve.x1()),
                                    JsonText.decimal(curve.y1()),
                                    JsonText.decimal(curve.x2()),
                                    JsonText.decimal(curve.y2()))
                            + ")";
        };
    }
}
