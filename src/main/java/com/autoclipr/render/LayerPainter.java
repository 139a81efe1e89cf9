package com.autoclipr.render;

import java.util.List;

/// Draws one layer, frame by frame. Owns what it opened; closed by the renderer.
sealed interface LayerPainter extends AutoCloseable
        permits PicturePainter, TextPainter, ShapePainter {
    /// What is to be done at a moment at which the layer is there: nothing, or operations in order.
    List<DrawOp> drawOps(FrameContext context);

    /// Lets go of what can be opened again: the layer is not there now.
    void suspend();

    @Override
    void close();
}
