package com.autoclipr.worker.protocol;

/// Bounds on what a worker keeps in memory.
///
/// @param layerCacheBytes most bytes of rasters in the layer cache
/// @param frameRingBytes most bytes of frames between drawing and encoding
public record WorkerLimits(long layerCacheBytes, long frameRingBytes) {
    public static final WorkerLimits DEFAULT = new WorkerLimits(128L << 20, 12L << 20);

    /// Half of everything, for work that has failed before.
    public WorkerLimits halved() {
        return new WorkerLimits(layerCacheBytes / 2, frameRingBytes / 2);
    }
}
