package com.autoclipr.render;

import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.render.planes.AxisMap;
import com.autoclipr.render.planes.Bounds;
import com.autoclipr.render.planes.PictureBlend;
import com.autoclipr.render.planes.Placing;
import com.autoclipr.render.planes.Region;
import com.autoclipr.render.planes.YuvRaster;
import com.autoclipr.render.planes.YuvScaler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws opaque axis-aligned Y′CbCr pictures without leaving Y′CbCr. Keeps the last resampled
/// picture for frames that repeat it; a picture that fills the frame, in a sequence without
/// repeats, is resampled directly into it.
final class PlaneStage {
    /// A 25 fps source in a 30 fps output repeats every fifth picture.
    private static final int SURELY_ONCE = 8;

    private final DrawingTools tools;
    private @Nullable YuvScaler scaler;
    private @Nullable YuvRaster raster;
    private @Nullable Resampled held;
    private @Nullable Resampled latest;
    private int onceInARow;

    PlaneStage(DrawingTools tools) {
        this.tools = tools;
    }

    /// A picture with its position.
    ///
    /// @param picture valid until the frame is drawn
    /// @param serial unique number of the picture
    /// @param content rectangle of the whole picture, in pixels of the layer's box
    /// @param clip visible part of it
    /// @param toOutput transform to output pixels; axis-aligned
    /// @param opacity 0 to 256
    record Placed(
            YuvPicture picture,
            long serial,
            Bounds content,
            Bounds clip,
            Affine toOutput,
            int opacity) {}

    /// Identifies the content of [#raster].
    private record Resampled(long serial, Placing placing) {}

    private record PlaneSignature(Resampled resampled, Bounds seen, int opacity) {}

    List<DrawOp> drawOps(Placed placed) {
        Affine map = placed.toOutput;
        if (placed.opacity == 0 || map.flattens() || placed.clip.isEmpty()) {
            return List.of();
        }
        Bounds seen = map.bounds(placed.clip);
        // Two more than covered: chroma there takes a quarter of the pixel to its left.
        Region region = Region.evenAround(seen, 2, tools.width(), tools.height());
        if (region.isEmpty()) {
            return List.of();
        }
        Bounds content = placed.content;
        double scaleX = placed.picture.width() / content.width();
        double scaleY = placed.picture.height() / content.height();
        Placing placing =
                new Placing(
                        AxisMap.ofPixels(
                                scaleX / map.a(), (-map.e() / map.a() - content.left()) * scaleX),
                        AxisMap.ofPixels(
                                scaleY / map.d(), (-map.f() / map.d() - content.top()) * scaleY),
                        region);
        return List.of(new PlaneStep(placed, seen, placing));
    }

    /// Releases the kept picture.
    void suspend() {
        scaler = null;
        raster = null;
        held = null;
        latest = null;
        onceInARow = 0;
    }

    /// Draws a picture that covers everything below it.
    private void fill(Placed placed, Placing placing, OutputFrame into) {
        Resampled wanted = new Resampled(placed.serial, placing);
        onceInARow = wanted.equals(latest) ? 0 : onceInARow + 1;
        latest = wanted;
        if (onceInARow > SURELY_ONCE) {
            scaler(placed.picture, placing).scale(placed.picture, YuvRaster.of(into));
        } else {
            YuvRaster.of(into).copy(resampled(placed, placing));
        }
    }

    private YuvRaster resampled(Placed placed, Placing placing) {
        Resampled wanted = new Resampled(placed.serial, placing);
        if (raster != null && wanted.equals(held)) {
            return raster;
        }
        YuvScaler fitting = scaler(placed.picture, placing);
        if (raster == null || !raster.region().equals(placing.region())) {
            raster = fitting.newRaster();
        }
        fitting.scale(placed.picture, raster);
        held = wanted;
        return raster;
    }

    private YuvScaler scaler(YuvPicture picture, Placing placing) {
        YuvScaler made = scaler;
        if (made == null || !made.fits(picture, placing)) {
            made = YuvScaler.toOutput(picture, placing);
            scaler = made;
        }
        return made;
    }

    private final class PlaneStep implements DrawOp {
        private final Placed placed;
        private final Bounds seen;
        private final Placing placing;
        private final PictureBlend blend;

        PlaneStep(Placed placed, Bounds seen, Placing placing) {
            this.placed = placed;
            this.seen = seen;
            this.placing = placing;
            this.blend = new PictureBlend(seen, placing.region());
        }

        @Override
        public Object signature() {
            return new PlaneSignature(new Resampled(placed.serial, placing), seen, placed.opacity);
        }

        @Override
        public boolean occludesFrame() {
            return placed.opacity == 256 && blend.hides(tools.width(), tools.height());
        }

        @Override
        public void draw(OutputFrame into) {
            if (occludesFrame()) {
                fill(placed, placing, into);
            } else {
                blend.blend(resampled(placed, placing), placed.opacity, into);
            }
        }
    }
}
