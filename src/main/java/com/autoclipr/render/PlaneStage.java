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

/// Turns opaque Y′CbCr pictures that lie straight in the frame into steps, without ever leaving
/// Y′CbCr. Keeps the last picture as it was resampled, for frames that show it again; one that
/// fills the frame, in a row of pictures that are shown once each, goes straight there.
final class PlaneStage {
    /// A source of 25 frames a second in an output of 30 shows every fifth picture twice.
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

    /// A picture in its place.
    ///
    /// @param picture valid until the frame is drawn
    /// @param serial another one for every picture
    /// @param content where the whole picture lies, in pixels of its layer's box
    /// @param clip the part of it that is seen
    /// @param toOutput from these to output pixels; keeps axes
    /// @param opacity 0 to 256
    record Placed(
            YuvPicture picture,
            long serial,
            Bounds content,
            Bounds clip,
            Affine toOutput,
            int opacity) {}

    /// What [#raster] holds.
    private record Resampled(long serial, Placing placing) {}

    private record PlaneSignature(Resampled resampled, Bounds seen, int opacity) {}

    List<DrawOp> drawOps(Placed placed) {
        Affine map = placed.toOutput;
        if (placed.opacity == 0 || map.flattens() || placed.clip.isEmpty()) {
            return List.of();
        }
        Bounds seen = map.bounds(placed.clip);
        // Two more than is covered: chroma there takes a quarter of the pixel on its left.
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

    /// Lets go of what is held.
    void suspend() {
        scaler = null;
        raster = null;
        held = null;
        latest = null;
        onceInARow = 0;
    }

    /// Draws a picture that hides everything below it.
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
