package com.autoclipr.export;

import com.autoclipr.export.job.ExportEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Adds up the frames done over all chunks and tells the listener. Safe for several threads.
final class FrameCount {
    private final long total;
    private final Consumer<ExportEvent> listener;
    private final Map<Integer, Long> doneOfChunk = new HashMap<>();
    private long done;

    FrameCount(long total, Consumer<ExportEvent> listener) {
        this.total = total;
        this.listener = listener;
    }

    /// @param count frames of that chunk that are done; 0 when it is to be tried again
    synchronized void set(int chunk, long count) {
        Long before = doneOfChunk.put(chunk, count);
        done += count - (before == null ? 0 : before);
        listener.accept(new ExportEvent.FramesDone(done, total));
    }
}
