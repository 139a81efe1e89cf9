package com.autoclipr.render;

import com.autoclipr.composition.Animated;
import com.autoclipr.composition.Interpolation;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.render.skia.ShapeDrawing;
import java.util.List;

/// Draws a shape.
final class ShapePainter implements LayerPainter {
    private final ShapeLayer layer;
    private final RasterStage stage;
    private final Animated<Double> width;
    private final Animated<Double> height;
    private final boolean steady;

    /// @param overlayMoves whether the view of the canvas moves
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
        this.steady =
                !overlayMoves
                        && width.isConstant()
                        && height.isConstant()
                        && StaticTransform.of(layer.placement());
    }

    @Override
    public List<DrawOp> steps(FrameContext moment) {
        double wide = Math.max(0, width.at(moment.layerTime(), Interpolation.NUMBER));
        double tall = Math.max(0, height.at(moment.layerTime(), Interpolation.NUMBER));
        ShapeDrawing drawing = ShapeDrawing.of(layer, wide, tall);
        Affine map = moment.fromBox(layer.placement(), wide, tall);
        int opacity = moment.opacity(layer.placement());
        return stage.steps(
                new RasterStage.Drawing(
                        drawing, drawing.ink(), map, opacity, steady, true, drawing::paint));
    }

    @Override
    public void rest() {}

    @Override
    public void close() {}
}
