package com.autoclipr.export.chunks;

import com.autoclipr.export.workers.WorkerPool;
import com.autoclipr.media.Sources;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.WorkerLimits;

/// Makes chunks by the workers of a [WorkerPool], in which the project stays open.
///
/// @param pool of the export
/// @param files of this machine that have the content which orders name
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
