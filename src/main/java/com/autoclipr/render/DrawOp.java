package com.autoclipr.render;

import com.autoclipr.media.picture.OutputFrame;

/// What one layer does to one frame.
interface DrawOp {
    /// Equal exactly when the step puts the same pixels into a frame.
    Object signature();

    /// Whether nothing below is seen afterwards, anywhere.
    boolean hidesAll();

    void draw(OutputFrame into);
}
