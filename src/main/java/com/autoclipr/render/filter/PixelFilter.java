package com.autoclipr.render.filter;

/// Changes the pixels of a layer in place. Two that are equal do the same.
public sealed interface PixelFilter permits ColourFilter, BlurFilter, ShadowFilter {
    void apply(Pixels pixels);

    /// From how far away pixels affect each other, in pixels.
    int reach();
}
