package com.autoclipr.worker.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/// Base of the events of one chunk. Their duration is the time from the first frame to the last;
/// `busy` is the part of it spent in the named work. [ChunkFlight] fills them.
@Category("Autoclipr")
@StackTrace(false)
@SuppressWarnings("unused") // read by the recorder
public abstract class ChunkEvent extends Event {
    @Label("Export")
    String export = "";

    @Label("Chunk")
    @Description("Index of the chunk, from 0")
    int chunk;

    @Label("Frames")
    long frames;

    @Label("Busy")
    @Timespan(Timespan.NANOSECONDS)
    long busyNs;

    @Label("Waited")
    @Description("Time that the other side of the frame ring was waited for")
    @Timespan(Timespan.NANOSECONDS)
    long waitedNs;

    final void record(String exportId, int chunkIndex, long frameCount) {
        export = exportId;
        chunk = chunkIndex;
        frames = frameCount;
        commit();
    }

    final void spent(long workNs, long ringWaitNs) {
        busyNs = workNs;
        waitedNs = ringWaitNs;
    }
}
