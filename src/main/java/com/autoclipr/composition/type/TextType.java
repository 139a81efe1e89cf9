package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.JsonTree;
import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.composition.json.Reading;
import java.util.Optional;

/// A text.
///
/// @param maxCharacters how long it may be
/// @param line what a line of text is called in problems: not blank, no control characters; empty:
///   any text
public record TextType(int maxCharacters, String line) implements Type<String> {
    /// Any text, of as many characters as the file format allows.
    public static final TextType ANY = new TextType(JsonTree.MAX_TEXT, "");

    /// A short line that names something.
    public static final TextType NAME = new TextType(200, "name");

    @Override
    public Optional<String> read(Json json, Reading reading) {
        if (!(json instanceof Json.Text text)) {
            reading.wrongType(json, "text");
            return Optional.empty();
        }
        String value = text.value();
        if (value.length() > maxCharacters) {
            reading.diagnostics()
                    .problem(
                            ProblemKind.TOO_LARGE,
                            json.location(),
                            "limit",
                            Integer.toString(maxCharacters),
                            "unit",
                            "characters");
            return Optional.empty();
        }
        if (isLine() && (value.isBlank() || value.chars().anyMatch(Character::isISOControl))) {
            reading.wrongForm(json, line, value);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /// Whether it is one line with something to see in it.
    public boolean isLine() {
        return !line.isEmpty();
    }

    @Override
    public void write(String value, JsonText json) {
        json.text(value);
    }
}
