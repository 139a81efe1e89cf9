package com.autoclipr.composition.json;

import java.util.Collection;
import java.util.Optional;

/// The reading of one project file: its problems so far, and the canvas to which percentages refer.
/// For one thread.
public final class Reading {
    private final Diagnostics diagnostics = new Diagnostics();

    /// Until the canvas is known, or where it is wrong: a usual one, so that reading goes on.
    private int canvasWidth = 1920;

    private int canvasHeight = 1080;
    private boolean canvasKnown;

    public Diagnostics diagnostics() {
        return diagnostics;
    }

    /// Sets the size of the canvas, pixels.
    public void canvas(int width, int height) {
        canvasWidth = width;
        canvasHeight = height;
        canvasKnown = true;
    }

    public int canvasWidth() {
        return canvasWidth;
    }

    public int canvasHeight() {
        return canvasHeight;
    }

    /// Whether the file has a valid canvas.
    public boolean canvasKnown() {
        return canvasKnown;
    }

    public void wrongType(Json json, String expected) {
        if (!(json instanceof Json.Refused)) {
            diagnostics.problem(
                    ProblemKind.WRONG_TYPE,
                    json.location(),
                    "expected",
                    expected,
                    "actual",
                    json.typeName());
        }
    }

    /// @param expected name of a notation
    public void wrongForm(Json json, String expected, String actual) {
        diagnostics.problem(
                ProblemKind.WRONG_FORM, json.location(), "expected", expected, "actual", actual);
    }

    /// Reports a value outside its bounds, each as people write it.
    public void outOfRange(Json json, String min, String max, String actual) {
        diagnostics.problem(
                ProblemKind.OUT_OF_RANGE,
                json.location(),
                "min",
                min,
                "max",
                max,
                "actual",
                actual);
    }

    public void tooMany(Json json, String what, int limit) {
        diagnostics.problem(
                ProblemKind.TOO_MANY,
                json.location(),
                "what",
                what,
                "limit",
                Integer.toString(limit));
    }

    public void notAllowed(Json.Text text, Collection<String> allowed) {
        String names = String.join(", ", allowed);
        Optional<String> nearest = diagnostics.nearest(text.value(), allowed);
        if (nearest.isPresent()) {
            diagnostics.problem(
                    ProblemKind.NOT_ALLOWED,
                    text.location(),
                    "allowed",
                    names,
                    "actual",
                    text.value(),
                    "nearest",
                    nearest.get());
        } else {
            diagnostics.problem(
                    ProblemKind.NOT_ALLOWED,
                    text.location(),
                    "allowed",
                    names,
                    "actual",
                    text.value());
        }
    }
}
