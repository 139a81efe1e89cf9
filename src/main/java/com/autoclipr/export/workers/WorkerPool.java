package com.autoclipr.export.workers;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.failure.Retry;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.JobResult;
import com.autoclipr.worker.protocol.ProcessUsage;
import com.autoclipr.worker.supervisor.WorkerBudget;
import com.autoclipr.worker.supervisor.WorkerProcess;
import com.autoclipr.worker.supervisor.WorkerSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The workers of one export, by place: a worker that died is replaced in its place. Owns the
/// processes.
///
/// Safe for several threads, one at a time for each place; [#cancel()] may come from any, and never
/// waits for another.
public final class WorkerPool implements AutoCloseable {
    /// How often a job is tried before its failure stands.
    static final int MOST_ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

    private final WorkerSettings settings;
    private final WorkerSettings settingsAlone;
    private final List<Place> places = new ArrayList<>();
    private volatile Optional<Job.Open> project = Optional.empty();
    private volatile List<Decision> aboutTexts = List.of();
    private volatile boolean cancelled;

    private static final class Place {
        private volatile WorkerProcess worker;
        private boolean opened;
        private long pastCpuMs;
        private long pastPeakBytes;
        private int restarts;

        Place(WorkerProcess worker) {
            this.worker = worker;
        }
    }

    /// Starts the processes; they load their libraries while the caller goes on.
    public WorkerPool(WorkerBudget budget, WorkerSettings settings) {
        this.settings = settings.withMemory(budget.memoryBytes());
        this.settingsAlone = settings.withMemory(budget.aloneBytes());
        try {
            for (int i = 0; i < budget.workers(); i++) {
                places.add(new Place(WorkerProcess.start(i, this.settings)));
            }
        } catch (FailureException e) {
            close();
            throw e;
        }
    }

    public int size() {
        return places.size();
    }

    /// Says which project all workers are for, before the first call of [#opened(int)].
    public void use(Job.Open open) {
        project = Optional.of(open);
    }

    /// Has a job done in place `number`; in a fresh worker if one dies of it, and after three tries
    /// the failure stands.
    ///
    /// @throws FailureException what the worker answered with, or what ended the last of them, with
    ///   the fact `attempts`; CANCELLED once cancelled
    public <T extends JobResult> T call(int number, Job job, Class<T> type)
            throws InterruptedException {
        return tried(number, () -> ready(number).call(job, type));
    }

    /// The same for a job that only looks at the file `path`, within a time that is enough for any.
    public <T extends JobResult> T look(int number, Path path, Job job, Class<T> type)
            throws InterruptedException {
        return tried(number, () -> TimedProbe.of(path, job, ready(number), type));
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
    /// that is permitted; every other worker is ended. For work that has failed before; who uses
    /// the worker ends it with [#end(int)].
    public WorkerProcess openedAlone(int number) throws InterruptedException {
        for (int i = 0; i < places.size(); i++) {
            end(i);
        }
        return tried(number, () -> open(number, settingsAlone, true));
    }

    /// Ends the worker in place `number`; the next one asked for is a fresh one.
    public void end(int number) {
        places.get(number).worker.kill();
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
        Place place = places.get(number);
        if (!place.opened) {
            Job.Open open = project.orElseThrow();
            aboutTexts =
                    worker.call(carefully ? open.carefully() : open, JobResult.Opened.class)
                            .decisions();
            place.opened = true;
        }
        return worker;
    }

    /// The worker in place `number`, a new one if the last one has died.
    private WorkerProcess ready(int number) {
        return ready(number, settings);
    }

    private WorkerProcess ready(int number, WorkerSettings with) {
        Place place = places.get(number);
        synchronized (place) {
            requireRunning();
            if (!place.worker.isAlive()) {
                retire(place);
                place.worker = WorkerProcess.start(number, with);
                place.restarts++;
                if (cancelled) {
                    place.worker.kill();
                }
                requireRunning();
            }
            return place.worker;
        }
    }

    /// @throws FailureException CANCELLED once cancelled
    public void requireRunning() {
        if (cancelled) {
            throw Failure.of(FailureKind.CANCELLED).asException();
        }
    }

    private static void retire(Place place) {
        place.worker.close();
        ProcessUsage usage = place.worker.usage();
        place.pastCpuMs += usage.cpuMs();
        place.pastPeakBytes = Math.max(place.pastPeakBytes, usage.peakMemoryBytes());
        place.opened = false;
    }

    /// What opening the project told; the same from every worker.
    public List<Decision> aboutTexts() {
        return aboutTexts;
    }

    /// Ends all workers at once; whoever waits for one gets CANCELLED.
    public void cancel() {
        cancelled = true;
        places.forEach(place -> place.worker.kill());
    }

    /// What each place has used.
    public List<ExportEvent.WorkerUse> usage() {
        List<ExportEvent.WorkerUse> uses = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            synchronized (place) {
                ProcessUsage usage = place.worker.usage();
                uses.add(
                        new ExportEvent.WorkerUse(
                                i,
                                place.pastCpuMs + usage.cpuMs(),
                                Math.max(place.pastPeakBytes, usage.peakMemoryBytes()),
                                place.restarts));
            }
        }
        return uses;
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
        places.parallelStream().forEach(place -> place.worker.close());
    }
}
