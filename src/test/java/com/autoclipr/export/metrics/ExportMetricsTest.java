package com.autoclipr.export.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.export.job.EventExamples;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.job.PipelineLoad;
import com.autoclipr.export.job.StampedEvent;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportMetricsTest {
    private static final Instant START = Instant.parse("2026-03-14T15:09:26Z");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-z_]+)(\\{[^}]*\\})? ([-+0-9.eE]+|NaN|\\+Inf)");

    private static final Pattern LOAD =
            Pattern.compile(
                    "autoclipr_export_(frames_per_second|thread_time_ratio.*|ring_(frames|slots)"
                            + "|workers(_busy)?)");

    @TempDir private Path folder;

    private static ExportMetrics after(ExportEvent... events) {
        ExportMetrics metrics = new ExportMetrics();
        long second = 0;
        for (ExportEvent event : events) {
            metrics.accept(new StampedEvent(EventExamples.ID, START.plusSeconds(second++), event));
        }
        return metrics;
    }

    private static String text(ExportMetrics metrics) {
        return new String(metrics.text(), StandardCharsets.UTF_8);
    }

    private static double value(Map<String, Double> samples, String name) {
        return samples.getOrDefault(name, Double.NaN);
    }

    private static Map<String, Double> samples(String text) {
        Map<String, Double> samples = new TreeMap<>();
        for (String line : text.lines().toList()) {
            Matcher sample = SAMPLE.matcher(line);
            if (sample.matches()) {
                String labels = sample.group(2);
                samples.put(
                        sample.group(1) + (labels == null ? "" : labels),
                        Double.valueOf(sample.group(3)));
            }
        }
        return samples;
    }

    @Test
    void aSuccessIsCounted() {
        ExportEvent.Effort effort = new ExportEvent.Effort(1, 9876, 110, 220, 330, 40, 50, 6, 7);
        Map<String, Double> samples =
                samples(
                        text(
                                after(
                                        new ExportEvent.StateChanged(ExportState.PREPARING),
                                        new ExportEvent.StateChanged(ExportState.RENDERING),
                                        new ExportEvent.Planned(60, 2, 1, 720, 1280, "30"),
                                        new ExportEvent.ChunkDone(0, true, 30, Optional.empty()),
                                        new ExportEvent.Retried(
                                                Optional.of(1),
                                                1,
                                                Failure.of(FailureKind.WORKER_DIED)),
                                        new ExportEvent.Retried(
                                                Optional.empty(),
                                                1,
                                                Failure.of(FailureKind.WORKER_STALLED)),
                                        new ExportEvent.ChunkDone(
                                                1, false, 30, Optional.of(effort)),
                                        new ExportEvent.Used(
                                                List.of(
                                                        new ExportEvent.WorkerUse(
                                                                0, 1500, 300_000_000, 1)),
                                                900,
                                                100_000_000),
                                        new ExportEvent.StateChanged(ExportState.SUCCEEDED))));
        assertEquals(30, value(samples, "autoclipr_export_frames_total{origin=\"encoded\"}"));
        assertEquals(1, value(samples, "autoclipr_export_chunks_total{origin=\"reused\"}"));
        assertEquals(
                1, value(samples, "autoclipr_export_chunk_retries_total{kind=\"worker-died\"}"));
        assertEquals(
                1, value(samples, "autoclipr_export_audio_retries_total{kind=\"worker-stalled\"}"));
        assertEquals(0.33, value(samples, "autoclipr_chunk_encode_seconds_sum"), 1e-9);
        assertEquals(1, value(samples, "autoclipr_chunk_encode_seconds_count"));
        assertEquals(1, value(samples, "autoclipr_chunk_encode_seconds_bucket{le=\"0.5\"}"));
        assertEquals(0, value(samples, "autoclipr_chunk_encode_seconds_bucket{le=\"0.25\"}"));
        assertEquals(9876, value(samples, "autoclipr_export_chunk_bytes_total"));
        assertEquals(
                0.04,
                value(samples, "autoclipr_export_ring_wait_seconds_total{side=\"draw\"}"),
                1e-9);
        assertEquals(
                6, value(samples, "autoclipr_export_layer_cache_requests_total{result=\"hit\"}"));
        assertEquals(1.5, value(samples, "autoclipr_export_cpu_seconds{process=\"worker-0\"}"));
        assertEquals(1, value(samples, "autoclipr_export_stage_seconds{stage=\"preparing\"}"));
        assertEquals(7, value(samples, "autoclipr_export_stage_seconds{stage=\"rendering\"}"));
        assertEquals(1, value(samples, "autoclipr_exports_total{kind=\"\",result=\"succeeded\"}"));
    }

    @Test
    void theLoadIsShownWhileFramesAreMade() {
        PipelineLoad load =
                new PipelineLoad(31.2, 28.5, 41, 33, 26, 15, 16, 98, 2, 1, 2, Optional.empty());
        ExportMetrics metrics =
                after(
                        new ExportEvent.StateChanged(ExportState.PREPARING),
                        new ExportEvent.StateChanged(ExportState.RENDERING),
                        new ExportEvent.FramesDone(20, 60, Optional.of(load)));
        Map<String, Double> shown = load(metrics);
        assertEquals(
                Map.of(
                        "autoclipr_export_frames_per_second", 31.2,
                        "autoclipr_export_thread_time_ratio{thread=\"draw\",work=\"decode\"}", 0.41,
                        "autoclipr_export_thread_time_ratio{thread=\"draw\",work=\"draw\"}", 0.33,
                        "autoclipr_export_thread_time_ratio{thread=\"draw\",work=\"wait\"}", 0.26,
                        "autoclipr_export_thread_time_ratio{thread=\"encode\",work=\"encode\"}",
                                0.98,
                        "autoclipr_export_thread_time_ratio{thread=\"encode\",work=\"wait\"}", 0.02,
                        "autoclipr_export_ring_frames", 15.0,
                        "autoclipr_export_ring_slots", 16.0,
                        "autoclipr_export_workers_busy", 1.0,
                        "autoclipr_export_workers", 2.0),
                shown);
        metrics.accept(
                new StampedEvent(
                        EventExamples.ID,
                        START.plusSeconds(9),
                        new ExportEvent.StateChanged(ExportState.ASSEMBLING)));
        assertEquals(Set.of(0.0), Set.copyOf(load(metrics).values()));
    }

    private static Map<String, Double> load(ExportMetrics metrics) {
        Map<String, Double> load = samples(text(metrics));
        load.keySet().removeIf(name -> !LOAD.matcher(name).matches());
        return load;
    }

    @Test
    void aFailureIsCountedByKind() {
        Map<String, Double> samples =
                samples(
                        text(
                                after(
                                        new ExportEvent.Failed(
                                                Failure.of(FailureKind.DISK_FULL), List.of()),
                                        new ExportEvent.StateChanged(ExportState.FAILED))));
        assertEquals(
                1, value(samples, "autoclipr_exports_total{kind=\"disk-full\",result=\"failed\"}"));
    }

    /// Every line is a comment or a sample, and each family has its help and type before it.
    @Test
    void theTextKeepsTheFormatsRules() {
        String text = text(after(EventExamples.all().toArray(ExportEvent[]::new)));
        List<String> wrong = new ArrayList<>();
        String family = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("# TYPE ")) {
                family = line.split(" ")[2];
            } else if (!line.startsWith("# HELP ")
                    && !(SAMPLE.matcher(line).matches() && line.startsWith(family))) {
                wrong.add(line);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(text.endsWith("\n"));
    }

    @Test
    void everyMetricIsInTheManual() throws IOException {
        String manual = Files.readString(Path.of("docs/operating.md"));
        Pattern name = Pattern.compile("(?m)^# TYPE (\\S+) ");
        List<String> missing =
                name.matcher(text(after(EventExamples.all().toArray(ExportEvent[]::new))))
                        .results()
                        .map(type -> type.group(1))
                        .filter(metric -> !manual.contains("`" + metric + "`"))
                        .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void theFileIsWhole() throws IOException {
        Path file = folder.resolve("m.prom");
        ExportMetrics metrics = after(new ExportEvent.Planned(60, 2, 1, 720, 1280, "30"));
        try (MetricsFile _ = new MetricsFile(file, metrics)) {
            metrics.accept(
                    new StampedEvent(
                            EventExamples.ID,
                            START,
                            new ExportEvent.ChunkDone(0, true, 30, Optional.empty())));
        }
        assertEquals(
                1,
                value(
                        samples(Files.readString(file)),
                        "autoclipr_export_chunks_total{origin=\"reused\"}"));
        try (var left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }
}
