package com.autoclipr.export.workers;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.failure.Decision;
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

/// The workers of one export or preview, by place: a worker that died is replaced in its place.
/// Each place has a worker only while it holds one of the [WorkerSlots], which are shared with
/// everything else that runs. Owns the processes.
///
/// A worker is never handed on to another export: its log lines, its figures and what it has cached
/// belong to one, and a new process costs less than a second.
///
/// Safe for several threads, one at a time for each place; [#cancel()] may come from any, and never
/// waits for another.
public final class WorkerPool implements AutoCloseable {
    /// How often a job is tried before its failure stands.
    static final int MOST_ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

    private final WorkerSlots.Lease slots;
    private final WorkerSettings settings;
    private final WorkerSettings settingsAlone;
    private final List<WorkerPlace> places = new ArrayList<>();
    private volatile Optional<Job.Open> project = Optional.empty();
    private volatile List<Decision> aboutTexts = List.of();
    private volatile boolean cancelled;

    /// Work that goes on in every place that has a slot.
    public interface PlaceWork {
        /// Works in place `number` until there is nothing more to do, or until
        /// [WorkerPool#isLeaving(int)].
        ///
        /// @return whether there is nothing more to do, in any place
        boolean run(int number) throws InterruptedException;

        /// Place `number` has no slot and waits for one; [#run(int)] follows if it gets one.
        default void waits(int number) {}
    }

    /// Starts nothing yet.
    ///
    /// @param slots of the export or preview
    /// @param budget how many places there are, and what memory each worker may have
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
    /// libraries while the caller goes on.
    ///
    /// @throws FailureException CANCELLED once cancelled; what keeps a worker from starting
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

    /// Places, whether they have a worker or not.
    public int size() {
        return places.size();
    }

    /// Says which project all workers are for, before the first call of [#opened(int)], and again
    /// when it has changed.
    public void use(Job.Open open) {
        project = Optional.of(open);
        places.forEach(WorkerPlace::forgetProject);
    }

    /// Works in every place that has a slot, one thread for each, and returns when all have ended:
    /// once [PlaceWork#run(int)] has said that there is nothing more to do, no place begins again.
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

    /// Lets others have the slot of a place with nothing to do; the first place is needed all the
    /// time.
    private void rest(int number) {
        if (number > 0) {
            places.get(number).rest(Duration.ZERO);
        }
    }

    /// Lets others have all slots after a while, as long as there is nothing to do.
    public void rest(Duration linger) {
        places.forEach(place -> place.rest(linger));
    }

    /// Whether place `number` has to stop after what it has in hand: it has lost its slot, or has
    /// been asked for it.
    public boolean isLeaving(int number) {
        return places.get(number).isLeaving(slots.rank(heldSlots() - 1));
    }

    /// Whether place `number` has no slot any more.
    public boolean hasLost(int number) {
        return !places.get(number).holdsSlot();
    }

    private long heldSlots() {
        return places.stream().filter(WorkerPlace::holdsSlot).count();
    }

    /// Has a job done in place `number`; in a fresh worker if one dies of it, and after three tries
    /// the failure stands.
    ///
    /// @throws FailureException what the worker answered with, or what ended the last of them, with
    ///   the fact `attempts`; CANCELLED once cancelled
    public <T extends JobResult> T call(int number, Job job, Class<T> type)
            throws InterruptedException {
        return tried(number, () -> ready(number, settings).call(job, type));
    }

    /// The same for a job that only looks at the file `path`, within a time that is enough for any.
    public <T extends JobResult> T look(int number, Path path, Job job, Class<T> type)
            throws InterruptedException {
        return tried(number, () -> TimedProbe.of(path, job, ready(number, settings), type));
    }

    /// The same for a job that needs the project to be open.
    public <T extends JobResult> T callOpened(int number, Job job, Class<T> type)
            throws InterruptedException {
        return tried(number, () -> open(number, settings, false).call(job, type));
    }

    /// The worker in place `number`, with the project open; a new one if the last one has died.
    ///
    /// @throws FailureException if three workers died of opening the project, or could not be
    ///   started; CANCELLED once cancelled
    public WorkerProcess opened(int number) throws InterruptedException {
        return tried(number, () -> open(number, settings, false));
    }

    /// A fresh worker in place `number` with the project open, half the memory asked for and all
    /// that is permitted; every other place loses its worker and its slot. For work that has failed
    /// before; who uses the worker ends it with [#release(int)].
    public WorkerProcess openedAlone(int number) throws InterruptedException {
        for (int i = 0; i < places.size(); i++) {
            release(i);
        }
        return tried(number, () -> open(number, settingsAlone, true));
    }

    /// Ends the worker in place `number`; the next one asked for is a fresh one.
    public void end(int number) {
        places.get(number).kill();
    }

    /// Ends the worker in place `number` and gives its slot back.
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
                            e.failure().with("attempts", Integer.toString(attempt)), e);
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

    /// The worker in place `number`, a new one if the last one has died; waits for a slot if the
    /// place has none.
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

    /// What opening the project told; the same from every worker.
    public List<Decision> aboutTexts() {
        return aboutTexts;
    }

    /// Ends all workers at once; callers that wait for one, or for a slot, get CANCELLED.
    public void cancel() {
        cancelled = true;
        places.forEach(WorkerPlace::cancel);
        slots.wake();
    }

    /// What each place has used; those that never had a worker are left out.
    public List<ExportEvent.WorkerUse> usage() {
        return places.stream().map(WorkerPlace::usage).flatMap(Optional::stream).toList();
    }

    /// What the worker in each place does at this moment, in their order.
    public List<WorkerActivity> activity() {
        return places.stream()
                .map(place -> place.worker)
                .map(worker -> new WorkerActivity(worker.pid(), worker.isBusy(), worker.pipeline()))
                .toList();
    }

    @Override
    public void close() {
        places.parallelStream().forEach(WorkerPlace::close);
    }
}
