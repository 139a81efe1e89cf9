package com.autoclipr.testkit.reading;

import java.util.Locale;

/// One way in which two readings of a file differ.
///
/// @param words what is different, with both figures
public record Difference(DifferenceKind kind, String words) {
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + words;
    }
}
