package com.autoclipr.export.metrics;

import com.autoclipr.export.job.PipelineLoad;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.Optional;

/// Gauges of the [PipelineLoad] while frames are made; all are 0 before and after.
final class LoadMetrics {
    private static final PipelineLoad NONE =
            new PipelineLoad(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty());

    private final Gauge framesPerSecond;
    private final Gauge threads;
    private final Gauge ringFrames;
    private final Gauge ringSlots;
    private final Gauge workersBusy;
    private final Gauge workers;

    LoadMetrics(PrometheusRegistry registry) {
        framesPerSecond =
                gauge("autoclipr_export_frames_per_second", "Frames encoded per second now")
                        .register(registry);
        threads =
                gauge(
                                "autoclipr_export_thread_time_ratio",
                                "Share of the drawing and encoding threads' time now, by work")
                        .labelNames("thread", "work")
                        .unit(Unit.RATIO)
                        .register(registry);
        ringFrames =
                gauge("autoclipr_export_ring_frames", "Drawn frames that wait to be encoded now")
                        .register(registry);
        ringSlots =
                gauge("autoclipr_export_ring_slots", "Slots for frames in the rings of all workers")
                        .register(registry);
        workersBusy =
                gauge("autoclipr_export_workers_busy", "Workers that have work now")
                        .register(registry);
        workers =
                gauge("autoclipr_export_workers", "Workers that make frames now")
                        .register(registry);
        clear();
    }

    private static Gauge.Builder gauge(String name, String help) {
        return Gauge.builder().name(name).help(help);
    }

    /// No frames are made.
    void clear() {
        set(NONE);
    }

    void set(PipelineLoad load) {
        framesPerSecond.set(load.framesPerSecond());
        ratio("draw", "decode", load.decodePercent());
        ratio("draw", "draw", load.drawPercent());
        ratio("draw", "wait", load.drawWaitPercent());
        ratio("encode", "encode", load.encodePercent());
        ratio("encode", "wait", load.encodeWaitPercent());
        ringFrames.set((double) load.ringFrames());
        ringSlots.set((double) load.ringSlots());
        workersBusy.set((double) load.workersBusy());
        workers.set((double) load.workers());
    }

    private void ratio(String thread, String work, int percent) {
        threads.labelValues(thread, work).set(percent / 100.0);
    }
}
