package com.autoclipr.render.filter;

import com.autoclipr.composition.value.Colour;

/// Puts a blurred, coloured copy of the layer below it.
///
/// @param x to the right, pixels
/// @param y down, pixels
/// @param sigmaX standard deviation across, pixels
/// @param sigmaY standard deviation down, pixels
public record ShadowFilter(double x, double y, double sigmaX, double sigmaY, Colour colour)
        implements PixelFilter {
    @Override
    public int reach() {
        double farthest = Math.max(Math.abs(x), Math.abs(y));
        return (int) Math.ceil(farthest)
                + 1
                + Math.max(BoxBlur.reach(sigmaX), BoxBlur.reach(sigmaY));
    }

    @Override
    public void apply(Pixels pixels) {
        short[] shadow =
                Channels.blurred(
                        moved(pixels),
                        new Channels.Plane(pixels.width(), pixels.height(), 1),
                        sigmaX,
                        sigmaY);
        int opaque = colour.red() | colour.green() << 8 | colour.blue() << 16;
        int[] data = pixels.data();
        for (int i = 0; i < shadow.length; i++) {
            int alpha = Alpha.part(Channels.code(shadow[i]), colour.alpha());
            int pixel = data[i];
            int above = pixel >>> 24;
            if (alpha != 0 && above != 255) {
                data[i] = over(pixel, Alpha.times(opaque, alpha), 255 - above);
            }
        }
    }

    private static int over(int pixel, int below, int part) {
        return pixel
                + Alpha.part(below & 255, part)
                + (Alpha.part((below >>> 8) & 255, part) << 8)
                + (Alpha.part((below >>> 16) & 255, part) << 16)
                + (Alpha.part(below >>> 24, part) << 24);
    }

    /// The alpha of the pixels, moved by a fraction of pixels.
    private short[] moved(Pixels pixels) {
        int width = pixels.width();
        int height = pixels.height();
        int wholeX = (int) Math.floor(x);
        int wholeY = (int) Math.floor(y);
        int partX = (int) Math.rint((x - wholeX) * 256);
        int partY = (int) Math.rint((y - wholeY) * 256);
        short[] alpha = new short[width * height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int fromX = column - wholeX;
                int fromY = row - wholeY;
                int upper =
                        (256 - partX) * alpha(pixels, fromX, fromY - 1)
                                + partX * alpha(pixels, fromX - 1, fromY - 1);
                int lower =
                        (256 - partX) * alpha(pixels, fromX, fromY)
                                + partX * alpha(pixels, fromX - 1, fromY);
                int sum = partY * upper + (256 - partY) * lower;
                alpha[row * width + column] = (short) (sum >> (16 - BoxBlur.BITS));
            }
        }
        return alpha;
    }

    private static int alpha(Pixels pixels, int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < pixels.width() && y < pixels.height();
        return inside ? pixels.data()[y * pixels.width() + x] >>> 24 : 0;
    }
}
