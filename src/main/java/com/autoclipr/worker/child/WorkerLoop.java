package com.autoclipr.worker.child;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.worker.ParentDeath;
import com.autoclipr.worker.protocol.Message;
import com.autoclipr.worker.protocol.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/// The child side: reads requests, runs them in order, responds. Chunks are drawn on this thread
/// and encoded on another, so the next chunk is drawn while the previous one is encoded.
///
/// A reader thread watches the input: when the controller is gone (end of input), the process ends
/// at once, even inside native code. Another thread sends a heartbeat, which distinguishes a slow
/// worker from one that hangs. If the process is stopped when the controller dies, the system kills
/// it.
public final class WorkerLoop {
    private static final int REQUEST_UNREADABLE = 5;

    private final Supplier<MediaLibrary> libraries;
    private final ResponseWriter responses;
    private final BlockingQueue<Message.Request> requests = new LinkedBlockingQueue<>();

    /// @param libraries loads the native libraries; called before the first job
    /// @param out output of the protocol; nothing else may write to it
    public WorkerLoop(Supplier<MediaLibrary> libraries, OutputStream out) {
        this.libraries = libraries;
        this.responses = new ResponseWriter(out);
    }

    /// Serves requests until the process ends.
    ///
    /// @param in input of the protocol
    /// @param onGone run when the controller is gone; ends the process
    public void run(InputStream in, Runnable onGone) throws InterruptedException {
        ParentDeath.killsThisProcess();
        Thread.ofPlatform().daemon().name("requests").start(() -> readRequests(in, onGone));
        Thread.ofPlatform().daemon().name("heartbeat").start(() -> beat(onGone));
        Jobs jobs = null;
        while (true) {
            Message.Request request = requests.take();
            try {
                if (jobs == null) {
                    jobs = new Jobs(libraries.get(), responses);
                }
                jobs.start(request);
            } catch (FailureException e) {
                responses.failed(request.id(), e.failure());
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                responses.failed(request.id(), ResponseWriter.unexpected(e));
            }
        }
    }

    /// Sends a heartbeat and checks that the controller is alive: if another process holds the
    /// other end of the input open, end of input never comes.
    private void beat(Runnable onGone) {
        try {
            long controller = ParentDeath.parent();
            while (ParentDeath.present() == controller) {
                responses.beat();
                Thread.sleep(Message.HEARTBEAT_INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            onGone.run();
        }
    }

    private void readRequests(InputStream in, Runnable onGone) {
        Wire wire = new Wire();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (wire.read(line) instanceof Message.Request request) {
                    requests.add(request);
                } else {
                    throw Failure.of(FailureKind.INTERNAL_ERROR)
                            .with(Fact.DETAIL, "not a request: " + line)
                            .asException();
                }
            }
            onGone.run();
        } catch (IOException e) {
            // The pipe is broken: the controller is gone, as at the end of input.
            onGone.run();
        } catch (Throwable e) {
            // An invalid request, or no memory to read it. No response is possible, so this process
            // dies and the controller learns why.
            e.printStackTrace();
            Runtime.getRuntime().halt(REQUEST_UNREADABLE);
        }
    }
}
