package com.autoclipr.render;

import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.render.skia.ShapeDrawing;
import java.util.List;

/// Draws a shape.
final class ShapePainter implements LayerPainter {
    private final ShapeLayer layer;
    private final RasterStage stage;
    private final Animated<Double> width;
    private final Animated<Double> height;
    private final boolean isStatic;

    /// @param overlayMoves whether the overlay moves
    ShapePainter(ShapeLayer layer, DrawingTools tools, boolean overlayMoves) {
        this.layer = layer;
        this.stage = new RasterStage(tools, layer.pointer());
        switch (layer.shape()) {
            case ShapeLayer.Box box -> {
                width = box.width();
                height = box.height();
            }
            case ShapeLayer.Ellipse ellipse -> {
                width = ellipse.width();
                height = ellipse.height();
            }
            case ShapeLayer.Line line -> {
                width = Animated.constant(Math.abs(line.to().x() - line.from().x()));
                height = Animated.constant(Math.abs(line.to().y() - line.from().y()));
            }
        }
        this.isStatic =
                !overlayMoves
                        && width.isConstant()
                        && height.isConstant()
                        && StaticTransform.of(layer);
    }

    @Override
    public List<DrawOp> drawOps(FrameContext context) {
        double wide = Math.max(0, width.at(context.layerTime(), Interpolation.NUMBER));
        double tall = Math.max(0, height.at(context.layerTime(), Interpolation.NUMBER));
        ShapeDrawing drawing = ShapeDrawing.of(layer, wide, tall);
        Affine map = context.fromBox(layer.transform(), wide, tall);
        int opacity = context.opacity(layer.transform());
        return stage.drawOps(
                new RasterStage.Drawing(
                        drawing,
                        drawing.ink(),
                        map,
                        opacity,
                        isStatic,
                        true,
                        context.filters(layer.effects()),
                        drawing::paint));
    }

    @Override
    public void suspend() {}

    @Override
    public void close() {}
}
