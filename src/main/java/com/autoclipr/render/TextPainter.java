package com.autoclipr.render;

import com.autoclipr.composition.TextLayer;
import com.autoclipr.failure.Decision;
import com.autoclipr.render.skia.TextLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws a text, which is laid out on first use.
final class TextPainter implements LayerPainter {
    private final TextLayer layer;
    private final DrawingTools tools;
    private final RasterStage stage;
    private final boolean isStatic;
    private @Nullable TextLayout layout;

    /// @param overlayMoves whether the overlay moves
    TextPainter(TextLayer layer, DrawingTools tools, boolean overlayMoves) {
        this.layer = layer;
        this.tools = tools;
        this.stage = new RasterStage(tools, layer.pointer());
        this.isStatic = !overlayMoves && StaticTransform.of(layer);
    }

    @Override
    public List<DrawOp> drawOps(FrameContext context) {
        TextLayout text = layout();
        Affine map = context.fromBox(layer.transform(), text.width(), text.height());
        int opacity = context.opacity(layer.transform());
        return stage.drawOps(
                new RasterStage.Drawing(
                        layer.pointer(),
                        text.ink(),
                        map,
                        opacity,
                        isStatic,
                        true,
                        context.filters(layer.effects()),
                        text::paint));
    }

    /// The decisions about its fonts.
    List<Decision> decisions() {
        return layout().decisions();
    }

    /// Like [#decisions()], but empty if the text has not been laid out yet.
    List<Decision> decisionsSoFar() {
        return layout == null ? List.of() : layout.decisions();
    }

    @Override
    public void suspend() {}

    @Override
    public void close() {
        if (layout != null) {
            layout.close();
        }
    }

    private TextLayout layout() {
        if (layout == null) {
            layout = new TextLayout(layer, tools.fonts());
        }
        return layout;
    }
}
