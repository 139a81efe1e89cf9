package com.autoclipr.worker.protocol;

import com.autoclipr.render.RenderStatistics;

/// Activity of the renderer for one chunk.
///
/// @param cacheHits rasters found in the layer cache
/// @param cacheMisses rasters that were drawn
/// @param cacheEvictions rasters evicted to stay within the limit
/// @param cachePeakBytes peak bytes in the layer cache since the project was opened
/// @param picturesDecoded pictures taken from sources
/// @param framesDrawn frames composited from layers
/// @param framesReused frames copied from the previous one, because nothing had changed
public record RendererUse(
        long cacheHits,
        long cacheMisses,
        long cacheEvictions,
        long cachePeakBytes,
        long picturesDecoded,
        long framesDrawn,
        long framesReused) {
    public static final RendererUse NONE = new RendererUse(0, 0, 0, 0, 0, 0, 0);

    /// The difference between two readings of the same renderer.
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
