package com.autoclipr.worker.child;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.worker.protocol.JobResult;
import com.autoclipr.worker.protocol.Message;
import com.autoclipr.worker.protocol.PipelineSample;
import com.autoclipr.worker.protocol.ProcessUsage;
import com.autoclipr.worker.protocol.Wire;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Writes the responses of a worker, one line each. Thread-safe.
final class ResponseWriter {
    /// Writing and reading a line costs each side half a millisecond; five per second look
    /// continuous.
    private static final long SHORTEST_STEP_NS = 200_000_000;

    private final PrintStream out;
    private final LongSupplier clockNs;
    private final AtomicLong nextProgressNs;
    private final Wire wire = new Wire();
    private volatile Supplier<Optional<PipelineSample>> pipeline = Optional::empty;

    ResponseWriter(OutputStream out) {
        this(out, System::nanoTime);
    }

    /// @param clockNs monotonic clock in nanoseconds
    ResponseWriter(OutputStream out, LongSupplier clockNs) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        this.clockNs = clockNs;
        this.nextProgressNs = new AtomicLong(clockNs.getAsLong());
    }

    /// From now on heartbeats and progress carry samples of a pipeline.
    ///
    /// @param sampled called by several threads; empty: no project is open
    void follow(Supplier<Optional<PipelineSample>> sampled) {
        pipeline = sampled;
    }

    void beat() {
        send(new Message.Beat(pipeline.get()));
    }

    void breadcrumb(Message.Breadcrumb breadcrumb) {
        send(breadcrumb);
    }

    /// Reports progress, unless that was done just before; the end of a job is reported by its
    /// response.
    void progress(long id, long count) {
        long now = clockNs.getAsLong();
        long next = nextProgressNs.get();
        if (now - next >= 0 && nextProgressNs.compareAndSet(next, now + SHORTEST_STEP_NS)) {
            send(new Message.Progress(id, count, pipeline.get()));
        }
    }

    void done(long id, JobResult result) {
        send(new Message.Done(id, result, ProcessUsage.current()));
    }

    void failed(long id, Failure failure) {
        send(new Message.Failed(id, failure, ProcessUsage.current()));
    }

    /// Turns a bug into a failure; the stack trace is for the log.
    static Failure unexpected(Throwable defect) {
        StringWriter trace = new StringWriter();
        defect.printStackTrace(new PrintWriter(trace, true));
        return Failure.of(FailureKind.INTERNAL_ERROR)
                .with(Fact.DETAIL, defect.toString())
                .with(Fact.TRACE, trace.toString());
    }

    private void send(Message message) {
        String line = wire.write(message);
        synchronized (out) {
            out.print(line + "\n");
            out.flush();
        }
    }
}
