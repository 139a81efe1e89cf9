package com.autoclipr.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.render.planes.LayerRaster;
import org.junit.jupiter.api.Test;

class LayerCacheTest {
    private static final LayerRaster RASTER = raster(8, 8);

    @Test
    void staysWithinItsBudget() {
        long budget = 3 * RASTER.sizeBytes();
        LayerCache cache = new LayerCache(budget);
        for (int i = 0; i < 20; i++) {
            cache.keep(i, raster(8, 8));
            assertTrue(cache.usedBytes() <= budget, "after " + i);
        }
        assertEquals(17, cache.evictions());
        assertEquals(budget, cache.usedBytes());
    }

    @Test
    void whatWasUsedLongestAgoGoesFirst() {
        LayerCache cache = new LayerCache(3 * RASTER.sizeBytes());
        cache.keep("a", RASTER);
        cache.keep("b", RASTER);
        cache.keep("c", RASTER);
        assertNotNull(cache.find("a"));
        cache.keep("d", RASTER);
        assertNull(cache.find("b"));
        assertNotNull(cache.find("a"));
        cache.keep("e", RASTER);
        assertNull(cache.find("c"));
        assertNotNull(cache.find("d"));
    }

    @Test
    void whatNeverFitsIsNotKept() {
        LayerCache cache = new LayerCache(RASTER.sizeBytes());
        cache.keep("small", RASTER);
        cache.keep("large", raster(64, 64));
        assertNull(cache.find("large"));
        assertNotNull(cache.find("small"));
    }

    @Test
    void theSameKeyCountsOnce() {
        LayerCache cache = new LayerCache(10 * RASTER.sizeBytes());
        cache.keep("a", RASTER);
        cache.keep("a", RASTER);
        assertEquals(RASTER.sizeBytes(), cache.usedBytes());
        cache.remove("a");
        assertEquals(0, cache.usedBytes());
        assertEquals(RASTER.sizeBytes(), cache.peakBytes());
    }

    private static LayerRaster raster(int width, int height) {
        int size = width * height;
        return new LayerRaster(
                0,
                0,
                width,
                height,
                new byte[size],
                new byte[size / 4],
                new byte[size / 4],
                new byte[size],
                new byte[size / 4]);
    }
}
