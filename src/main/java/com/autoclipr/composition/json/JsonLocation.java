package com.autoclipr.composition.json;

import org.jspecify.annotations.Nullable;

/// The location of a value in the file.
///
/// @param parent the object or list around it; null for the root
/// @param segment its field name or index; empty for the root
/// @param order index of the value in the file
public record JsonLocation(@Nullable JsonLocation parent, String segment, int order) {
    public static final JsonLocation ROOT = new JsonLocation(null, "", 0);

    /// The JSON pointer (RFC 6901).
    public String pointer() {
        StringBuilder text = new StringBuilder();
        append(text);
        return text.toString();
    }

    private void append(StringBuilder text) {
        if (parent != null) {
            parent.append(text);
            text.append('/').append(segment.replace("~", "~0").replace("/", "~1"));
        }
    }
}
