package com.autoclipr.composition;

import com.autoclipr.composition.effect.Effect;
import java.util.List;

/// A layer that is seen.
public sealed interface VisualLayer extends Layer
        permits VideoLayer, ImageLayer, TextLayer, ShapeLayer {
    Transform transform();

    /// Applied to its pixels, first to last, before it is put together with what is below it.
    List<Effect> effects();
}
