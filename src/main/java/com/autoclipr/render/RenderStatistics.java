package com.autoclipr.render;

/// What a renderer did so far.
///
/// @param framesDrawn frames put together from layers
/// @param framesReused frames copied from the one before, as nothing had changed
/// @param picturesDecoded pictures that sources delivered
/// @param cacheHits rasters found in the layer cache
/// @param cacheMisses rasters drawn
/// @param cacheEvictions rasters that had to go to keep the cache within its budget
/// @param cachePeakBytes most that the layer cache held at any moment
public record RenderStatistics(
        long framesDrawn,
        long framesReused,
        long picturesDecoded,
        long cacheHits,
        long cacheMisses,
        long cacheEvictions,
        long cachePeakBytes) {
    /// A renderer that has done nothing yet.
    public static final RenderStatistics NONE = new RenderStatistics(0, 0, 0, 0, 0, 0, 0);
}
