package com.autoclipr.render;

import com.autoclipr.render.planes.LayerRaster;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An LRU cache of layer rasters, keyed by everything that determines them and bounded in bytes. It
/// only saves work: frames are the same with a budget of zero.
final class LayerCache {
    private final long budgetBytes;
    private final Map<Object, LayerRaster> rasters = new LinkedHashMap<>(16, 0.75f, true);
    private long usedBytes;
    private long peakBytes;
    private long hits;
    private long misses;
    private long evictions;

    /// @param budgetBytes limit for all rasters
    LayerCache(long budgetBytes) {
        if (budgetBytes < 0) {
            throw new IllegalArgumentException("budgetBytes is negative: " + budgetBytes);
        }
        this.budgetBytes = budgetBytes;
    }

    @Nullable LayerRaster find(Object key) {
        LayerRaster found = rasters.get(key);
        if (found == null) {
            misses++;
        } else {
            hits++;
        }
        return found;
    }

    /// Stores a raster if it fits into the budget.
    void keep(Object key, LayerRaster raster) {
        remove(key);
        if (raster.sizeBytes() > budgetBytes) {
            return;
        }
        usedBytes += raster.sizeBytes();
        rasters.put(key, raster);
        Iterator<LayerRaster> oldest = rasters.values().iterator();
        while (usedBytes > budgetBytes) {
            usedBytes -= oldest.next().sizeBytes();
            oldest.remove();
            evictions++;
        }
        peakBytes = Math.max(peakBytes, usedBytes);
    }

    /// Removes a raster that is not needed again.
    void remove(Object key) {
        LayerRaster old = rasters.remove(key);
        if (old != null) {
            usedBytes -= old.sizeBytes();
        }
    }

    long usedBytes() {
        return usedBytes;
    }

    /// Peak size in bytes.
    long peakBytes() {
        return peakBytes;
    }

    long hits() {
        return hits;
    }

    long misses() {
        return misses;
    }

    long evictions() {
        return evictions;
    }
}
