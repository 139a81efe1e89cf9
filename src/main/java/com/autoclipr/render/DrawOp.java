package com.autoclipr.render;

import com.autoclipr.media.picture.OutputFrame;

/// A drawing operation of one layer on one frame.
interface DrawOp {
    /// Two operations are equal if and only if they produce the same pixels.
    Object signature();

    /// Whether it covers the whole frame opaquely.
    boolean occludesFrame();

    void draw(OutputFrame into);
}
