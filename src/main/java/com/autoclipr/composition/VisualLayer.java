package com.autoclipr.composition;

/// A layer that is seen.
public sealed interface VisualLayer extends Layer
        permits VideoLayer, ImageLayer, TextLayer, ShapeLayer {
    Transform transform();
}
