package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Reading;
import com.autoclipr.composition.json.SourceReference;
import java.util.Optional;

/// The path of a local file, which is added to the files that the project names.
public record FileType(SourceReference.Kind kind) implements Type<String> {
    /// In the schema.
    public static final Definition DEFINITION =
            Definition.of(
                    "path",
                    "File",
                    "Path of a local file, relative to the project file or absolute. Never a network"
                            + " address.",
                    "\"talk.mp4\"");

    private static final TextType PATH = new TextType(4_096, "path");

    @Override
    public Optional<String> read(Json json, Reading reading) {
        Optional<String> path = PATH.read(json, reading);
        path.ifPresent(src -> reading.diagnostics().source(json.location(), src, kind));
        return path;
    }

    @Override
    public void write(String value, JsonText json) {
        json.text(value);
    }

    /// Longest path, characters.
    public int maxCharacters() {
        return PATH.maxCharacters();
    }
}
