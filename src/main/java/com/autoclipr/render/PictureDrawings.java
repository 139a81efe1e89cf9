package com.autoclipr.render;

import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.render.planes.RgbaShrink;
import com.autoclipr.render.planes.YuvToRgba;
import com.autoclipr.render.skia.PictureDrawing;
import io.github.humbleui.skija.Canvas;
import org.jspecify.annotations.Nullable;

/// Draws the pictures of one layer through Skia: turned, translucent, or R′G′B′ from the start.
/// Keeps the last picture in the form that it was drawn in. Owns it.
final class PictureDrawings implements AutoCloseable {
    /// Below this, a picture is made smaller before it is drawn (see [RgbaShrink]).
    private static final double SHRINK_BELOW = 0.95;

    private @Nullable PictureDrawing held;
    private @Nullable Form form;

    /// @param serial of the picture
    /// @param width it was drawn from, pixels
    /// @param height likewise
    private record Form(long serial, int width, int height) {}

    /// What is drawn.
    ///
    /// @param serial another one for every picture
    /// @param toOutput from pixels of the box to output pixels
    /// @param isStatic whether its size stays, so that making it smaller first pays
    record Shown(Picture picture, long serial, FittedBox box, Affine toOutput, boolean isStatic) {}

    void paint(Canvas canvas, Shown shown) {
        FittedBox box = shown.box;
        Picture picture = shown.picture;
        double factorX = shown.toOutput.stretchX() * box.content().width() / picture.width();
        double factorY = shown.toOutput.stretchY() * box.content().height() / picture.height();
        boolean smaller = factorX < SHRINK_BELOW || factorY < SHRINK_BELOW;
        // Y′CbCr is converted anyway, and scaled on the way; R′G′B′ that changes its size every
        // frame is left to mipmaps.
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
