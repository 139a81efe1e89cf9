package com.autoclipr.render.planes;

import com.autoclipr.media.picture.OutputFrame;

/// Blends [LayerRaster]s over a frame, in integer arithmetic.
public final class RasterBlend {
    private RasterBlend() {}

    /// @param left position of the layer in the frame, even
    /// @param top position of the layer in the frame, even
    /// @param opacity 0 to 256
    public static void blend(LayerRaster raster, int left, int top, int opacity, OutputFrame into) {
        int width = raster.width();
        int stride = into.width();
        int x = left + raster.left();
        int y = top + raster.top();
        for (int row = 0; row < raster.height(); row++) {
            int at = (y + row) * stride + x;
            RowPair luma = new RowPair(raster.luma(), row * width, into.luma(), at);
            blendRow(luma, raster.alpha(), width, opacity);
        }
        int half = width / 2;
        for (int row = 0; row < raster.height() / 2; row++) {
            int at = (y / 2 + row) * (stride / 2) + x / 2;
            RowPair blue = new RowPair(raster.cb(), row * half, into.cb(), at);
            RowPair red = new RowPair(raster.cr(), row * half, into.cr(), at);
            blendRow(blue, raster.chromaAlpha(), half, opacity);
            blendRow(red, raster.chromaAlpha(), half, opacity);
        }
    }

    private static void blendRow(RowPair row, byte[] alpha, int count, int opacity) {
        int from = row.from();
        int first = 0;
        while (first < count && alpha[from + first] == 0) {
            first++;
        }
        int end = count;
        while (end > first && alpha[from + end - 1] == 0) {
            end--;
        }
        if (opacity == 256) {
            over(row, alpha, first, end);
        } else {
            fadedOver(row, alpha, first, end, opacity);
        }
    }

    private static void over(RowPair row, byte[] alpha, int first, int end) {
        byte[] source = row.source();
        byte[] into = row.into();
        int from = row.from();
        int at = row.at();
        for (int x = first; x < end; x++) {
            int below = (into[at + x] & 255) * (255 - (alpha[from + x] & 255)) + 128;
            into[at + x] = (byte) ((source[from + x] & 255) + ((below + (below >> 8)) >> 8));
        }
    }

    private static void fadedOver(RowPair row, byte[] alpha, int first, int end, int opacity) {
        byte[] source = row.source();
        byte[] into = row.into();
        int from = row.from();
        int at = row.at();
        for (int x = first; x < end; x++) {
            // In 1/65280 = 1/(255 × 256): premultiplied samples carry 1/255, opacity 1/256.
            int visible = (alpha[from + x] & 255) * opacity;
            int sum =
                    (into[at + x] & 255) * (65_280 - visible)
                            + (source[from + x] & 255) * opacity * 255
                            + 32_640;
            into[at + x] = (byte) (sum / 65_280);
        }
    }
}
