package com.autoclipr.render;

/// Statistics of a renderer.
///
/// @param framesDrawn frames composited from layers
/// @param framesReused frames copied from the previous one, because nothing had changed
/// @param picturesDecoded pictures delivered by sources
/// @param cacheHits rasters found in the layer cache
/// @param cacheMisses rasters drawn
/// @param cacheEvictions rasters evicted to stay within the budget
/// @param cachePeakBytes peak size of the layer cache
public record RenderStatistics(
        long framesDrawn,
        long framesReused,
        long picturesDecoded,
        long cacheHits,
        long cacheMisses,
        long cacheEvictions,
        long cachePeakBytes) {
    /// The statistics of a new renderer.
    public static final RenderStatistics NONE = new RenderStatistics(0, 0, 0, 0, 0, 0, 0);
}
