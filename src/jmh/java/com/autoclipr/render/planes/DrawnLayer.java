package com.autoclipr.render.planes;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.DoubleBinaryOperator;

/// What Skia would hand over for a typical layer: premultiplied R, G, B, A, computed here so that
/// it is the same everywhere.
public enum DrawnLayer {
    /// Six round letters: mostly nothing, edges everywhere.
    WORD(
            720,
            128,
            1,
            (x, y) -> 20 - Math.abs(44 - Math.hypot(Math.floorMod((long) x, 120) - 60, y - 64))),
    /// A translucent box with round corners.
    BOX(
            840,
            150,
            0.55,
            (x, y) ->
                    24
                            - Math.hypot(
                                    Math.max(0, Math.abs(x - 420) - 396),
                                    Math.max(0, Math.abs(y - 75) - 51))),
    /// A picture without edges.
    PICTURE(1080, 1080, 1, (_, _) -> 1);

    private final int width;
    private final int height;
    private final double alpha;
    private final DoubleBinaryOperator pixelsInside;

    /// @param pixelsInside how far a place lies inside the outline, negative outside
    DrawnLayer(int width, int height, double alpha, DoubleBinaryOperator pixelsInside) {
        this.width = width;
        this.height = height;
        this.alpha = alpha;
        this.pixelsInside = pixelsInside;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// Premultiplied R, G, B, A.
    MemorySegment pixels() {
        MemorySegment pixels = Arena.ofAuto().allocate(4L * width * height, 64);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double inside = pixelsInside.applyAsDouble(x + 0.5, y + 0.5) + 0.5;
                int part = (int) Math.rint(255 * alpha * Math.clamp(inside, 0, 1));
                int red = part * (x & 255) / 255;
                int green = part * (y & 255) / 255;
                int blue = part / 2;
                long at = (long) y * width + x;
                pixels.setAtIndex(
                        ValueLayout.JAVA_INT, at, red | green << 8 | blue << 16 | part << 24);
            }
        }
        return pixels;
    }

    LayerRaster raster() {
        return RgbaConversion.convert(pixels(), width, height);
    }
}
