package com.autoclipr.worker;

/// What a worker's renderer has done since the project was opened.
///
/// @param cacheHits rasters found in the layer cache
/// @param cacheMisses rasters that had to be drawn
/// @param cacheEvictions rasters thrown out to keep the bound
/// @param cachePeakBytes most bytes that stood in the layer cache
/// @param picturesDecoded pictures taken from sources
/// @param framesDrawn frames rendered
public record RendererUse(
        long cacheHits,
        long cacheMisses,
        long cacheEvictions,
        long cachePeakBytes,
        long picturesDecoded,
        long framesDrawn) {
    static final RendererUse NONE = new RendererUse(0, 0, 0, 0, 0, 0);
}
