package com.autoclipr.render.planes;

import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.RgbaPicture;

/// Downscales R′G′B′A pictures with the same filter as Y′CbCr pictures; Skia's mipmaps blur or
/// alias between levels.
public final class RgbaShrink {
    private RgbaShrink() {}

    /// @param width at least 1, at most the picture's
    /// @param height likewise
    public static RgbaPicture shrink(RgbaPicture picture, int width, int height) {
        Region from = new Region(0, 0, picture.width(), picture.height());
        Placing placing = Placing.stretched(picture.width(), picture.height(), width, height);
        PlaneResampler resampler =
                new PlaneResampler(placing.x(), placing.y(), placing.region(), from, 1);
        byte[] channel = new byte[picture.width() * picture.height()];
        byte[][] small = new byte[4][width * height];
        for (int c = 0; c < 4; c++) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] = picture.pixels()[4 * i + c];
            }
            Plane plane =
                    Plane.ofBytes(channel, picture.width(), picture.height(), picture.width());
            resampler.begin(plane, false);
            resampler.write(0, null, small[c]);
        }
        return new RgbaPicture(interleave(small), width, height, picture.opaque());
    }

    /// The filter overshoots at edges, so colour is clamped to alpha.
    private static byte[] interleave(byte[][] channels) {
        byte[] pixels = new byte[4 * channels[0].length];
        for (int i = 0; i < channels[0].length; i++) {
            int alpha = channels[3][i] & 255;
            pixels[4 * i] = (byte) Math.min(channels[0][i] & 255, alpha);
            pixels[4 * i + 1] = (byte) Math.min(channels[1][i] & 255, alpha);
            pixels[4 * i + 2] = (byte) Math.min(channels[2][i] & 255, alpha);
            pixels[4 * i + 3] = (byte) alpha;
        }
        return pixels;
    }
}
