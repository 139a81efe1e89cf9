package com.autoclipr.composition;

/// What can be wrong with a project file. The facts that each one carries are named beside it.
public enum ProblemKind {
    /// `line`, `column`, `detail`.
    NOT_JSON,
    /// `limit`, in bytes.
    TOO_LARGE,
    /// `limit`, in levels.
    TOO_DEEP,
    /// `field`, and `nearest` where a known name is near.
    UNKNOWN_FIELD,
    /// `field`.
    MISSING_FIELD,
    /// `field`: the same name twice in one object.
    DUPLICATE_FIELD,
    /// `expected`, `actual`.
    WRONG_TYPE,
    /// `min` and/or `max`, `actual`.
    OUT_OF_RANGE,
    /// `expected` (the form), `actual`.
    WRONG_FORM,
    /// `allowed` (comma-separated), `actual`, and `nearest` where one is near.
    NOT_ALLOWED,
    /// `actual`: the version of the format.
    UNSUPPORTED_VERSION,
    /// `start`, `end`.
    EMPTY_RANGE,
    /// `index`, of the keyframe that is not later than the one before.
    KEYFRAMES_NOT_INCREASING,
    /// `left`, `top`, `right`, `bottom`: by how many pixels it sticks out on each side; `time` if
    /// it moves.
    OVERLAY_OUTSIDE_CANVAS,
    /// `first`, `second`: fields that exclude each other.
    CONFLICT,
    /// `file`.
    FILE_MISSING,
    /// `file`.
    FILE_UNREADABLE,
    /// `file`: outside the permitted roots, by `..`, an absolute path or a link.
    FILE_FORBIDDEN,
    /// `layers`, `limit`.
    TOO_MANY
}
