package com.autoclipr.libav.pixels;

import com.autoclipr.media.Orientation;
import java.nio.ByteBuffer;

/// Transforms planes to display orientation: mirrored first, then rotated clockwise, as in
/// [Orientation].
///
/// @param orientation of the stored picture
public record PlaneRotation(Orientation orientation) {
    /// Block size, so that source and target stay in the cache.
    private static final int TILE = 32;

    /// Maps samples of the result to stored ones: `first + x × perColumn + y × perRow`.
    private record Walk(int first, int perColumn, int perRow) {}

    public boolean none() {
        return orientation.upright();
    }

    public int width(int storedWidth, int storedHeight) {
        return orientation.swapsSides() ? storedHeight : storedWidth;
    }

    public int height(int storedWidth, int storedHeight) {
        return orientation.swapsSides() ? storedWidth : storedHeight;
    }

    /// Transforms `width × height` samples of the stored picture into `to`, without padding.
    ///
    /// @param from `byte[]`, `short[]` or `int[]`
    /// @param to an array of the same type
    void turn(Object from, Object to, int width, int height, int stride) {
        Walk walk = walk(width, height, stride);
        int toWidth = width(width, height);
        int toHeight = height(width, height);
        for (int top = 0; top < toHeight; top += TILE) {
            int bottom = Math.min(toHeight, top + TILE);
            for (int left = 0; left < toWidth; left += TILE) {
                int right = Math.min(toWidth, left + TILE);
                for (int y = top; y < bottom; y++) {
                    int source = walk.first + left * walk.perColumn + y * walk.perRow;
                    Run run = new Run(source, walk.perColumn, y * toWidth + left, right - left);
                    run.copy(from, to);
                }
            }
        }
    }

    /// Transforms RGBA pixels into a new array.
    public byte[] turnPixels(byte[] rgba, int width, int height) {
        if (none()) {
            return rgba.clone();
        }
        int[] stored = new int[width * height];
        ByteBuffer.wrap(rgba).asIntBuffer().get(stored);
        int[] upright = new int[stored.length];
        turn(stored, upright, width, height, width);
        byte[] turned = new byte[rgba.length];
        ByteBuffer.wrap(turned).asIntBuffer().put(upright);
        return turned;
    }

    /// Consecutive samples of the result.
    ///
    /// @param source index of the first one in the stored picture
    /// @param step from one to the next there
    /// @param target index of the first one in the result
    /// @param count samples
    private record Run(int source, int step, int target, int count) {
        void copy(Object from, Object to) {
            switch (from) {
                case byte[] bytes -> {
                    byte[] out = (byte[]) to;
                    for (int i = 0, at = source; i < count; i++, at += step) {
                        out[target + i] = bytes[at];
                    }
                }
                case short[] shorts -> {
                    short[] out = (short[]) to;
                    for (int i = 0, at = source; i < count; i++, at += step) {
                        out[target + i] = shorts[at];
                    }
                }
                case int[] ints -> {
                    int[] out = (int[]) to;
                    for (int i = 0, at = source; i < count; i++, at += step) {
                        out[target + i] = ints[at];
                    }
                }
                default -> throw new IllegalArgumentException("no samples: " + from.getClass());
            }
        }
    }

    private Walk walk(int width, int height, int stride) {
        int right = orientation.mirrored() ? -1 : 1;
        int firstColumn = orientation.mirrored() ? width - 1 : 0;
        int lastColumn = orientation.mirrored() ? 0 : width - 1;
        int bottomRow = (height - 1) * stride;
        return switch (orientation.clockwiseDegrees()) {
            case 90 -> new Walk(bottomRow + firstColumn, -stride, right);
            case 180 -> new Walk(bottomRow + lastColumn, -right, -stride);
            case 270 -> new Walk(lastColumn, stride, -right);
            default -> new Walk(firstColumn, right, stride);
        };
    }

    /// The chroma siting of the result.
    ///
    /// @param stored offset and step in the stored picture, each along x then y
    /// @param width luma samples of the stored picture
    /// @param height luma rows of the stored picture
    /// @param columns chroma samples of a row of the stored picture
    /// @param rows chroma rows of the stored picture
    ChromaGrid turn(ChromaGrid stored, int width, int height, int columns, int rows) {
        int degrees = orientation.clockwiseDegrees();
        // Mirrored, the first sample is the last one.
        boolean flipX = orientation.mirrored() != (degrees == 180 || degrees == 270);
        boolean flipY = degrees == 90 || degrees == 180;
        double x = flipX ? stored.fromFarEndX(width, columns) : stored.offsetX();
        double y = flipY ? stored.fromFarEndY(height, rows) : stored.offsetY();
        return orientation.swapsSides()
                ? new ChromaGrid(y, x, stored.stepY(), stored.stepX())
                : new ChromaGrid(x, y, stored.stepX(), stored.stepY());
    }
}
