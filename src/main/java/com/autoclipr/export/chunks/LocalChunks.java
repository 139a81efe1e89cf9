package com.autoclipr.export.chunks;

import com.autoclipr.export.workers.WorkerPool;
import com.autoclipr.media.Sources;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.WorkerLimits;

/// Encodes chunks in the workers of a [WorkerPool], which keep the project open.
///
/// @param pool of the export
/// @param files of this machine with the content named in orders
public record LocalChunks(WorkerPool pool, Sources files) implements ChunkExecutor {
    @Override
    public void make(ChunkOrder order, ChunkReceiver receiver) throws InterruptedException {
        open(order);
        if (!order.chunks().isEmpty() || order.audio().isPresent()) {
            new LocalRun(pool, new LocalContents(files), order, receiver).run();
        }
    }

    /// Has the workers open the project of an order.
    public void open(ChunkOrder order) {
        pool.use(
                new Job.Open(
                        order.project(),
                        new LocalContents(files).sources(order),
                        order.encoding(),
                        order.frameCount(),
                        WorkerLimits.DEFAULT,
                        order.export(),
                        false));
    }
}
