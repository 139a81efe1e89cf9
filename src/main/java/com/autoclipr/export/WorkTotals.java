package com.autoclipr.export;

import com.autoclipr.worker.ChunkWork;
import com.autoclipr.worker.JobResult;
import com.autoclipr.worker.RendererUse;
import java.util.HashMap;
import java.util.Map;

/// Adds up what chunks took. Safe for several threads.
final class WorkTotals {
    private int chunksReused;
    private int chunksEncoded;
    private long framesEncoded;
    private long drawNs;
    private long encodeNs;
    private long soundNs;
    private int ringSlots;
    private int ringPeak;
    private final Map<Integer, RendererUse> renderers = new HashMap<>();

    synchronized void reused(int chunks) {
        chunksReused = chunks;
    }

    synchronized void add(int worker, JobResult.ChunkEncoded encoded) {
        ChunkWork work = encoded.work();
        chunksEncoded++;
        framesEncoded += work.frames();
        drawNs += work.drawNs();
        encodeNs += work.encodeNs();
        ringSlots = Math.max(ringSlots, work.ringSlots());
        ringPeak = Math.max(ringPeak, work.ringPeak());
        renderers.put(worker, work.renderer());
    }

    synchronized void sound(long elapsedNs) {
        soundNs = elapsedNs;
    }

    synchronized ExportReport.Work work() {
        return new ExportReport.Work(
                chunksEncoded, chunksReused, framesEncoded, ms(drawNs), ms(encodeNs), ms(soundNs));
    }

    synchronized ExportReport.FrameRingUse ring() {
        return new ExportReport.FrameRingUse(ringSlots, ringPeak);
    }

    /// Summed over the workers; the peak is that of the worker that had most.
    synchronized ExportReport.LayerCacheUse layerCache() {
        long hits = 0;
        long misses = 0;
        long evictions = 0;
        long peakBytes = 0;
        for (RendererUse use : renderers.values()) {
            hits += use.cacheHits();
            misses += use.cacheMisses();
            evictions += use.cacheEvictions();
            peakBytes = Math.max(peakBytes, use.cacheBytes());
        }
        return new ExportReport.LayerCacheUse(hits, misses, evictions, peakBytes);
    }

    private static long ms(long nanoseconds) {
        return nanoseconds / 1_000_000;
    }
}
