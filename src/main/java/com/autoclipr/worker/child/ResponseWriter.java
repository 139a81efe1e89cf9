package com.autoclipr.worker.child;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.worker.protocol.JobResult;
import com.autoclipr.worker.protocol.Message;
import com.autoclipr.worker.protocol.ProcessUsage;
import com.autoclipr.worker.protocol.Wire;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Writes a worker's answers, one line each. Safe for several threads.
final class ResponseWriter {
    /// Writing and reading a line costs each side half a millisecond; five a second look like a
    /// steady count.
    private static final long SHORTEST_STEP_NS = 200_000_000;

    private final PrintStream out;
    private final LongSupplier clockNs;
    private final AtomicLong nextProgressNs;
    private final Wire wire = new Wire();

    ResponseWriter(OutputStream out) {
        this(out, System::nanoTime);
    }

    /// @param clockNs nanoseconds from whenever
    ResponseWriter(OutputStream out, LongSupplier clockNs) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        this.clockNs = clockNs;
        this.nextProgressNs = new AtomicLong(clockNs.getAsLong());
    }

    void beat() {
        send(new Message.Beat());
    }

    void breadcrumb(Message.Breadcrumb breadcrumb) {
        send(breadcrumb);
    }

    /// Tells of progress, unless that was done just now: what counts for the end of a job is its
    /// answer.
    void progress(long id, long count) {
        long now = clockNs.getAsLong();
        long next = nextProgressNs.get();
        if (now - next >= 0 && nextProgressNs.compareAndSet(next, now + SHORTEST_STEP_NS)) {
            send(new Message.Progress(id, count));
        }
    }

    void done(long id, JobResult result) {
        send(new Message.Done(id, result, ProcessUsage.current()));
    }

    void failed(long id, Failure failure) {
        send(new Message.Failed(id, failure, ProcessUsage.current()));
    }

    /// A defect as a failure; the stack trace is for the log.
    static Failure unexpected(Throwable defect) {
        StringWriter trace = new StringWriter();
        defect.printStackTrace(new PrintWriter(trace, true));
        return Failure.of(
                FailureKind.INTERNAL_ERROR, "detail", defect.toString(), "trace", trace.toString());
    }

    private void send(Message message) {
        String line = wire.write(message);
        synchronized (out) {
            out.print(line + "\n");
            out.flush();
        }
    }
}
