package com.autoclipr.render.planes;

import com.autoclipr.media.RgbaPicture;
import com.autoclipr.media.YuvPicture;

/// Turns Y′CbCr pictures into R′G′B′, full range, with chroma resampled to luma's grid by its
/// siting, and scaled on the way.
public final class YuvToRgba {
    private static final int BITS = 14;

    private YuvToRgba() {}

    /// @param width wanted, at least 1
    /// @param height wanted, at least 1
    public static RgbaPicture convert(YuvPicture picture, int width, int height) {
        Placing placing = Placing.stretched(picture.width(), picture.height(), width, height);
        YuvScaler scaler = YuvScaler.toFullChroma(picture, placing);
        YuvRaster raster = scaler.newRaster();
        scaler.scale(picture, raster);
        return convert(raster, Factors.of(picture));
    }

    /// What one code is worth: of luma, of Cr to red, of Cb and Cr to green, of Cb to blue.
    private record Factors(int luma, int black, int red, int greenB, int greenR, int blue) {
        static Factors of(YuvPicture picture) {
            ColourMatrix.Weights weights = ColourMatrix.Weights.of(picture.matrix());
            double full = ColourMatrix.fullScale(picture.luma().bitDepth());
            double luma = 255 / (picture.fullRange() ? full : 219);
            double chroma = 255 / (picture.fullRange() ? full : 224);
            double red = 2 * (1 - weights.red()) * chroma;
            double blue = 2 * (1 - weights.blue()) * chroma;
            return new Factors(
                    fixed(luma),
                    picture.fullRange() ? 0 : 16,
                    fixed(red),
                    fixed(-blue * weights.blue() / weights.green()),
                    fixed(-red * weights.red() / weights.green()),
                    fixed(blue));
        }

        private static int fixed(double factor) {
            return (int) Math.rint(factor * (1 << BITS));
        }
    }

    private static RgbaPicture convert(YuvRaster raster, Factors factors) {
        int count = raster.luma().length;
        byte[] pixels = new byte[4 * count];
        for (int i = 0; i < count; i++) {
            int luma = ((raster.luma()[i] & 255) - factors.black) * factors.luma;
            int cb = (raster.cb()[i] & 255) - 128;
            int cr = (raster.cr()[i] & 255) - 128;
            pixels[4 * i] = toByte(luma + cr * factors.red);
            pixels[4 * i + 1] = toByte(luma + cb * factors.greenB + cr * factors.greenR);
            pixels[4 * i + 2] = toByte(luma + cb * factors.blue);
            pixels[4 * i + 3] = (byte) 255;
        }
        Region region = raster.region();
        return new RgbaPicture(pixels, region.width(), region.height(), true);
    }

    private static byte toByte(int value) {
        return (byte) Math.clamp((value + (1 << (BITS - 1))) >> BITS, 0, 255);
    }
}
