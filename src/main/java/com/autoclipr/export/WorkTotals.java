package com.autoclipr.export;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.worker.protocol.ChunkWork;
import com.autoclipr.worker.protocol.JobResult;
import com.autoclipr.worker.protocol.RendererUse;

/// Sums up the cost of chunks. Thread-safe.
final class WorkTotals {
    private int chunksReused = -1;
    private int chunksEncoded;
    private long framesEncoded;
    private long decodeNs;
    private long drawNs;
    private long encodeNs;
    private long drawWaitNs;
    private long encodeWaitNs;
    private long audioNs;
    private int ringSlots;
    private int ringPeak;
    private long cacheHits;
    private long cacheMisses;
    private long cacheEvictions;
    private long cachePeakBytes;

    /// Sets the number of chunks found in the store. Only the first lookup counts; chunks found
    /// later were encoded by this export.
    synchronized void reused(int chunks) {
        if (chunksReused < 0) {
            chunksReused = chunks;
        }
    }

    /// @return the cost of this chunk
    synchronized ExportEvent.Effort add(int worker, JobResult.ChunkEncoded encoded) {
        ChunkWork work = encoded.work();
        chunksEncoded++;
        framesEncoded += work.frames();
        decodeNs += work.decodeNs();
        drawNs += work.drawNs();
        encodeNs += work.encodeNs();
        drawWaitNs += work.ring().drawWaitNs();
        encodeWaitNs += work.ring().encodeWaitNs();
        ringSlots = Math.max(ringSlots, work.ring().slots());
        ringPeak = Math.max(ringPeak, work.ring().peak());
        RendererUse renderer = work.renderer();
        cacheHits += renderer.cacheHits();
        cacheMisses += renderer.cacheMisses();
        cacheEvictions += renderer.cacheEvictions();
        cachePeakBytes = Math.max(cachePeakBytes, renderer.cachePeakBytes());
        return new ExportEvent.Effort(
                worker,
                encoded.bytes(),
                ms(work.decodeNs()),
                ms(work.drawNs()),
                ms(work.encodeNs()),
                ms(work.ring().drawWaitNs()),
                ms(work.ring().encodeWaitNs()),
                renderer.cacheHits(),
                renderer.cacheMisses());
    }

    synchronized void audio(long elapsedNs) {
        audioNs += elapsedNs;
    }

    synchronized ExportReport.Work work() {
        return new ExportReport.Work(
                chunksEncoded,
                Math.max(0, chunksReused),
                framesEncoded,
                ms(decodeNs),
                ms(drawNs),
                ms(encodeNs),
                ms(audioNs));
    }

    synchronized ExportReport.FrameRingUse ring() {
        return new ExportReport.FrameRingUse(ringSlots, ringPeak, ms(drawWaitNs), ms(encodeWaitNs));
    }

    /// Summed over the workers; the peak is the highest of a worker.
    synchronized ExportReport.LayerCacheUse layerCache() {
        return new ExportReport.LayerCacheUse(
                cacheHits, cacheMisses, cacheEvictions, cachePeakBytes);
    }

    private static long ms(long nanoseconds) {
        return nanoseconds / 1_000_000;
    }
}
