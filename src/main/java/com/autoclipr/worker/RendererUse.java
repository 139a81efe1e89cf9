package com.autoclipr.worker;

/// What a worker's renderer has done since the project was opened.
///
/// @param cacheHits rasters found in the layer cache
/// @param cacheMisses rasters that had to be drawn
/// @param cacheEvictions rasters thrown out to keep the bound
/// @param cacheBytes bytes in the layer cache now
/// @param picturesDecoded pictures taken from sources
/// @param framesDrawn frames put together from layers
/// @param framesReused frames copied from the one before, as nothing had changed
public record RendererUse(
        long cacheHits,
        long cacheMisses,
        long cacheEvictions,
        long cacheBytes,
        long picturesDecoded,
        long framesDrawn,
        long framesReused) {
    static final RendererUse NONE = new RendererUse(0, 0, 0, 0, 0, 0, 0);
}
