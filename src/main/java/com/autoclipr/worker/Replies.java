package com.autoclipr.worker;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/// Writes a worker's answers, one line each. Safe for several threads.
final class Replies {
    private final PrintStream out;
    private final Wire wire = new Wire();

    Replies(OutputStream out) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    void beat() {
        send(new Message.Beat());
    }

    void step(Message.Step step) {
        send(step);
    }

    void progress(long id, long count) {
        send(new Message.Progress(id, count));
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
                FailureKind.INTERNAL, "detail", defect.toString(), "trace", trace.toString());
    }

    private void send(Message message) {
        String line = wire.write(message);
        synchronized (out) {
            out.print(line + "\n");
            out.flush();
        }
    }
}
