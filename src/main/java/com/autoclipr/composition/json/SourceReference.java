package com.autoclipr.composition.json;

/// A file that a project names.
///
/// @param pointer JSON pointer of the text that names it, such as `/layers/0/src`
/// @param src path as written; relative ones are relative to the project file
/// @param kind what it is expected to be
public record SourceReference(String pointer, String src, Kind kind) {
    public enum Kind {
        /// Video, an image or audio.
        MEDIA,
        FONT
    }
}
