package com.autoclipr.endtoend;

import com.autoclipr.time.Rational;
import java.nio.file.Path;

/// The projects of `examples/`, and what follows from reading them.
///
/// @param name of the file
/// @param start of the cut, seconds
/// @param duration of the cut, seconds
/// @param fps of the output
record Examples(String name, Rational start, Rational duration, Rational fps) {
    static final Examples[] ALL = {
        new Examples("first-clip.json", Rational.ONE, Rational.of(11, 2), Rational.of(30)),
        new Examples("reframe.json", Rational.of(1, 2), Rational.of(6), Rational.of(30_000, 1001)),
        new Examples("two-sources.json", Rational.ZERO, Rational.of(5), Rational.of(25)),
    };

    Path project() {
        return Path.of("examples", name).toAbsolutePath();
    }

    int frames() {
        return Math.toIntExact(duration.times(fps).ceil());
    }

    @Override
    public String toString() {
        return name;
    }
}
