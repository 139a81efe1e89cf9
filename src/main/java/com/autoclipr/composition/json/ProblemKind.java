package com.autoclipr.composition.json;

import java.util.Locale;

/// What can be wrong with a project file. The facts that each one carries are named beside it.
public enum ProblemKind {
    /// `line`, `column`, and in `detail` one of `empty`, `byte-order-mark`, `encoding`, `syntax`,
    /// `cut-short`, `after-end`.
    NOT_JSON,
    /// `limit`, counted in `unit`: `bytes` or `characters`.
    TOO_LARGE,
    /// `limit`, in levels.
    TOO_DEEP,
    /// `field`, and `nearest` where a known name is near.
    UNKNOWN_FIELD,
    /// `field`.
    MISSING_FIELD,
    /// `field`: the same name twice in one object.
    DUPLICATE_FIELD,
    /// `id`: another layer has it; `first`: that layer's pointer.
    DUPLICATE_ID,
    /// `expected`, `actual`: names of types and of notations.
    WRONG_TYPE,
    /// `min`, `max`, `actual`.
    OUT_OF_RANGE,
    /// `expected` (name of the notation), `actual`, and `nearest` where a known name is near.
    WRONG_FORM,
    /// `allowed` (comma-separated), `actual`, and `nearest` where one is near.
    NOT_ALLOWED,
    /// `actual`: the version of the format.
    UNSUPPORTED_VERSION,
    /// `start`, `end`.
    EMPTY_RANGE,
    /// `index` of the keyframe that is not later than the one before, its `time`, the `before` of
    /// the one before.
    KEYFRAMES_NOT_INCREASING,
    /// `left`, `top`, `right`, `bottom`: by how many pixels it sticks out on those sides where it
    /// does; `time` if it moves.
    OVERLAY_OUTSIDE_CANVAS,
    /// `first`, `second`: fields that exclude each other; in `reason` one of `aspect-ratio`,
    /// `free`, `same-thing`.
    CONFLICT,
    /// `actual`: a time that, together with the project's other times, is too fine to be computed
    /// with exactly.
    TOO_PRECISE,
    /// `file`.
    FILE_MISSING,
    /// `file`.
    FILE_UNREADABLE,
    /// `file`; in `what` one of `folder`, `device`.
    FILE_NOT_REGULAR,
    /// `file`: an address such as `https://…`.
    FILE_NOT_LOCAL,
    /// `file`: outside the permitted roots, by `..`, an absolute path or a link.
    FILE_FORBIDDEN,
    /// `what`: `layers`, `fonts`, `keyframes`, `values` or `problems`; `limit`.
    TOO_MANY;

    /// Stable text for reports and events, such as `unknown-field`.
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException if no kind has this token
    public static ProblemKind ofToken(String token) {
        return valueOf(token.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
