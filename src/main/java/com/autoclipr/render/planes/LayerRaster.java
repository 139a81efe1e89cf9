package com.autoclipr.render.planes;

/// A drawn layer, ready for blending: limited BT.709 Y′CbCr premultiplied by alpha, with alpha in
/// luma and in chroma resolution. Immutable. Aligned to chroma samples: left and top are even.
///
/// A premultiplied sample is `code × alpha / 255`, so blending is `above + below × (255 − alpha) /
/// 255`, and an opaque sample replaces the one below exactly.
///
/// @param left luma columns from the position of the layer to the first column, even
/// @param top luma rows from the position of the layer to the first row, even
/// @param width luma columns, even
/// @param height luma rows, even
/// @param luma `width × height` bytes
/// @param cb `width/2 × height/2` bytes
/// @param cr like `cb`
/// @param alpha like `luma`
/// @param chromaAlpha like `cb`
public record LayerRaster(
        int left,
        int top,
        int width,
        int height,
        byte[] luma,
        byte[] cb,
        byte[] cr,
        byte[] alpha,
        byte[] chromaAlpha) {

    /// An empty raster.
    public static LayerRaster empty() {
        byte[] none = {};
        return new LayerRaster(0, 0, 0, 0, none, none, none, none, none);
    }

    /// Its size in memory in bytes.
    public long sizeBytes() {
        return 2L * luma.length + 3L * cb.length + 128;
    }
}
