package com.autoclipr.worker.child;

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

/// The child's side: reads requests, does them in order, answers. Chunks are drawn on this thread
/// and encoded on another, so the next chunk is drawn while the last one is encoded.
///
/// A reader thread watches the input: when the controller is gone (end of input), the process ends
/// at once, whatever native code it is in. Another one sends a heartbeat, so that a worker that is
/// slow can be told from one that hangs. Should the process be stopped when the controller dies,
/// the system kills it.
public final class WorkerLoop {
    private static final int REQUEST_UNREADABLE = 5;

    private final Supplier<MediaLibrary> libraries;
    private final ResponseWriter responses;
    private final BlockingQueue<Message.Request> requests = new LinkedBlockingQueue<>();

    /// @param libraries loads the native libraries; called for the first job, in this process
    /// @param out the protocol's output; nothing else may write to it
    public WorkerLoop(Supplier<MediaLibrary> libraries, OutputStream out) {
        this.libraries = libraries;
        this.responses = new ResponseWriter(out);
    }

    /// Serves requests until the process ends.
    ///
    /// @param in the protocol's input
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

    /// Tells the controller that this process lives, and looks whether the controller does: should
    /// somebody else hold the other end of the input open, its end never comes.
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
                    throw Failure.of(FailureKind.INTERNAL_ERROR, "detail", "not a request: " + line)
                            .asException();
                }
            }
            onGone.run();
        } catch (IOException e) {
            // The pipe broke: the controller is gone, which is what the end of input means too.
            onGone.run();
        } catch (Throwable e) {
            // The controller speaks another language, or there is no memory for what it says.
            // Nobody would answer: the controller sees this process die, and why.
            e.printStackTrace();
            Runtime.getRuntime().halt(REQUEST_UNREADABLE);
        }
    }
}
