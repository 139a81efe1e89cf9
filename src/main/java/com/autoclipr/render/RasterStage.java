package com.autoclipr.render;

import com.autoclipr.composition.effect.Filter;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.render.filter.BlurFilter;
import com.autoclipr.render.planes.Bounds;
import com.autoclipr.render.planes.LayerRaster;
import com.autoclipr.render.planes.RasterBlend;
import com.autoclipr.render.planes.Region;
import com.autoclipr.render.skia.DrawingSurface;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Matrix33;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Draws one layer with Skia, through the layer cache.
///
/// A raster is stored relative to an even pixel near the layer's origin, at the sub-pixel phase of
/// the origin: a layer that moves by multiples of two pixels reuses its raster, any other move
/// redraws it, so nothing snaps to whole pixels. A moving layer keeps only its last raster, so that
/// it does not evict others.
final class RasterStage {
    /// Positions are rounded to this fraction of a pixel.
    private static final double PHASES = 1024;

    /// A blur whose standard deviation is this part of the frame's longer side leaves no shapes; a
    /// larger one would only take memory.
    private static final double SIGMAS = 16;

    private final DrawingTools tools;
    private final String pointer;
    private @Nullable RasterKey last;

    RasterStage(DrawingTools tools, String pointer) {
        this.tools = tools;
        this.pointer = pointer;
    }

    /// Something to be drawn.
    ///
    /// @param content equal if and only if the drawings are equal
    /// @param ink bounds of what drawing may touch, in its own coordinates
    /// @param toOutput transform from these to output pixels
    /// @param opacity 0 to 256
    /// @param isStatic whether its content and position are constant
    /// @param outlines whether it consists of outlines rather than pictures
    /// @param filters what its effects do
    record Drawing(
            Object content,
            Bounds ink,
            Affine toOutput,
            int opacity,
            boolean isStatic,
            boolean outlines,
            List<Filter> filters,
            Consumer<Canvas> painting) {}

    /// Everything that determines a raster.
    ///
    /// @param linear the transform without its translation
    /// @param phaseX offset of the origin from an even pixel, in 1/1024 pixel
    /// @param phaseY the same vertically
    /// @param part visible region, relative to that pixel
    /// @param filters applied to what is drawn
    private record RasterKey(
            String pointer,
            Object content,
            Affine linear,
            long phaseX,
            long phaseY,
            Region part,
            FilterChain filters) {}

    private record RasterSignature(RasterKey key, int left, int top, int opacity) {}

    List<DrawOp> drawOps(Drawing drawing) {
        Affine map = drawing.toOutput;
        if (drawing.opacity == 0 || map.flattens()) {
            return List.of();
        }
        double mostSigma = Math.max(tools.width(), tools.height()) / SIGMAS;
        FilterChain filters = FilterChain.of(drawing.filters, map, mostSigma);
        Bounds touched = map.bounds(drawing.ink).outset(filters.reach());
        Region region = Region.evenAround(touched, 2, tools.width(), tools.height());
        if (region.isEmpty()) {
            return List.of();
        }
        long baseX = 2 * (long) Math.floor(map.e() / 2);
        long baseY = 2 * (long) Math.floor(map.f() / 2);
        RasterKey key =
                new RasterKey(
                        pointer,
                        drawing.content,
                        new Affine(map.a(), map.b(), map.c(), map.d(), 0, 0),
                        Math.round((map.e() - baseX) * PHASES),
                        Math.round((map.f() - baseY) * PHASES),
                        new Region(
                                Math.toIntExact(region.left() - baseX),
                                Math.toIntExact(region.top() - baseY),
                                region.width(),
                                region.height()),
                        filters);
        return List.of(new RasterStep(key, region, drawing));
    }

    private LayerRaster raster(RasterKey key, Drawing drawing) {
        LayerCache cache = tools.cache();
        LayerRaster found = cache.find(key);
        if (found == null) {
            found = draw(key, drawing);
            if (last != null && !drawing.isStatic) {
                cache.remove(last);
            }
            cache.keep(key, found);
        }
        last = key;
        return found;
    }

    private LayerRaster draw(RasterKey key, Drawing drawing) {
        if (!key.filters.isEmpty()) {
            return filtered(key, drawing);
        }
        Consumer<Canvas> painting = painting(key, drawing, key.part.left(), key.part.top());
        DrawingSurface surface = tools.surface();
        int width = key.part.width();
        int height = key.part.height();
        return drawing.outlines
                ? surface.drawOutlines(width, height, painting)
                : surface.drawPictures(width, height, painting);
    }

    private static Consumer<Canvas> painting(RasterKey key, Drawing drawing, int left, int top) {
        Affine linear = key.linear;
        Matrix33 matrix =
                new Matrix33(
                        (float) linear.a(),
                        (float) linear.c(),
                        (float) (key.phaseX / PHASES - left),
                        (float) linear.b(),
                        (float) linear.d(),
                        (float) (key.phaseY / PHASES - top),
                        0,
                        0,
                        1);
        return canvas -> {
            canvas.concat(matrix);
            drawing.painting.accept(canvas);
        };
    }

    /// Draws what the visible part and the filters need, which is more than the visible part.
    private LayerRaster filtered(RasterKey key, Drawing drawing) {
        int reach = key.filters.reach();
        Affine fromOrigin =
                new Affine(
                        key.linear.a(),
                        key.linear.b(),
                        key.linear.c(),
                        key.linear.d(),
                        key.phaseX / PHASES,
                        key.phaseY / PHASES);
        Bounds touched = fromOrigin.bounds(drawing.ink).outset(reach + 2.0);
        int left = Math.max(key.part.left() - reach, evenAtMost(touched.left()));
        int top = Math.max(key.part.top() - reach, evenAtMost(touched.top()));
        int right = Math.min(key.part.right() + reach, -evenAtMost(-touched.right()));
        int bottom = Math.min(key.part.bottom() + reach, -evenAtMost(-touched.bottom()));
        left = Math.floorDiv(Math.min(left, key.part.left()), BlurFilter.GRID) * BlurFilter.GRID;
        top = Math.floorDiv(Math.min(top, key.part.top()), BlurFilter.GRID) * BlurFilter.GRID;
        Region part =
                new Region(
                        key.part.left() - left,
                        key.part.top() - top,
                        key.part.width(),
                        key.part.height());
        return tools.surface()
                .drawFiltered(
                        new DrawingSurface.Cropped(
                                Math.max(right, key.part.right()) - left,
                                Math.max(bottom, key.part.bottom()) - top,
                                part),
                        drawing.outlines,
                        painting(key, drawing, left, top),
                        key.filters::apply);
    }

    private static int evenAtMost(double edge) {
        return 2 * (int) Math.clamp(Math.floor(edge / 2), -(1 << 28), 1 << 28);
    }

    private final class RasterStep implements DrawOp {
        private final RasterKey key;
        private final Region region;
        private final Drawing drawing;

        RasterStep(RasterKey key, Region region, Drawing drawing) {
            this.key = key;
            this.region = region;
            this.drawing = drawing;
        }

        @Override
        public Object signature() {
            return new RasterSignature(key, region.left(), region.top(), drawing.opacity);
        }

        @Override
        public boolean occludesFrame() {
            return false;
        }

        @Override
        public void draw(OutputFrame into) {
            LayerRaster raster = raster(key, drawing);
            RasterBlend.blend(raster, region.left(), region.top(), drawing.opacity, into);
        }
    }
}
