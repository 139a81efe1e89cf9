package com.autoclipr.composition.value;

/// A point, or a pair of factors.
public record Point(double x, double y) {}
