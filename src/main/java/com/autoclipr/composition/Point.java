package com.autoclipr.composition;

/// A place or a pair of factors.
public record Point(double x, double y) {}
