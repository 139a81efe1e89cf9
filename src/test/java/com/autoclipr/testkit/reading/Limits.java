package com.autoclipr.testkit.reading;

import com.autoclipr.time.Rational;

/// How much of a long source is read.
///
/// @param pictures most pictures that are compared one by one
/// @param pictureSeconds how far into the source pictures are compared
/// @param soundSeconds how far into the source sound is compared
record Limits(int pictures, Rational pictureSeconds, Rational soundSeconds) {
    /// Everything of test media, most of usual clips.
    static final Limits USUAL = new Limits(240, Rational.of(10), Rational.of(600));

    /// For many files of unknown length.
    static final Limits SHORT = new Limits(120, Rational.of(6), Rational.of(120));
}
