package com.autoclipr.render;

import com.autoclipr.composition.PictureBox;
import com.autoclipr.composition.Transform;
import com.autoclipr.composition.effect.Effect;
import com.autoclipr.composition.effect.Effects;
import com.autoclipr.composition.effect.Filter;
import com.autoclipr.failure.Decision;
import com.autoclipr.media.DisplaySize;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.render.planes.Backdrop;
import com.autoclipr.render.planes.Bounds;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws a video or an image: opaque axis-aligned Y′CbCr with [PlaneStage], everything else with
/// Skia.
final class PicturePainter implements LayerPainter {
    private final PictureLayer layer;
    private final OpenPictures pictures;
    private final PlaneStage planes;
    private final PlaneStage backdrops;
    private final RasterStage rasters;
    private final PictureDrawings drawings = new PictureDrawings();
    private final boolean isStatic;
    private final boolean constantEffects;
    private @Nullable YuvPicture backdrop;
    private @Nullable BackdropKey backdropKey;

    /// Common properties of video and image layers.
    ///
    /// @param src of the layer
    /// @param video whether holding the last picture past the end is a decision
    record PictureLayer(
            String pointer,
            Transform transform,
            List<Effect> effects,
            PictureBox box,
            String src,
            TimeMap times,
            boolean video) {}

    private record BackdropKey(long serial, double width, double height) {}

    private record DrawnContent(long serial, FittedBox box) {}

    /// @param overlayMoves whether the overlay moves
    PicturePainter(
            PictureLayer layer, OpenPictures pictures, DrawingTools tools, boolean overlayMoves) {
        this.layer = layer;
        this.pictures = pictures;
        this.planes = new PlaneStage(tools);
        this.backdrops = new PlaneStage(tools);
        this.rasters = new RasterStage(tools, layer.pointer);
        this.constantEffects = Effects.areConstant(layer.effects);
        this.isStatic =
                !overlayMoves
                        && StaticTransform.of(layer.transform)
                        && StaticTransform.of(layer.box);
    }

    @Override
    public List<DrawOp> drawOps(FrameContext context) {
        FittedBox box = box(context, pictures.facts().displaySize());
        Affine map = context.fromBox(layer.transform, box.box().width(), box.box().height());
        int opacity = context.opacity(layer.transform);
        if (opacity == 0 || box.box().isEmpty() || map.flattens()) {
            return List.of();
        }
        Rational sourceTime = layer.times.sourceTime(context.layerTime());
        Picture picture = pictures.at(sourceTime);
        if (!pictures.displaySize().equals(pictures.facts().displaySize())) {
            box = box(context, pictures.displaySize());
        }
        // With effects, even if they change nothing just now: pictures that are drawn in another
        // way differ by a rounding error, which would be seen as a jump.
        return layer.effects.isEmpty()
                ? drawOps(picture, box, map, opacity)
                : drawnSteps(picture, box, map, new Look(opacity, context.filters(layer.effects)));
    }

    private FittedBox box(FrameContext context, DisplaySize size) {
        return FittedBox.of(layer.box, context.layerTime(), size.width(), size.height());
    }

    private List<DrawOp> drawOps(Picture picture, FittedBox box, Affine map, int opacity) {
        return switch (picture) {
            case YuvPicture yuv when map.keepsAxes() -> planeSteps(yuv, box, map, opacity);
            case YuvPicture yuv -> drawnSteps(yuv, box, map, new Look(opacity, List.of()));
            case RgbaPicture rgba -> drawnSteps(rgba, box, map, new Look(opacity, List.of()));
        };
    }

    /// The decisions so far.
    List<Decision> decisions() {
        return pictures.decisions();
    }

    @Override
    public void suspend() {
        pictures.close();
        planes.suspend();
        backdrops.suspend();
        drawings.close();
        backdrop = null;
        backdropKey = null;
    }

    @Override
    public void close() {
        suspend();
    }

    private List<DrawOp> planeSteps(YuvPicture picture, FittedBox box, Affine map, int opacity) {
        long serial = pictures.serial();
        List<DrawOp> ops = new ArrayList<>();
        if (box.backdrop()) {
            ops.addAll(
                    backdrops.drawOps(
                            new PlaneStage.Placed(
                                    backdrop(picture, box.box()),
                                    serial,
                                    box.box(),
                                    box.box(),
                                    map,
                                    opacity)));
        }
        ops.addAll(
                planes.drawOps(
                        new PlaneStage.Placed(
                                picture, serial, box.content(), box.clip(), map, opacity)));
        return ops;
    }

    private YuvPicture backdrop(YuvPicture picture, Bounds box) {
        BackdropKey key = new BackdropKey(pictures.serial(), box.width(), box.height());
        if (backdrop == null || !key.equals(backdropKey)) {
            DisplaySize size = pictures.displaySize();
            double aspect = (double) size.width() / size.height();
            backdrop = Backdrop.behind(picture, aspect, box.width(), box.height());
            backdropKey = key;
        }
        return backdrop;
    }

    /// @param opacity 0 to 256
    private record Look(int opacity, List<Filter> filters) {}

    private List<DrawOp> drawnSteps(Picture picture, FittedBox box, Affine map, Look look) {
        long serial = pictures.serial();
        Bounds ink = box.backdrop() ? box.box() : box.clip();
        boolean stays = isStatic && constantEffects && pictures.facts().still();
        PictureDrawings.Shown shown =
                new PictureDrawings.Shown(picture, serial, box, map, isStatic);
        return rasters.drawOps(
                new RasterStage.Drawing(
                        new DrawnContent(serial, box),
                        ink,
                        map,
                        look.opacity,
                        stays,
                        false,
                        look.filters,
                        canvas -> drawings.paint(canvas, shown)));
    }
}
