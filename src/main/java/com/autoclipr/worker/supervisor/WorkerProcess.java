package com.autoclipr.worker.supervisor;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.FileFailures;
import com.autoclipr.worker.LogContext;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.JobResult;
import com.autoclipr.worker.protocol.Message;
import com.autoclipr.worker.protocol.PipelineSample;
import com.autoclipr.worker.protocol.ProcessUsage;
import com.autoclipr.worker.protocol.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A worker process, from the controller's side. Owns the process; [#close()] ends it.
///
/// A worker that sends no heartbeat, makes no progress or uses too much memory is ended together
/// with its descendants (see [WorkerTimeouts]).
///
/// Jobs run in order; several may be queued. When the process ends for any reason, every pending
/// job completes with [FailureKind#WORKER_DIED] (or the failure that ended it), and its descendants
/// are ended too.
public final class WorkerProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final long POLITE_SECONDS = 2;

    /// How long the output of an ended process is still read: a descendant that cannot be found may
    /// hold it open forever.
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private static final Duration LONGEST_END = LAST_WORDS.plusSeconds(3);

    /// Exit codes after SIGHUP, SIGINT and SIGTERM, which the controller receives too.
    private static final Set<Integer> ENDED_BY_USER = Set.of(128 + 1, 128 + 2, 128 + 15);

    private static final int CANCEL_MS = 500;

    private final int number;
    private final Process process;
    private final Descendants offspring;
    private final Wire wire = new Wire();
    private final WorkerErrors errors;
    private final AtomicLong nextId = new AtomicLong(1);
    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();
    private final AtomicReference<ProcessUsage> usage = new AtomicReference<>(ProcessUsage.NONE);
    private final AtomicReference<@Nullable Failure> ended = new AtomicReference<>();
    private final AtomicReference<Message.Breadcrumb> lastBreadcrumb =
            new AtomicReference<>(Message.Breadcrumb.NONE);
    private final AtomicReference<Optional<PipelineSample>> pipeline =
            new AtomicReference<>(Optional.empty());
    private final Thread reader;
    private final Thread ender;
    private final WorkerMonitor watch;
    private final Duration farewell;

    private record Pending(Job job, CompletableFuture<JobResult> answer, LongConsumer progress) {}

    private WorkerProcess(
            int number, Process process, Descendants offspring, WorkerSettings settings) {
        this.number = number;
        this.process = process;
        this.offspring = offspring;
        this.farewell = settings.timeouts().shutdownGrace();
        this.watch = new WorkerMonitor(process, settings, () -> !pending.isEmpty(), this::end);
        this.errors = new WorkerErrors(process.getErrorStream());
        this.reader =
                Thread.ofVirtual()
                        .name("worker-" + number + "-answers")
                        .start(LogContext.carried(this::readAnswers, number));
        this.ender =
                Thread.ofVirtual()
                        .name("worker-" + number + "-end")
                        .start(LogContext.carried(this::awaitEnd, number));
        Thread.ofVirtual()
                .name("worker-" + number + "-errors")
                .start(LogContext.carried(errors::readAll, number));
    }

    /// Starts a worker; it loads its native libraries for the first job.
    ///
    /// @param number for logs and the report, from 0
    public static WorkerProcess start(int number, WorkerSettings settings) {
        PrivateFolder.make(settings.nativesDir());
        try {
            Descendants offspring = new Descendants();
            Process process = WorkerStart.of(number, settings.command(), offspring);
            LOG.debug("worker {} started as process {}", number, process.pid());
            return new WorkerProcess(number, process, offspring, settings);
        } catch (IOException e) {
            throw new FailureException(
                    Failure.of(kindOf(e))
                            .with(Fact.WORKER, Integer.toString(number))
                            .with(Fact.DETAIL, String.valueOf(e.getMessage())),
                    e);
        }
    }

    /// The failure for a process that could not be started.
    static FailureKind kindOf(IOException cause) {
        if (FileFailures.isTooManyFiles(cause)) {
            return FailureKind.TOO_MANY_OPEN_FILES;
        }
        return FileFailures.isOutOfMemory(cause)
                ? FailureKind.OUT_OF_MEMORY
                : FailureKind.WORKER_DIED;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive() && ended.get() == null;
    }

    /// Whether it has sent a message.
    public boolean hasBegun() {
        return watch.hasHeard();
    }

    /// Resource usage at the last response, or (memory) at the last check.
    public ProcessUsage usage() {
        ProcessUsage answered = usage.get();
        return new ProcessUsage(
                answered.cpuMs(), Math.max(answered.peakMemoryBytes(), watch.peakMemoryBytes()));
    }

    /// Whether it has a pending job.
    public boolean isBusy() {
        return !pending.isEmpty();
    }

    /// Whether it has the audio track to encode.
    public boolean hasAudio() {
        return pending.values().stream().anyMatch(each -> each.job() instanceof Job.EncodeAudio);
    }

    /// The last sample of its pipeline, at most a second old; empty until the first one with a
    /// project open.
    public Optional<PipelineSample> pipeline() {
        return pipeline.get();
    }

    /// Queues a job.
    ///
    /// @param progress called from another thread with the progress count of the job, never
    ///   decreasing
    /// @return completes with the result, or exceptionally with a [FailureException]
    public CompletableFuture<JobResult> submit(Job job, LongConsumer progress) {
        long id = nextId.getAndIncrement();
        CompletableFuture<JobResult> answer = new CompletableFuture<>();
        pending.put(id, new Pending(job, answer, progress));
        watch.progressed();
        try {
            byte[] line =
                    (wire.write(new Message.Request(id, job)) + "\n")
                            .getBytes(StandardCharsets.UTF_8);
            OutputStream out = process.getOutputStream();
            synchronized (out) {
                out.write(line);
                out.flush();
            }
        } catch (IOException e) {
            // The pipe is broken because the process has ended; its exit gives a better reason.
            failIfEnded();
        }
        if (!process.isAlive()) {
            failIfEnded();
        }
        return answer;
    }

    /// Runs a job and waits for its result.
    ///
    /// @param type of the result
    /// @throws FailureException the worker's failure, or the one that ended it
    public <T extends JobResult> T call(Job job, Class<T> type) throws InterruptedException {
        return Responses.await(submit(job, _ -> {}), type);
    }

    /// Kills the process.
    public void kill() {
        end(Failure.of(FailureKind.CANCELLED));
    }

    private void end(Failure reason) {
        ended.compareAndSet(null, reason);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void failIfEnded() {
        try {
            if (process.waitFor(POLITE_SECONDS, TimeUnit.SECONDS)) {
                // Messages sent before the end are processed first.
                ender.join();
                failAll(whyEnded());
            } else {
                end(Failure.of(FailureKind.WORKER_DIED).with(Fact.DETAIL, "it no longer listens"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(Failure.of(FailureKind.CANCELLED));
        }
    }

    private void readAnswers() {
        try (InputStream in = process.getInputStream();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                accept(line);
            }
        } catch (IOException e) {
            LOG.debug("worker {}: its output broke off: {}", number, e.toString());
        } catch (Throwable e) {
            // No more messages can be read from the worker.
            end(Failure.of(FailureKind.INTERNAL_ERROR).with(Fact.DETAIL, e.toString()));
            LOG.warn("worker {}: its responses cannot be read", number, e);
        }
    }

    /// Completes pending jobs once the process has ended and its output has been read.
    private void awaitEnd() {
        Failure reason = Failure.of(FailureKind.CANCELLED);
        try {
            process.waitFor();
            offspring.end();
            if (!reader.join(LAST_WORDS)) {
                LOG.warn("worker {}: something still holds its output open", number);
            }
            reason = whyEnded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            failAll(reason);
        }
    }

    private void accept(String line) {
        Optional<Message> read = message(line);
        if (read.isEmpty()) {
            // Output of a native library on standard output must not fail the export.
            LOG.warn("worker {} wrote a line that is not a message: {}", number, line);
            return;
        }
        Message message = read.get();
        watch.heard();
        if (!(message instanceof Message.Beat)) {
            watch.progressed();
        }
        switch (message) {
            case Message.Beat beat -> pipeline.set(beat.pipeline());
            case Message.Breadcrumb step -> lastBreadcrumb.set(step);
            case Message.Progress progress -> {
                pipeline.set(progress.pipeline());
                Pending job = pending.get(progress.id());
                if (job != null) {
                    job.progress().accept(progress.count());
                }
            }
            case Message.Done done -> {
                usage.set(done.usage());
                Pending job = pending.remove(done.id());
                if (job != null) {
                    job.answer().complete(done.result());
                }
            }
            case Message.Failed failed -> {
                usage.set(failed.usage());
                Pending job = pending.remove(failed.id());
                if (job != null) {
                    job.answer().completeExceptionally(failed.failure().asException());
                }
            }
            case Message.Request _ -> LOG.warn("worker {} sent a request", number);
        }
    }

    private Optional<Message> message(String line) {
        try {
            return Optional.ofNullable(wire.read(line));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /// Exit codes above 128 are signals on POSIX systems; 3 comes from
    /// `-XX:+ExitOnOutOfMemoryError`.
    private Failure whyEnded() {
        int exit = process.exitValue();
        if (ENDED_BY_USER.contains(exit)) {
            awaitCancel();
        }
        Failure known = ended.get();
        if (known != null) {
            return known;
        }
        FailureKind kind = exit == 3 ? FailureKind.OUT_OF_MEMORY : FailureKind.WORKER_DIED;
        return Failure.of(kind)
                .with(Fact.WORKER, Integer.toString(number))
                .with(Fact.EXIT, exit > 128 ? "signal " + (exit - 128) : Integer.toString(exit))
                .with(Fact.DETAIL, errors.text());
    }

    /// Ctrl-C reaches the whole process group: the worker may be gone shortly before the
    /// controller's handler cancels it, which is not a crash.
    private void awaitCancel() {
        for (int i = 0; i < CANCEL_MS / 10 && ended.get() == null; i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void failAll(Failure why) {
        ended.compareAndSet(null, why);
        Failure reason = withStep(why);
        for (Long id : List.copyOf(pending.keySet())) {
            Pending job = pending.remove(id);
            if (job != null) {
                job.answer().completeExceptionally(reason.asException());
            }
        }
    }

    /// Adds the last breadcrumb, if there is one.
    private Failure withStep(Failure failure) {
        Message.Breadcrumb step = lastBreadcrumb.get();
        if (failure.kind() == FailureKind.CANCELLED) {
            return failure;
        }
        Failure known = step.layer().isEmpty() ? failure : failure.with(Fact.LAYER, step.layer());
        return step.file().isEmpty() ? known : known.with(Fact.FILE, step.file());
    }

    /// Ends the process by closing its input; if it does not exit, it is killed. If it has died
    /// before, that remains its cause of death.
    @Override
    public void close() {
        watch.close();
        if (process.isAlive()) {
            ended.compareAndSet(null, Failure.of(FailureKind.CANCELLED));
        }
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("worker {}: its input was broken already: {}", number, e.toString());
        }
        try {
            if (!process.waitFor(farewell)) {
                process.destroyForcibly();
            }
            ender.join(LONGEST_END);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
