package com.autoclipr.export;

import com.autoclipr.export.job.Bottleneck;
import com.autoclipr.export.job.PipelineLoad;
import com.autoclipr.export.workers.WorkerActivity;
import com.autoclipr.worker.protocol.PipelineSample;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Measures the load of the workers' pipelines while chunks are encoded. For one thread.
final class PipelineMeter {
    /// Covers several samples of every worker, which arrive at least once a second.
    private static final long WINDOW_NS = Duration.ofSeconds(4).toNanos();

    private final Supplier<List<WorkerActivity>> workers;
    private final LongSupplier clockNs;
    private final Map<Integer, WorkerActivity> lastOfPlace = new HashMap<>();
    private final Deque<Reading> window = new ArrayDeque<>();
    private Times times = Times.NONE;
    private Optional<Reading> firstFrames = Optional.empty();

    /// Everything counted so far.
    private record Reading(long atNs, long framesEncoded, Times times) {}

    /// Nanoseconds, summed over workers and those that they replaced.
    private record Times(long decode, long draw, long drawWait, long encode, long encodeWait) {
        static final Times NONE = new Times(0, 0, 0, 0, 0);

        static Times of(PipelineSample sample) {
            return new Times(
                    sample.decodeNs(),
                    sample.drawNs(),
                    sample.drawWaitNs(),
                    sample.encodeNs(),
                    sample.encodeWaitNs());
        }

        Times plus(Times more) {
            return new Times(
                    decode + more.decode,
                    draw + more.draw,
                    drawWait + more.drawWait,
                    encode + more.encode,
                    encodeWait + more.encodeWait);
        }

        Times minus(Times less) {
            return new Times(
                    decode - less.decode,
                    draw - less.draw,
                    drawWait - less.drawWait,
                    encode - less.encode,
                    encodeWait - less.encodeWait);
        }

        long drawingThread() {
            return decode + draw + drawWait;
        }

        long encodingThread() {
            return encode + encodeWait;
        }
    }

    /// @param workers what they do now, by place
    /// @param clockNs nanoseconds from any moment
    PipelineMeter(Supplier<List<WorkerActivity>> workers, LongSupplier clockNs) {
        this.workers = workers;
        this.clockNs = clockNs;
        window.addLast(new Reading(clockNs.getAsLong(), 0, Times.NONE));
    }

    /// The load now: in the last seconds, or since this was created.
    ///
    /// @param framesEncoded so far, by this export
    PipelineLoad load(long framesEncoded) {
        List<WorkerActivity> now = workers.get();
        for (int place = 0; place < now.size(); place++) {
            add(place, now.get(place));
        }
        Reading reading = new Reading(clockNs.getAsLong(), framesEncoded, times);
        if (firstFrames.isEmpty() && framesEncoded > 0) {
            firstFrames = Optional.of(reading);
        }
        while (window.size() > 1 && reading.atNs() - second(window).atNs() >= WINDOW_NS) {
            window.removeFirst();
        }
        Reading before = window.getFirst();
        window.addLast(reading);
        return load(before, reading, now);
    }

    private static Reading second(Deque<Reading> readings) {
        return readings.stream().skip(1).findFirst().orElseThrow();
    }

    /// A worker that replaces another starts at zero.
    private void add(int place, WorkerActivity activity) {
        Optional<PipelineSample> sample = activity.pipeline();
        if (sample.isEmpty()) {
            return;
        }
        Times known =
                Optional.ofNullable(lastOfPlace.put(place, activity))
                        .filter(last -> last.pid() == activity.pid())
                        .flatMap(WorkerActivity::pipeline)
                        .map(Times::of)
                        .orElse(Times.NONE);
        times = times.plus(Times.of(sample.get()).minus(known));
    }

    private PipelineLoad load(Reading before, Reading now, List<WorkerActivity> activities) {
        Times spent = now.times().minus(before.times());
        int ringFrames = 0;
        int ringSlots = 0;
        int busy = 0;
        for (WorkerActivity activity : activities) {
            busy += activity.busy() ? 1 : 0;
            ringFrames += activity.pipeline().map(PipelineSample::ringFrames).orElse(0);
            ringSlots += activity.pipeline().map(PipelineSample::ringSlots).orElse(0);
        }
        // Workers start and open the project before the first frame.
        Reading first = firstFrames.orElse(now);
        return new PipelineLoad(
                framesPerSecond(before.atNs() <= first.atNs() ? first : before, now),
                framesPerSecond(first, now),
                percent(spent.decode(), spent.drawingThread()),
                percent(spent.draw(), spent.drawingThread()),
                percent(spent.drawWait(), spent.drawingThread()),
                ringFrames,
                ringSlots,
                percent(spent.encode(), spent.encodingThread()),
                percent(spent.encodeWait(), spent.encodingThread()),
                busy,
                activities.size(),
                slowest(spent, activities));
    }

    /// Rounded to a tenth. A chunk that failed takes its frames back.
    private static double framesPerSecond(Reading before, Reading now) {
        double seconds = (now.atNs() - before.atNs()) / 1e9;
        double frames = Math.max(0, now.framesEncoded() - before.framesEncoded());
        return seconds <= 0 ? 0 : Math.round(frames / seconds * 10) / 10.0;
    }

    private static int percent(long part, long whole) {
        return whole <= 0 ? 0 : (int) Math.round(part * 100.0 / whole);
    }

    /// By the rule of [Bottlenecks]: the side of the ring that the other one waits for.
    private Optional<Bottleneck.Kind> slowest(Times spent, List<WorkerActivity> activities) {
        if (spent.drawingThread() + spent.encodingThread() <= 0) {
            return activities.stream().anyMatch(WorkerActivity::audio)
                    ? Optional.of(Bottleneck.Kind.AUDIO)
                    : Optional.empty();
        }
        if (spent.drawWait() >= spent.encodeWait()) {
            return Optional.of(Bottleneck.Kind.ENCODING);
        }
        return Optional.of(
                spent.decode() >= spent.draw()
                        ? Bottleneck.Kind.DECODING
                        : Bottleneck.Kind.DRAWING);
    }
}
