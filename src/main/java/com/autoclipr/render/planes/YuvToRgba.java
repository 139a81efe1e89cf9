package com.autoclipr.render.planes;

import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.media.picture.YuvPicture;

/// Converts Y′CbCr pictures to full-range R′G′B′, with chroma upsampled according to its siting,
/// and scales them in the same pass.
public final class YuvToRgba {
    private static final int BITS = 14;

    private YuvToRgba() {}

    /// @param width of the result, at least 1
    /// @param height of the result, at least 1
    public static RgbaPicture convert(YuvPicture picture, int width, int height) {
        Placing placing = Placing.stretched(picture.width(), picture.height(), width, height);
        YuvScaler scaler = YuvScaler.toFullChroma(picture, placing);
        YuvRaster raster = scaler.newRaster();
        scaler.scale(picture, raster);
        return convert(raster, Factors.of(picture));
    }

    /// Weights of one code of luma, and of Cb and Cr for each colour.
    private record Factors(
            int luma, int black, int redB, int redR, int greenB, int greenR, int blueB, int blueR) {
        static Factors of(YuvPicture picture) {
            ColourMatrix.Chroma chroma = ColourMatrix.Chroma.of(picture.matrix());
            double full = ColourMatrix.fullScale(picture.luma().bitDepth());
            double luma = 255 / (picture.fullRange() ? full : 219);
            double scale = 255 / (picture.fullRange() ? full : 224);
            return new Factors(
                    fixed(luma),
                    picture.fullRange() ? 0 : 16,
                    fixed(chroma.redFromPb() * scale),
                    fixed(chroma.redFromPr() * scale),
                    fixed(chroma.greenFromPb() * scale),
                    fixed(chroma.greenFromPr() * scale),
                    fixed(chroma.blueFromPb() * scale),
                    fixed(chroma.blueFromPr() * scale));
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
            pixels[4 * i] = toByte(luma + cb * factors.redB + cr * factors.redR);
            pixels[4 * i + 1] = toByte(luma + cb * factors.greenB + cr * factors.greenR);
            pixels[4 * i + 2] = toByte(luma + cb * factors.blueB + cr * factors.blueR);
            pixels[4 * i + 3] = (byte) 255;
        }
        Region region = raster.region();
        return new RgbaPicture(pixels, region.width(), region.height(), true);
    }

    private static byte toByte(int value) {
        return (byte) Math.clamp((value + (1 << (BITS - 1))) >> BITS, 0, 255);
    }
}
