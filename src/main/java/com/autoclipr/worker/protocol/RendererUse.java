package com.autoclipr.worker.protocol;

import com.autoclipr.render.RenderStatistics;

/// What a worker's renderer did for one chunk.
///
/// @param cacheHits rasters found in the layer cache
/// @param cacheMisses rasters that had to be drawn
/// @param cacheEvictions rasters thrown out to keep the bound
/// @param cachePeakBytes most bytes in the layer cache at any moment, since the project was opened
/// @param picturesDecoded pictures taken from sources
/// @param framesDrawn frames put together from layers
/// @param framesReused frames copied from the one before, as nothing had changed
public record RendererUse(
        long cacheHits,
        long cacheMisses,
        long cacheEvictions,
        long cachePeakBytes,
        long picturesDecoded,
        long framesDrawn,
        long framesReused) {
    public static final RendererUse NONE = new RendererUse(0, 0, 0, 0, 0, 0, 0);

    /// What came between two readings of the same renderer.
    public static RendererUse between(RenderStatistics before, RenderStatistics after) {
        return new RendererUse(
                after.cacheHits() - before.cacheHits(),
                after.cacheMisses() - before.cacheMisses(),
                after.cacheEvictions() - before.cacheEvictions(),
                after.cachePeakBytes(),
                after.picturesDecoded() - before.picturesDecoded(),
                after.framesDrawn() - before.framesDrawn(),
                after.framesReused() - before.framesReused());
    }
}
