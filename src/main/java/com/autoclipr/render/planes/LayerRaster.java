package com.autoclipr.render.planes;

/// A drawn layer, ready to be blended: Y′, Cb and Cr (BT.709 limited) premultiplied by alpha, with
/// alpha at the resolution of luma and at that of chroma. Immutable once made. Lies on whole chroma
/// samples: its place's left and top are even.
///
/// A premultiplied sample is `code × alpha / 255`, so blending is `above + below × (255 − alpha) /
/// 255`, and an opaque sample replaces what is below exactly.
///
/// @param left luma columns from where the layer was drawn to the raster's first column, even
/// @param top luma rows likewise, even
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

    /// A raster of nothing.
    public static LayerRaster empty() {
        byte[] none = {};
        return new LayerRaster(0, 0, 0, 0, none, none, none, none, none);
    }

    /// Bytes that it takes in memory.
    public long sizeBytes() {
        return 2L * luma.length + 3L * cb.length + 128;
    }
}
