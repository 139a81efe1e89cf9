package com.autoclipr.worker.protocol;

/// Memory limits of a worker.
///
/// @param layerCacheBytes limit of the layer cache
/// @param frameRingBytes limit of the frame ring between drawing and encoding
public record WorkerLimits(long layerCacheBytes, long frameRingBytes) {
    public static final WorkerLimits DEFAULT = new WorkerLimits(128L << 20, 12L << 20);

    /// Half of each limit, for retries.
    public WorkerLimits halved() {
        return new WorkerLimits(layerCacheBytes / 2, frameRingBytes / 2);
    }
}
