package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.composition.json.Reading;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.composition.value.ColourNames;
import com.autoclipr.composition.value.Notation;
import java.util.Optional;

/// An sRGB colour in one of the notations of CSS.
///
/// @param opaque whether it has to be
public record ColourType(boolean opaque) implements Type<Colour> {
    private static final Definition COLOUR =
            Definition.of(
                    "colour",
                    "Colour",
                    "#rgb, #rgba, #rrggbb, #rrggbbaa, rgb(r, g, b), rgba(r, g, b, a), a CSS colour"
                            + " name, or transparent.",
                    "\"#ffffff\"",
                    "\"rgba(0, 0, 0, 0.5)\"",
                    "\"tomato\"");
    private static final Definition OPAQUE_COLOUR =
            Definition.of(
                    "opaqueColour",
                    "Opaque colour",
                    "A colour without transparency.",
                    "\"#000000\"",
                    "\"white\"");

    public static final ColourType ANY = new ColourType(false);
    public static final ColourType OPAQUE = new ColourType(true);

    @Override
    public Optional<Colour> read(Json json, Reading reading) {
        if (!(json instanceof Json.Text text)) {
            reading.wrongType(json, "colour");
            return Optional.empty();
        }
        Optional<Colour> colour = Notation.colour(text.value());
        if (colour.isEmpty()) {
            wrong(text, reading);
        } else if (opaque && colour.get().alpha() < 255) {
            reading.wrongForm(json, "opaque-colour", colour.get().toString());
            return Optional.empty();
        }
        return colour;
    }

    /// In the schema.
    public Definition definition() {
        return opaque ? OPAQUE_COLOUR : COLOUR;
    }

    private static void wrong(Json.Text text, Reading reading) {
        Optional<String> nearest =
                reading.diagnostics().nearest(text.value(), ColourNames.ALL.keySet());
        if (nearest.isEmpty()) {
            reading.wrongForm(text, "colour", text.value());
            return;
        }
        reading.diagnostics()
                .problem(
                        ProblemKind.WRONG_FORM,
                        text.location(),
                        "expected",
                        "colour",
                        "actual",
                        text.value(),
                        "nearest",
                        nearest.get());
    }

    @Override
    public void write(Colour value, JsonText json) {
        json.text(value.toString());
    }
}
