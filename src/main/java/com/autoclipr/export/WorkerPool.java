package com.autoclipr.export;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.Decision;
import com.autoclipr.worker.Job;
import com.autoclipr.worker.JobResult;
import com.autoclipr.worker.ProcessUsage;
import com.autoclipr.worker.WorkerProcess;
import com.autoclipr.worker.WorkerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The workers of one export, by place: a worker that died is replaced in its place. Owns the
/// processes.
///
/// Safe for several threads: [#cancel()] may come from any.
final class WorkerPool implements AutoCloseable {
    private final WorkerSettings settings;
    private final List<Place> places = new ArrayList<>();
    private volatile Optional<Job.Open> project = Optional.empty();
    private volatile List<Decision> aboutTexts = List.of();
    private boolean cancelled;

    private static final class Place {
        private WorkerProcess worker;
        private boolean opened;
        private long pastCpuMs;
        private long pastPeakBytes;
        private int restarts;

        Place(WorkerProcess worker) {
            this.worker = worker;
        }
    }

    /// Starts the processes; they load their libraries while the caller goes on.
    WorkerPool(int count, WorkerSettings settings) {
        this.settings = settings;
        for (int i = 0; i < count; i++) {
            places.add(new Place(WorkerProcess.start(i, settings)));
        }
    }

    int size() {
        return places.size();
    }

    /// Says which project all workers are for, before the first call of [#opened(int)].
    void use(Job.Open open) {
        project = Optional.of(open);
    }

    /// The worker in place `number`, with the project open; a new one if the last one has died.
    ///
    /// @throws FailureException CANCELLED once cancelled
    WorkerProcess opened(int number) throws InterruptedException {
        WorkerProcess worker = ready(number);
        Place place = places.get(number);
        if (!place.opened) {
            aboutTexts = worker.call(project.orElseThrow(), JobResult.Opened.class).decisions();
            place.opened = true;
        }
        return worker;
    }

    /// The worker in place `number`, a new one if the last one has died.
    synchronized WorkerProcess ready(int number) {
        requireRunning();
        Place place = places.get(number);
        if (!place.worker.isAlive()) {
            retire(place);
            place.worker = WorkerProcess.start(number, settings);
            place.restarts++;
        }
        return place.worker;
    }

    /// @throws FailureException CANCELLED once cancelled
    synchronized void requireRunning() {
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
    List<Decision> aboutTexts() {
        return aboutTexts;
    }

    /// Ends all workers at once; whoever waits for one gets CANCELLED.
    synchronized void cancel() {
        cancelled = true;
        places.forEach(place -> place.worker.kill());
    }

    /// What each place has used.
    synchronized List<ExportEvent.WorkerUse> usage() {
        List<ExportEvent.WorkerUse> uses = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            ProcessUsage usage = place.worker.usage();
            uses.add(
                    new ExportEvent.WorkerUse(
                            i,
                            place.pastCpuMs + usage.cpuMs(),
                            Math.max(place.pastPeakBytes, usage.peakMemoryBytes()),
                            place.restarts));
        }
        return uses;
    }

    @Override
    public void close() {
        places.parallelStream().forEach(place -> place.worker.close());
    }
}
