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
        LocalContents contents = new LocalContents(files);
        pool.use(
                new Job.Open(
                        order.project(),
                        contents.sources(order),
                        order.encoding(),
                        order.frameCount(),
                        WorkerLimits.DEFAULT,
                        order.export(),
                        false));
        if (!order.chunks().isEmpty() || order.sound().isPresent()) {
            new LocalRun(pool, contents, order, receiver).run();
        }
    }
}
