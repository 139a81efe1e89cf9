package com.autoclipr.render.planes;

import com.autoclipr.media.picture.OutputFrame;

/// Opaque 8-bit Y′CbCr of a region. Mutable and reused between pictures.
///
/// @param region its position and size
/// @param luma one byte per pixel, no padding
/// @param cb one byte per pixel (`fullChroma`) or per 2×2 pixels, no padding
/// @param cr like `cb`
/// @param fullChroma whether chroma is 4:4:4
public record YuvRaster(Region region, byte[] luma, byte[] cb, byte[] cr, boolean fullChroma) {
    /// A 4:2:0 raster like the output; the region's sides must be even.
    public static YuvRaster halved(Region region) {
        int chroma = region.width() / 2 * (region.height() / 2);
        return new YuvRaster(
                region,
                new byte[region.width() * region.height()],
                new byte[chroma],
                new byte[chroma],
                false);
    }

    /// A view of the samples of `frame`.
    public static YuvRaster of(OutputFrame frame) {
        Region whole = new Region(0, 0, frame.width(), frame.height());
        return new YuvRaster(whole, frame.luma(), frame.cb(), frame.cr(), false);
    }

    /// Copies the samples of a raster of the same format and size.
    public void copy(YuvRaster from) {
        System.arraycopy(from.luma, 0, luma, 0, luma.length);
        System.arraycopy(from.cb, 0, cb, 0, cb.length);
        System.arraycopy(from.cr, 0, cr, 0, cr.length);
    }

    /// A 4:4:4 raster.
    public static YuvRaster full(Region region) {
        int size = region.width() * region.height();
        return new YuvRaster(region, new byte[size], new byte[size], new byte[size], true);
    }
}
