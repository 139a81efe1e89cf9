package com.autoclipr.render.planes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.media.picture.ColourFacts.Matrix;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.YuvPicture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Chroma lands where its siting says: ramps of chroma have at each output sample the value that
/// the ramp has at that sample's place.
class YuvScalerTest {
    private static final int SIDE = 64;

    @ParameterizedTest
    @CsvSource({
        "0, 0.5, 2, 2", // MPEG-2
        "0.5, 0.5, 2, 2", // JPEG
        "0, 0, 2, 2", // top left
        "0, 0, 2, 1", // 4:2:2
        "0, 0, 1, 1", // 4:4:4
        "0.5, 0, 4, 1", // 4:1:1
    })
    void rampsOfChromaKeepTheirPlace(double offsetX, double offsetY, int stepX, int stepY) {
        for (Matrix matrix : new Matrix[] {Matrix.BT709, Matrix.BT601}) {
            YuvPicture picture = ramps(offsetX, offsetY, stepX, stepY, matrix);
            Placing placing =
                    new Placing(
                            AxisMap.ofPixels(0.7, 8.3),
                            AxisMap.ofPixels(0.9, 6.1),
                            new Region(4, 6, 40, 30));
            YuvScaler scaler = YuvScaler.toOutput(picture, placing);
            YuvRaster raster = scaler.newRaster();
            scaler.scale(picture, raster);
            ColourMatrix colour = ColourMatrix.of(picture);
            for (int j = 0; j < 15; j++) {
                for (int i = 0; i < 20; i++) {
                    // Left-sited output chroma, in pixels of the source.
                    double x = 0.7 * (4 + 2 * i + 0.5) + 8.3;
                    double y = 0.9 * (6 + 2 * j + 1) + 6.1;
                    double cb = ramp(x) - 128;
                    double cr = ramp(y) - 128;
                    String at = matrix + " at " + i + "," + j;
                    assertEquals(
                            128 + colour.cbFromCb() * cb + colour.cbFromCr() * cr,
                            raster.cb()[j * 20 + i] & 255,
                            0.6,
                            at + " Cb");
                    assertEquals(
                            128 + colour.crFromCb() * cb + colour.crFromCr() * cr,
                            raster.cr()[j * 20 + i] & 255,
                            0.6,
                            at + " Cr");
                }
            }
        }
    }

    private static YuvPicture ramps(
            double offsetX, double offsetY, int stepX, int stepY, Matrix matrix) {
        int width = SIDE / stepX;
        int height = SIDE / stepY;
        byte[] cb = new byte[width * height];
        byte[] cr = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                cb[y * width + x] = (byte) Math.round(ramp(x * stepX + offsetX + 0.5));
                cr[y * width + x] = (byte) Math.round(ramp(y * stepY + offsetY + 0.5));
            }
        }
        byte[] luma = new byte[SIDE * SIDE];
        java.util.Arrays.fill(luma, (byte) 126);
        return new YuvPicture(
                Plane.ofBytes(luma, SIDE, SIDE, SIDE),
                Plane.ofBytes(cb, width, height, width),
                Plane.ofBytes(cr, width, height, width),
                offsetX,
                offsetY,
                stepX,
                stepY,
                matrix,
                false);
    }

    /// Two codes a pixel, whole at every sample, in continuous coordinates.
    private static double ramp(double place) {
        return 32 + 2 * place;
    }
}
