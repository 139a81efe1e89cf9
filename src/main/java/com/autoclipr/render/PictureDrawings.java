package com.autoclipr.render;

import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.render.planes.RgbaShrink;
import com.autoclipr.render.planes.YuvToRgba;
import com.autoclipr.render.skia.PictureDrawing;
import io.github.humbleui.skija.Canvas;
import org.jspecify.annotations.Nullable;

/// Draws the pictures of one layer with Skia: rotated, translucent, or R′G′B′. Keeps the last
/// converted picture, which it owns.
final class PictureDrawings implements AutoCloseable {
    /// Below this scale, a picture is downscaled before it is drawn (see [RgbaShrink]).
    private static final double SHRINK_BELOW = 0.95;

    private @Nullable PictureDrawing held;
    private @Nullable Form form;

    /// @param serial of the picture
    /// @param width of the converted picture in pixels
    /// @param height of the converted picture in pixels
    private record Form(long serial, int width, int height) {}

    /// A picture to be drawn.
    ///
    /// @param serial unique number of the picture
    /// @param toOutput transform from box to output pixels
    /// @param isStatic whether its size is constant, so that downscaling it first pays off
    record Shown(Picture picture, long serial, FittedBox box, Affine toOutput, boolean isStatic) {}

    void paint(Canvas canvas, Shown shown) {
        FittedBox box = shown.box;
        Picture picture = shown.picture;
        double factorX = shown.toOutput.stretchX() * box.content().width() / picture.width();
        double factorY = shown.toOutput.stretchY() * box.content().height() / picture.height();
        boolean smaller = factorX < SHRINK_BELOW || factorY < SHRINK_BELOW;
        // Y′CbCr has to be converted anyway and is scaled in the same pass; R′G′B′ that changes
        // size in every frame is left to mipmaps.
        boolean shrink = smaller && (shown.isStatic || picture instanceof YuvPicture);
        int width = shrink ? shrunk(picture.width(), factorX) : picture.width();
        int height = shrink ? shrunk(picture.height(), factorY) : picture.height();
        PictureDrawing drawing = drawing(picture, new Form(shown.serial, width, height));
        if (box.backdrop()) {
            drawing.paintBlurred(canvas, box.covering(), box.box());
        }
        drawing.paint(canvas, box.content(), box.box(), smaller && !shrink);
    }

    @Override
    public void close() {
        if (held != null) {
            held.close();
            held = null;
            form = null;
        }
    }

    private PictureDrawing drawing(Picture picture, Form wanted) {
        if (held == null || !wanted.equals(form)) {
            close();
            held = new PictureDrawing(pixels(picture, wanted.width, wanted.height));
            form = wanted;
        }
        return held;
    }

    private static RgbaPicture pixels(Picture picture, int width, int height) {
        return switch (picture) {
            case YuvPicture yuv -> YuvToRgba.convert(yuv, width, height);
            case RgbaPicture rgba when rgba.width() == width && rgba.height() == height -> rgba;
            case RgbaPicture rgba -> RgbaShrink.shrink(rgba, width, height);
        };
    }

    private static int shrunk(int length, double factor) {
        return (int) Math.clamp(Math.ceil(length * factor - 1e-6), 1, length);
    }
}
