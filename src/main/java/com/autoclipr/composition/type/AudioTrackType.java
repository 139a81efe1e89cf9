package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Reading;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which audio of a file is heard: a track's number, a language by ISO 639 or BCP 47, or `all`.
public record AudioTrackType() implements Type<String> {
    /// In the schema.
    public static final Definition DEFINITION =
            Definition.of(
                    "audioTrack",
                    "Audio track",
                    "Its number from 0, a language (ISO 639 or BCP 47), or all of them mixed.",
                    "1",
                    "\"fr\"",
                    "\"all\"");

    public static final WholeType NUMBER = WholeType.of(0, 999);
    private static final Pattern TRACK =
            Pattern.compile("all|(?!(?i:all)$)[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,6}");

    @Override
    public Optional<String> read(Json json, Reading reading) {
        if (json instanceof Json.Decimal) {
            return NUMBER.read(json, reading).map(number -> Integer.toString(number));
        }
        if (!(json instanceof Json.Text text)) {
            reading.wrongType(json, "audio-track");
            return Optional.empty();
        }
        if (!TRACK.matcher(text.value()).matches()) {
            reading.wrongForm(json, "audio-track", text.value());
            return Optional.empty();
        }
        return Optional.of(text.value());
    }

    @Override
    public void write(String value, JsonText json) {
        if (value.chars().allMatch(Character::isDigit)) {
            json.number(Integer.parseInt(value));
        } else {
            json.text(value);
        }
    }
}
