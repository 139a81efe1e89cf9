package com.autoclipr.render;

import java.util.List;

/// Draws one layer, frame by frame. Owns what it opens; closed by the renderer.
sealed interface LayerPainter extends AutoCloseable
        permits PicturePainter, TextPainter, ShapePainter {
    /// The operations at a moment within the layer's time range, in order; may be empty.
    List<DrawOp> drawOps(FrameContext context);

    /// Releases what can be reopened, because the layer is outside its time range.
    void suspend();

    @Override
    void close();
}
