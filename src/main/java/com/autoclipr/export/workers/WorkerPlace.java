package com.autoclipr.export.workers;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.worker.protocol.ProcessUsage;
import com.autoclipr.worker.supervisor.WorkerProcess;
import com.autoclipr.worker.supervisor.WorkerSettings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place of a [WorkerPool]: its slot and the worker that runs in it. Owns both. Used by one
/// thread at a time; [#kill()] may be called from any thread and never blocks.
final class WorkerPlace implements AutoCloseable {
    private final int number;
    private volatile @Nullable WorkerProcess worker;
    private volatile boolean killed;
    private WorkerSlots.@Nullable Slot slot;
    private @Nullable WorkerProcess opened;
    private long pastCpuMs;
    private long pastPeakBytes;
    private int started;

    /// @param number for logs and the report, from 0
    WorkerPlace(int number) {
        this.number = number;
    }

    synchronized void hold(WorkerSlots.Slot taken) {
        slot = taken;
    }

    synchronized boolean holdsSlot() {
        return slot != null;
    }

    /// Marks the slot as in use; false if there is none.
    synchronized boolean resume() {
        WorkerSlots.Slot held = slot;
        if (held != null && !held.resume()) {
            retire();
            slot = null;
        }
        return slot != null;
    }

    /// Releases the slot to others after a while.
    synchronized void rest(Duration linger) {
        WorkerSlots.Slot held = slot;
        if (held != null) {
            held.idle(linger, () -> retire(held));
        }
    }

    /// Whether the slot is lost or reclaimed.
    ///
    /// @param own what the slot is used for
    synchronized boolean isLeaving(WorkerSlots.Rank own) {
        WorkerSlots.Slot held = slot;
        return held == null || held.isWanted(own);
    }

    /// The worker, or a new one if it has died. The place must have a slot.
    ///
    /// @param requireRunning throws if no worker may be started any more
    synchronized WorkerProcess worker(WorkerSettings settings, Runnable requireRunning) {
        requireRunning.run();
        WorkerProcess present = worker;
        if (present != null && present.isAlive()) {
            return present;
        }
        retire();
        WorkerProcess fresh = WorkerProcess.start(number, settings);
        worker = fresh;
        started++;
        if (killed) {
            fresh.kill();
        }
        requireRunning.run();
        return fresh;
    }

    /// Whether `process` has the project open.
    synchronized boolean hasOpened(WorkerProcess process) {
        return opened == process;
    }

    synchronized void opened(WorkerProcess process) {
        opened = process;
    }

    synchronized void forgetProject() {
        opened = null;
    }

    /// Kills the worker; the slot is kept.
    void kill() {
        WorkerProcess present = worker;
        if (present != null) {
            present.kill();
        }
    }

    /// Kills the worker and every later one.
    void cancel() {
        killed = true;
        kill();
    }

    /// Ends the worker and releases the slot.
    synchronized void release() {
        retire();
        WorkerSlots.Slot held = slot;
        if (held != null) {
            held.close();
            slot = null;
        }
    }

    private synchronized void retire(WorkerSlots.Slot reclaimed) {
        if (slot == reclaimed) {
            retire();
            slot = null;
        }
    }

    private void retire() {
        WorkerProcess present = worker;
        if (present != null) {
            present.close();
            ProcessUsage usage = present.usage();
            pastCpuMs += usage.cpuMs();
            pastPeakBytes = Math.max(pastPeakBytes, usage.peakMemoryBytes());
            worker = null;
        }
        opened = null;
    }

    /// What the worker does at this moment; nothing if there is none.
    WorkerActivity activity() {
        WorkerProcess present = worker;
        return present == null
                ? WorkerActivity.NONE
                : new WorkerActivity(
                        present.pid(), present.isBusy(), present.hasAudio(), present.pipeline());
    }

    /// The resource usage of the workers here; empty if there was none.
    synchronized Optional<ExportEvent.WorkerUse> usage() {
        if (started == 0) {
            return Optional.empty();
        }
        WorkerProcess present = worker;
        ProcessUsage usage = present == null ? ProcessUsage.NONE : present.usage();
        return Optional.of(
                new ExportEvent.WorkerUse(
                        number,
                        pastCpuMs + usage.cpuMs(),
                        Math.max(pastPeakBytes, usage.peakMemoryBytes()),
                        started - 1));
    }

    @Override
    public void close() {
        release();
    }
}
