package com.autoclipr.render.planes;

import com.autoclipr.media.picture.OutputFrame;

/// Opaque Y′CbCr of a region, 8 bits: mutable, reused from picture to picture.
///
/// @param region where it lies
/// @param luma one byte per pixel, no padding
/// @param cb one byte per pixel (`fullChroma`) or per 2×2 pixels, no padding
/// @param cr like `cb`
/// @param fullChroma whether there is chroma for every pixel
public record YuvRaster(Region region, byte[] luma, byte[] cb, byte[] cr, boolean fullChroma) {
    /// A raster with chroma as the output has it: 4:2:0, the region's sides being even.
    public static YuvRaster halved(Region region) {
        int chroma = region.width() / 2 * (region.height() / 2);
        return new YuvRaster(
                region,
                new byte[region.width() * region.height()],
                new byte[chroma],
                new byte[chroma],
                false);
    }

    /// The samples of `frame` themselves: what is written here is written there.
    public static YuvRaster of(OutputFrame frame) {
        Region whole = new Region(0, 0, frame.width(), frame.height());
        return new YuvRaster(whole, frame.luma(), frame.cb(), frame.cr(), false);
    }

    /// Takes over the samples of a raster of the same kind and size.
    public void copy(YuvRaster from) {
        System.arraycopy(from.luma, 0, luma, 0, luma.length);
        System.arraycopy(from.cb, 0, cb, 0, cb.length);
        System.arraycopy(from.cr, 0, cr, 0, cr.length);
    }

    /// A raster with chroma for every pixel.
    public static YuvRaster full(Region region) {
        int size = region.width() * region.height();
        return new YuvRaster(region, new byte[size], new byte[size], new byte[size], true);
    }
}
