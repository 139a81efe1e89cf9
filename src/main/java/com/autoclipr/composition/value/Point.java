package com.autoclipr.composition.value;

/// A place or a pair of factors.
public record Point(double x, double y) {}
