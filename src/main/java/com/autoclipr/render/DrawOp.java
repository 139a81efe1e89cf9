package com.autoclipr.render;

import com.autoclipr.media.picture.OutputFrame;

/// What one layer does to one frame.
interface DrawOp {
    /// Equal exactly when the operation puts the same pixels into a frame.
    Object signature();

    /// Whether nothing below is seen afterwards, anywhere.
    boolean occludesFrame();

    void draw(OutputFrame into);
}
