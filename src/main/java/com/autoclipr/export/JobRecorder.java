package com.autoclipr.export;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportJob;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.job.StampedEvent;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Tracks the status of an export: stamps each event, applies it to the job, and passes it to the
/// listener, one at a time and in order, from any thread.
final class JobRecorder implements Consumer<ExportEvent> {
    private static final Set<DecisionKind> ONCE =
            EnumSet.of(DecisionKind.DISK_SPACE_LOW, DecisionKind.OUTPUT_NEAR_LIMIT);

    private final List<Consumer<StampedEvent>> listeners;
    private final Instant start = Instant.now();
    private final long startNs = System.nanoTime();
    private final Set<Decision> decided = new LinkedHashSet<>();
    private volatile ExportJob job;

    JobRecorder(ExportId id, List<Consumer<StampedEvent>> listeners) {
        this.listeners = List.copyOf(listeners);
        this.job = ExportJob.queued(id, now());
    }

    /// A decision is reported only once, and so is a warning whose figures change with every chunk.
    ///
    /// @throws IllegalStateException if the event is illegal in the current state
    @Override
    public synchronized void accept(ExportEvent event) {
        if (event instanceof ExportEvent.Decided(Decision decision) && !isNew(decision)) {
            return;
        }
        StampedEvent stamped = new StampedEvent(job.id(), now(), event);
        job = job.after(stamped);
        listeners.forEach(listener -> listener.accept(stamped));
    }

    private boolean isNew(Decision decision) {
        boolean warned =
                ONCE.contains(decision.kind())
                        && decided.stream().anyMatch(known -> known.kind() == decision.kind());
        return !warned && decided.add(decision);
    }

    /// All decisions reported so far, in order.
    synchronized List<Decision> decisions() {
        return List.copyOf(decided);
    }

    void become(ExportState next) {
        accept(new ExportEvent.StateChanged(next));
    }

    /// The current status; never blocks.
    ExportJob job() {
        return job;
    }

    /// Milliseconds in each state so far, without the time in the queue.
    synchronized Map<String, Long> stageMs() {
        Map<String, Long> all = new LinkedHashMap<>();
        job.stageTimesAt(now())
                .forEach(
                        (state, time) -> {
                            if (state != ExportState.QUEUED) {
                                all.put(state.token(), time.toMillis());
                            }
                        });
        return all;
    }

    /// The time from a monotonic clock.
    private Instant now() {
        return start.plusNanos(System.nanoTime() - startNs).truncatedTo(ChronoUnit.MILLIS);
    }
}
