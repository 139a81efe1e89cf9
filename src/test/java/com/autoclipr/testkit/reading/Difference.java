package com.autoclipr.testkit.reading;

/// One way in which two readings of a file differ.
///
/// @param words what is different, with both figures
record Difference(DifferenceKind kind, String words) {
    @Override
    public String toString() {
        return kind + ": " + words;
    }
}
