package com.autoclipr.export.workers;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.failure.Retry;
import com.autoclipr.worker.LogContext;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.JobResult;
import com.autoclipr.worker.supervisor.WorkerBudget;
import com.autoclipr.worker.supervisor.WorkerProcess;
import com.autoclipr.worker.supervisor.WorkerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The workers of one export or preview, by place: a worker that died is replaced. Each place has a
/// worker only while it holds one of the [WorkerSlots], which are shared with everything else that
/// is running. Owns the processes.
///
/// A worker is never reused by another export: its log lines, statistics and caches belong to one,
/// and a new process costs less than a second.
///
/// Thread-safe, with one thread at a time per place; [#cancel()] may be called from any thread and
/// never blocks.
public final class WorkerPool implements AutoCloseable {
    /// Maximum number of attempts for a job.
    static final int MOST_ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

    private final WorkerSlots.Lease slots;
    private final WorkerSettings settings;
    private final WorkerSettings settingsAlone;
    private final List<WorkerPlace> places = new ArrayList<>();
    private volatile Optional<Job.Open> project = Optional.empty();
    private volatile List<Decision> aboutTexts = List.of();
    private volatile boolean cancelled;

    /// Work that runs in every place with a slot.
    public interface PlaceWork {
        /// Works in place `number` until nothing is left to do, or until
        /// [WorkerPool#isLeaving(int)].
        ///
        /// @return whether nothing is left to do in any place
        boolean run(int number) throws InterruptedException;

        /// Place `number` has no slot and waits for one; [#run(int)] follows if it gets one.
        default void waits(int number) {}
    }

    /// Starts nothing yet.
    ///
    /// @param slots of the export or preview
    /// @param budget number of places, and memory limit of each worker
    public WorkerPool(WorkerSlots.Lease slots, WorkerBudget budget, WorkerSettings settings) {
        this.slots = slots;
        this.settings = settings.withMemory(budget.memoryBytes());
        this.settingsAlone = settings.withMemory(budget.aloneBytes());
        for (int i = 0; i < budget.workers(); i++) {
            places.add(new WorkerPlace(i));
        }
    }

    /// Waits until the first place has a slot.
    ///
    /// @throws FailureException CANCELLED once cancelled
    public void awaitSlot() throws InterruptedException {
        requireRunning();
        if (!take(0, settings.memoryBytes(), () -> cancelled)) {
            throw Failure.of(FailureKind.CANCELLED).asException();
        }
    }

    /// Starts a worker in the first place and wherever else a slot is free; they load their
    /// libraries in parallel.
    ///
    /// @throws FailureException CANCELLED once cancelled; failures to start a worker
    public void start() throws InterruptedException {
        ready(0, settings);
        for (int i = 1; i < places.size() && takesFreeSlot(i); i++) {
            ready(i, settings);
        }
    }

    private boolean takesFreeSlot(int number) {
        Optional<WorkerSlots.Slot> free = slots.tryTake(settings.memoryBytes());
        free.ifPresent(places.get(number)::hold);
        return free.isPresent();
    }

    /// Number of places, with or without a worker.
    public int size() {
        return places.size();
    }

    /// Sets the project of all workers, before the first call of [#opened(int)], and again when it
    /// has changed.
    public void use(Job.Open open) {
        project = Optional.of(open);
        places.forEach(WorkerPlace::forgetProject);
    }

    /// Works in every place with a slot, one thread each, and returns when all have ended: once
    /// [PlaceWork#run(int)] reports that nothing is left, no place starts again.
    public void everywhere(PlaceWork work) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> threads =
                IntStream.range(0, places.size())
                        .mapToObj(
                                number ->
                                        Thread.ofVirtual()
                                                .name("place-" + number)
                                                .start(
                                                        LogContext.carried(
                                                                () -> run(work, number, over))))
                        .toList();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void run(PlaceWork work, int number, AtomicBoolean over) {
        try {
            while (!over.get() && enter(work, number, over)) {
                if (work.run(number)) {
                    over.set(true);
                }
                if (!over.get() || isLeaving(number)) {
                    release(number);
                }
            }
            rest(number);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            over.set(true);
        } finally {
            slots.wake();
        }
    }

    /// @return whether the place has a slot
    private boolean enter(PlaceWork work, int number, AtomicBoolean over)
            throws InterruptedException {
        if (places.get(number).resume() || takesFreeSlot(number)) {
            return true;
        }
        work.waits(number);
        return take(number, settings.memoryBytes(), () -> over.get() || cancelled);
    }

    /// Releases the slot of an idle place to others; the first place keeps its slot.
    private void rest(int number) {
        if (number > 0) {
            places.get(number).rest(Duration.ZERO);
        }
    }

    /// Releases all slots to others after a while of inactivity.
    public void rest(Duration linger) {
        places.forEach(place -> place.rest(linger));
    }

    /// Whether place `number` has to stop after its current work: it has lost its slot, or should
    /// release it.
    public boolean isLeaving(int number) {
        return places.get(number).isLeaving(slots.rank(heldSlots() - 1));
    }

    /// Whether place `number` has lost its slot.
    public boolean hasLost(int number) {
        return !places.get(number).holdsSlot();
    }

    private long heldSlots() {
        return places.stream().filter(WorkerPlace::holdsSlot).count();
    }

    /// Runs a job in place `number`; in a new worker if one dies, for at most three attempts.
    ///
    /// @throws FailureException the worker's failure, or the one that ended the last worker, with
    ///   the fact `attempts`; CANCELLED once cancelled
    public <T extends JobResult> T call(int number, Job job, Class<T> type)
            throws InterruptedException {
        return tried(number, () -> ready(number, settings).call(job, type));
    }

    /// The same for a job that probes the file `path`, with a time limit.
    public <T extends JobResult> T look(int number, Path path, Job job, Class<T> type)
            throws InterruptedException {
        return tried(number, () -> TimedProbe.of(path, job, ready(number, settings), type));
    }

    /// The same for a job that needs the open project.
    public <T extends JobResult> T callOpened(int number, Job job, Class<T> type)
            throws InterruptedException {
        return tried(number, () -> open(number, settings, false).call(job, type));
    }

    /// The worker in place `number`, with the project open; a new one if the last one has died.
    ///
    /// @throws FailureException if three workers died while opening the project, or could not be
    ///   started; CANCELLED once cancelled
    public WorkerProcess opened(int number) throws InterruptedException {
        return tried(number, () -> open(number, settings, false));
    }

    /// A new worker in place `number` with the project open, half the caches and the full memory
    /// limit; every other place loses its worker and its slot. For retries; the caller ends the
    /// worker with [#release(int)].
    public WorkerProcess openedAlone(int number) throws InterruptedException {
        for (int i = 0; i < places.size(); i++) {
            release(i);
        }
        return tried(number, () -> open(number, settingsAlone, true));
    }

    /// Ends the worker in place `number`; the next request starts a new one.
    public void end(int number) {
        places.get(number).kill();
    }

    /// Ends the worker in place `number` and releases its slot.
    public void release(int number) {
        places.get(number).release();
    }

    private interface Try<T> {
        T run() throws InterruptedException;
    }

    private <T> T tried(int number, Try<T> job) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return job.run();
            } catch (FailureException e) {
                requireRunning();
                if (e.failure().kind().retry() != Retry.FRESH_WORKER) {
                    throw e;
                }
                end(number);
                if (attempt == MOST_ATTEMPTS) {
                    throw new FailureException(
                            e.failure().with(Fact.ATTEMPTS, Integer.toString(attempt)), e);
                }
                LOG.warn("worker {} is replaced: {}", number, e.getMessage());
            }
        }
    }

    private WorkerProcess open(int number, WorkerSettings with, boolean carefully)
            throws InterruptedException {
        WorkerProcess worker = ready(number, with);
        WorkerPlace place = places.get(number);
        if (!place.hasOpened(worker)) {
            Job.Open open = project.orElseThrow();
            aboutTexts =
                    worker.call(carefully ? open.carefully() : open, JobResult.Opened.class)
                            .decisions();
            place.opened(worker);
        }
        return worker;
    }

    /// The worker in place `number`, or a new one if it has died; waits for a slot if necessary.
    private WorkerProcess ready(int number, WorkerSettings with) throws InterruptedException {
        WorkerPlace place = places.get(number);
        requireRunning();
        if (!place.resume() && !take(number, with.memoryBytes(), () -> cancelled)) {
            throw Failure.of(FailureKind.CANCELLED).asException();
        }
        return place.worker(with, this::requireRunning);
    }

    private boolean take(int number, long bytes, BooleanSupplier needless)
            throws InterruptedException {
        Optional<WorkerSlots.Slot> slot = slots.take(heldSlots(), bytes, needless);
        slot.ifPresent(places.get(number)::hold);
        return slot.isPresent();
    }

    /// @throws FailureException CANCELLED once cancelled
    public void requireRunning() {
        if (cancelled) {
            throw Failure.of(FailureKind.CANCELLED).asException();
        }
    }

    /// The decisions from opening the project; the same from every worker.
    public List<Decision> aboutTexts() {
        return aboutTexts;
    }

    /// Kills all workers; callers that wait for one, or for a slot, get CANCELLED.
    public void cancel() {
        cancelled = true;
        places.forEach(WorkerPlace::cancel);
        slots.wake();
    }

    /// The resource usage of each place that had a worker.
    public List<ExportEvent.WorkerUse> usage() {
        return places.stream().map(WorkerPlace::usage).flatMap(Optional::stream).toList();
    }

    /// What each place does at this moment, in their order.
    public List<WorkerActivity> activity() {
        return places.stream().map(WorkerPlace::activity).toList();
    }

    @Override
    public void close() {
        places.parallelStream().forEach(WorkerPlace::close);
    }
}
