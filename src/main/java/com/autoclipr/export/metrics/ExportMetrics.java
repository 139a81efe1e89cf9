package com.autoclipr.export.metrics;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.job.StampedEvent;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Metrics of one export. Names and units follow Prometheus conventions: base units (seconds,
/// bytes), counters end in `_total`. Thread-safe.
public final class ExportMetrics implements Consumer<StampedEvent> {
    private static final double MS = 1e-3;
    private static final double[] CHUNK_SECONDS = {0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter results =
            counter("autoclipr_exports", "Exports ended, by result and kind of failure")
                    .labelNames("result", "kind")
                    .register(registry);
    private final Counter frames =
            counter("autoclipr_export_frames", "Frames of finished chunks, encoded or reused")
                    .labelNames("origin")
                    .register(registry);
    private final Gauge framesPlanned =
            gauge("autoclipr_export_frames_planned", "Frames of the output").register(registry);
    private final Counter chunks =
            counter("autoclipr_export_chunks", "Finished chunks, encoded or reused from the store")
                    .labelNames("origin")
                    .register(registry);
    private final Counter retries =
            counter("autoclipr_export_chunk_retries", "Retries of chunks, by kind of failure")
                    .labelNames("kind")
                    .register(registry);
    private final Counter audioRetries =
            counter(
                            "autoclipr_export_audio_retries",
                            "Retries of the audio track, by kind of failure")
                    .labelNames("kind")
                    .register(registry);
    private final Counter bytes =
            counter("autoclipr_export_chunk_bytes", "Bytes of the chunks encoded")
                    .unit(Unit.BYTES)
                    .register(registry);
    private final Gauge outputBytes =
            gauge("autoclipr_export_output_bytes", "Size of the finished file")
                    .unit(Unit.BYTES)
                    .register(registry);
    private final Histogram decode = seconds("decode", "Decoding the sources of a chunk");
    private final Histogram draw = seconds("draw", "Drawing a chunk, decoding excluded");
    private final Histogram encode = seconds("encode", "Encoding a chunk");
    private final Counter ringWait =
            counter(
                            "autoclipr_export_ring_wait_seconds",
                            "Waiting at the frame ring, by the side that waited")
                    .labelNames("side")
                    .unit(Unit.SECONDS)
                    .register(registry);
    private final Counter cache =
            counter("autoclipr_export_layer_cache_requests", "Rasters asked of the layer cache")
                    .labelNames("result")
                    .register(registry);
    private final Gauge audio =
            gauge("autoclipr_export_audio_seconds", "Mixing and encoding the audio")
                    .unit(Unit.SECONDS)
                    .register(registry);
    private final Gauge stage =
            gauge("autoclipr_export_stage_seconds", "Time spent in each stage that has ended")
                    .labelNames("stage")
                    .unit(Unit.SECONDS)
                    .register(registry);
    private final Gauge cpu =
            gauge("autoclipr_export_cpu_seconds", "Processor time by process")
                    .labelNames("process")
                    .unit(Unit.SECONDS)
                    .register(registry);
    private final Gauge memory =
            gauge("autoclipr_export_memory_peak_bytes", "Most resident memory by process")
                    .labelNames("process")
                    .unit(Unit.BYTES)
                    .register(registry);
    private final Gauge restarts =
            gauge("autoclipr_export_worker_restarts", "Workers started anew").register(registry);
    private final LoadMetrics load = new LoadMetrics(registry);

    private ExportState state = ExportState.QUEUED;
    private Instant stateAt = Instant.EPOCH;
    private String failureKind = "";

    private static Counter.Builder counter(String name, String help) {
        return Counter.builder().name(name).help(help);
    }

    private static Gauge.Builder gauge(String name, String help) {
        return Gauge.builder().name(name).help(help);
    }

    private Histogram seconds(String work, String help) {
        return Histogram.builder()
                .name("autoclipr_chunk_" + work + "_seconds")
                .help(help)
                .unit(Unit.SECONDS)
                .classicOnly()
                .classicUpperBounds(CHUNK_SECONDS)
                .register(registry);
    }

    /// The metrics so far, in text format 0.0.4.
    public byte[] text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen in memory
        }
        return out.toByteArray();
    }

    @Override
    public synchronized void accept(StampedEvent stamped) {
        switch (stamped.event()) {
            case ExportEvent.StateChanged changed -> become(changed.state(), stamped.at());
            case ExportEvent.Planned planned -> framesPlanned.set((double) planned.frames());
            case ExportEvent.ChunkDone chunk -> chunk(chunk);
            case ExportEvent.Retried retried ->
                    (retried.index().isPresent() ? retries : audioRetries)
                            .labelValues(retried.failure().kind().token())
                            .inc();
            case ExportEvent.AudioDone done -> audio.set(done.elapsedMs() * MS);
            case ExportEvent.Used used -> used(used);
            case ExportEvent.Finished finished -> outputBytes.set((double) finished.bytes());
            case ExportEvent.Failed failed -> failureKind = failed.failure().kind().token();
            case ExportEvent.FramesDone done -> done.pipeline().ifPresent(load::set);
            case ExportEvent.Requested _, ExportEvent.Decided _ -> {}
        }
    }

    private void become(ExportState next, Instant at) {
        if (state != ExportState.QUEUED) {
            stage.labelValues(state.token()).set(Duration.between(stateAt, at).toMillis() * MS);
        }
        state = next;
        stateAt = at;
        load.clear();
        if (next.isFinal()) {
            results.labelValues(next.token(), failureKind).inc();
        }
    }

    private void chunk(ExportEvent.ChunkDone chunk) {
        String origin = chunk.reused() ? "reused" : "encoded";
        chunks.labelValues(origin).inc();
        frames.labelValues(origin).inc(chunk.frames());
        chunk.effort().ifPresent(this::effort);
    }

    private void effort(ExportEvent.Effort effort) {
        bytes.inc(effort.bytes());
        decode.observe(effort.decodeMs() * MS);
        draw.observe(effort.drawMs() * MS);
        encode.observe(effort.encodeMs() * MS);
        ringWait.labelValues("draw").inc(effort.drawWaitMs() * MS);
        ringWait.labelValues("encode").inc(effort.encodeWaitMs() * MS);
        cache.labelValues("hit").inc(effort.cacheHits());
        cache.labelValues("miss").inc(effort.cacheMisses());
    }

    private void used(ExportEvent.Used used) {
        process("controller", used.controllerCpuMs(), used.controllerPeakMemoryBytes());
        long anew = 0;
        for (ExportEvent.WorkerUse worker : used.workers()) {
            process("worker-" + worker.worker(), worker.cpuMs(), worker.peakMemoryBytes());
            anew += worker.restarts();
        }
        restarts.set((double) anew);
    }

    private void process(String name, long cpuMs, long peakBytes) {
        cpu.labelValues(name).set(cpuMs * MS);
        memory.labelValues(name).set((double) peakBytes);
    }
}
