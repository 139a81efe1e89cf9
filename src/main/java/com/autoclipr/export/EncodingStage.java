package com.autoclipr.export;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.Decision;
import com.autoclipr.plan.Chunk;
import com.autoclipr.plan.ExportPlan;
import com.autoclipr.worker.Answers;
import com.autoclipr.worker.Job;
import com.autoclipr.worker.JobResult;
import com.autoclipr.worker.WorkerProcess;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Draws and encodes every chunk that is not in the store, and the sound track beside them; one
/// thread for each worker.
///
/// A worker has at most two chunks at once: the one it works on and the next, so that it never
/// waits for the controller. A chunk whose worker died goes back and is tried again.
final class EncodingStage {
    private static final int CHUNKS_AHEAD = 2;
    private static final int MOST_ATTEMPTS = 3;

    private final ExportPlan plan;
    private final UnchangedSources unchanged;
    private final ChunkLease store;
    private final WorkerPool pool;
    private final Consumer<ExportEvent> listener;
    private final FrameCount frames;
    private final SizeLimit sizeLimit;

    private final List<Chunk> reused = new ArrayList<>();
    private final ChunkRuns runs;
    private final Map<Integer, Integer> attempts = new TreeMap<>();
    private final Map<Integer, Integer> lastChunkOfWorker = new TreeMap<>();
    private final Set<Decision> decisions = new LinkedHashSet<>();
    private final WorkTotals totals = new WorkTotals();
    private final boolean soundReused;
    private boolean soundWaiting;
    private int soundAttempts;
    private @Nullable FailureException failure;

    EncodingStage(
            ExportPlan plan,
            UnchangedSources unchanged,
            ChunkLease store,
            WorkerPool pool,
            Consumer<ExportEvent> listener) {
        this.plan = plan;
        this.unchanged = unchanged;
        this.store = store;
        this.pool = pool;
        this.listener = listener;
        this.frames = new FrameCount(plan.frameCount(), listener);
        this.sizeLimit = new SizeLimit(plan.frameCount());
        StoredWork storedWork = new StoredWork(store);
        List<Integer> missing = new ArrayList<>();
        for (Chunk chunk : plan.chunks()) {
            Optional<StoredWork.Found> stored = storedWork.chunk(chunk);
            if (stored.isPresent()) {
                sizeLimit.add(chunk.frames().count(), stored.get().file());
                reused.add(chunk);
                decisions.addAll(stored.get().decisions());
            } else {
                missing.add(chunk.index());
            }
        }
        totals.reused(reused.size());
        this.runs = new ChunkRuns(missing);
        boolean sound = plan.project().output().audio();
        Optional<StoredWork.Found> storedSound =
                sound ? storedWork.sound(plan.soundKey()) : Optional.empty();
        this.soundReused = storedSound.isPresent();
        this.soundWaiting = sound && !soundReused;
        storedSound.ifPresent(found -> decisions.addAll(found.decisions()));
    }

    /// Returns when everything is in the store.
    void run() throws InterruptedException {
        listener.accept(
                new ExportEvent.Planned(
                        plan.frameCount(),
                        plan.chunks().size(),
                        reused.size(),
                        plan.size().width(),
                        plan.size().height(),
                        plan.frameRate().toString()));
        for (Chunk chunk : reused) {
            frames.set(chunk.index(), chunk.frames().count());
            listener.accept(
                    new ExportEvent.ChunkDone(
                            chunk.index(), true, chunk.frames().count(), Optional.empty()));
        }
        if (soundReused) {
            listener.accept(new ExportEvent.SoundDone(true, 0));
        }
        List<Thread> threads =
                IntStream.range(0, pool.size())
                        .mapToObj(
                                number ->
                                        Thread.ofVirtual()
                                                .name("feed-" + number)
                                                .start(() -> feed(number)))
                        .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        FailureException met = failure();
        if (met != null) {
            throw met;
        }
    }

    synchronized List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    WorkTotals totals() {
        return totals;
    }

    private synchronized @Nullable FailureException failure() {
        return failure;
    }

    /// Work handed to a worker.
    ///
    /// @param chunk the chunk; null: the sound track
    private record Given(@Nullable Chunk chunk, Path staged, CompletableFuture<JobResult> answer) {}

    private void feed(int number) {
        Deque<Given> given = new ArrayDeque<>();
        try {
            while (failure() == null) {
                while (given.size() < CHUNKS_AHEAD && give(number, given)) {
                    // up to the limit
                }
                if (given.isEmpty()) {
                    return;
                }
                Given first = given.removeFirst();
                try {
                    accept(number, first, Answers.await(first.answer()));
                } catch (FailureException e) {
                    giveBack(first, e, true);
                    if (e.failure().kind() != FailureKind.DISK_FULL) {
                        // The worker is gone, and with it what it had not begun.
                        given.forEach(rest -> giveBack(rest, e, false));
                        given.clear();
                    }
                }
            }
        } catch (FailureException e) {
            stop(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop(Failure.of(FailureKind.CANCELLED).asException());
        } catch (RuntimeException e) {
            stop(new FailureException(Failure.of(FailureKind.INTERNAL, "detail", e.toString()), e));
        }
    }

    /// Hands the next piece of work over, if there is one.
    private boolean give(int number, Deque<Given> given) throws InterruptedException {
        boolean sound;
        Chunk chunk = null;
        synchronized (this) {
            sound = soundWaiting;
            if (sound) {
                soundWaiting = false;
            } else {
                OptionalInt next = nextChunk(number);
                if (next.isEmpty()) {
                    return false;
                }
                chunk = plan.chunks().get(next.getAsInt());
            }
        }
        Path staged = store.stage(chunk == null ? plan.soundKey() : chunk.key());
        try {
            WorkerProcess worker = pool.opened(number);
            given.addLast(
                    new Given(chunk, staged, worker.submit(job(chunk, staged), counting(chunk))));
        } catch (FailureException e) {
            CompletableFuture<JobResult> failed = CompletableFuture.failedFuture(e);
            given.addLast(new Given(chunk, staged, failed));
        }
        return true;
    }

    private Job job(@Nullable Chunk chunk, Path staged) {
        return chunk == null
                ? new Job.EncodeSound(plan.soundKey(), staged)
                : new Job.EncodeChunk(chunk.index(), chunk.key(), chunk.frames(), staged);
    }

    private LongConsumer counting(@Nullable Chunk chunk) {
        return chunk == null ? _ -> {} : count -> frames.set(chunk.index(), count);
    }

    private OptionalInt nextChunk(int number) {
        Integer previous = lastChunkOfWorker.get(number);
        List<Integer> others =
                lastChunkOfWorker.entrySet().stream()
                        .filter(entry -> entry.getKey() != number)
                        .map(Map.Entry::getValue)
                        .toList();
        OptionalInt next =
                runs.next(
                        previous == null ? OptionalInt.empty() : OptionalInt.of(previous), others);
        next.ifPresent(chunk -> lastChunkOfWorker.put(number, chunk));
        return next;
    }

    private void accept(int number, Given given, JobResult result) {
        Chunk chunk = given.chunk();
        switch (result) {
            case JobResult.ChunkEncoded encoded when chunk != null -> {
                unchanged.require();
                Path file = store.put(chunk.key(), given.staged());
                frames.set(chunk.index(), chunk.frames().count());
                sizeLimit.add(chunk.frames().count(), file);
                note(encoded.decisions());
                listener.accept(
                        new ExportEvent.ChunkDone(
                                chunk.index(),
                                false,
                                chunk.frames().count(),
                                Optional.of(totals.add(number, encoded))));
            }
            case JobResult.SoundEncoded sound when chunk == null -> {
                unchanged.require();
                store.put(plan.soundKey(), given.staged());
                note(sound.decisions());
                totals.sound(sound.elapsedNs());
                listener.accept(new ExportEvent.SoundDone(false, sound.elapsedNs() / 1_000_000));
            }
            default -> throw Answers.unexpected(result);
        }
    }

    private synchronized void note(List<Decision> met) {
        for (Decision decision : met) {
            if (decisions.add(decision)) {
                listener.accept(new ExportEvent.Decided(decision));
            }
        }
    }

    /// Puts work back to be tried again; stops the export when that is of no use.
    ///
    /// @param charged whether this counts as an attempt
    private void giveBack(Given given, FailureException cause, boolean charged) {
        Chunk chunk = given.chunk();
        synchronized (this) {
            int attempt = attempt(chunk, charged ? 1 : 0);
            boolean again = cause.failure().kind().retryable() && attempt < MOST_ATTEMPTS;
            if (!again) {
                stop(
                        chunk == null
                                ? cause
                                : new FailureException(
                                        cause.failure()
                                                .with("chunk", Integer.toString(chunk.index())),
                                        cause));
                return;
            }
            if (chunk == null) {
                soundWaiting = true;
                return;
            }
            runs.giveBack(chunk.index());
            frames.set(chunk.index(), 0);
            listener.accept(new ExportEvent.ChunkRetried(chunk.index(), attempt, cause.failure()));
        }
    }

    private int attempt(@Nullable Chunk chunk, int added) {
        if (chunk == null) {
            soundAttempts += added;
            return soundAttempts;
        }
        return attempts.merge(chunk.index(), added, Integer::sum);
    }

    /// The first failure is the export's; the other threads end as soon as they see it.
    private void stop(FailureException reason) {
        synchronized (this) {
            if (failure != null) {
                return;
            }
            failure = reason;
        }
        pool.cancel();
    }
}
