package com.autoclipr.export;

import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.Decision;
import com.autoclipr.plan.Chunk;
import com.autoclipr.plan.ExportPlan;
import com.autoclipr.plan.SliceNames;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Draws and encodes every chunk that is not in the store, and the sound track beside them; one
/// thread for each worker.
///
/// A worker has at most two chunks at once: the one it works on and the next, so that it never
/// waits for the controller. Work whose worker died goes back to the [Worklist], which says where
/// it is tried again.
final class EncodingStage {
    private static final int CHUNKS_AHEAD = 2;

    private final ExportPlan plan;
    private final UnchangedSources unchanged;
    private final ChunkLease store;
    private final WorkerPool pool;
    private final Consumer<ExportEvent> listener;
    private final FrameCount frames;
    private final SizeLimit sizeLimit;

    private final List<Chunk> reused = new ArrayList<>();
    private final Worklist work;
    private final Set<Decision> decisions = new LinkedHashSet<>();
    private final WorkTotals totals = new WorkTotals();
    private final boolean soundReused;
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
            pool.requireRunning();
            Optional<StoredWork.Found> stored = storedWork.chunk(chunk);
            if (stored.isPresent()) {
                sizeLimit.add(chunk.frames().count(), stored.get().file());
                reused.add(chunk);
                decisions.addAll(chunk.names().fromStored(stored.get().decisions()));
            } else {
                missing.add(chunk.index());
            }
        }
        totals.reused(reused.size());
        boolean sound = plan.project().output().audio();
        Optional<StoredWork.Found> storedSound =
                sound ? storedWork.sound(plan.soundKey()) : Optional.empty();
        this.soundReused = storedSound.isPresent();
        this.work = new Worklist(pool.size(), missing, sound && !soundReused);
        storedSound.ifPresent(
                found -> decisions.addAll(plan.sound().names().fromStored(found.decisions())));
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
            listener.accept(new ExportEvent.ChunkDone(chunk.index(), true));
        }
        if (soundReused) {
            listener.accept(new ExportEvent.SoundDone(true));
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
    private record Given(Worklist.Turn turn, Path staged, CompletableFuture<JobResult> answer) {}

    private void feed(int number) {
        Deque<Given> given = new ArrayDeque<>();
        try {
            while (failure() == null) {
                while (mayTake(given) && give(number, given)) {
                    // up to the limit
                }
                if (given.isEmpty()) {
                    return;
                }
                finish(number, given);
            }
        } catch (FailureException e) {
            stop(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop(Failure.of(FailureKind.CANCELLED).asException());
        } catch (Throwable e) {
            // A thread that ends without a word would leave its chunks undone.
            stop(Defects.asFailure(e));
        } finally {
            given.forEach(rest -> StagedFiles.removeLater(rest.answer(), rest.staged()));
        }
    }

    private static boolean mayTake(Deque<Given> given) {
        return given.size() < CHUNKS_AHEAD
                && (given.isEmpty() || given.getLast().turn().besideOthers());
    }

    /// Hands the next piece of work over, if there is one.
    private boolean give(int number, Deque<Given> given) throws InterruptedException {
        Optional<Worklist.Turn> next = work.take(number, given.isEmpty());
        if (next.isEmpty()) {
            return false;
        }
        Worklist.Turn turn = next.get();
        Path staged = store.stage(keyOf(turn));
        WorkerProcess worker = turn.alone() ? pool.openedAlone(number) : pool.opened(number);
        given.addLast(new Given(turn, staged, worker.submit(job(turn, staged), counting(turn))));
        return true;
    }

    /// Waits for the first of what a worker was given, and takes it in or has it tried again.
    private void finish(int number, Deque<Given> given) throws InterruptedException {
        Given first = given.removeFirst();
        JobResult result;
        try {
            result = Answers.await(first.answer());
        } catch (FailureException e) {
            StagedFiles.remove(first.staged());
            tryAgain(number, first.turn(), e);
            // The worker is gone, and with it what it had not begun.
            pool.end(number);
            for (Given rest : given) {
                StagedFiles.removeLater(rest.answer(), rest.staged());
                work.untouched(rest.turn());
            }
            given.clear();
            return;
        }
        accept(number, first, result);
        if (first.turn().alone()) {
            pool.end(number);
        }
        work.done(first.turn());
    }

    /// @throws FailureException if it is of no use
    private void tryAgain(int number, Worklist.Turn turn, FailureException cause) {
        pool.requireRunning();
        unchanged.require();
        Failure failure = cause.failure();
        boolean sound = turn.work() == Worklist.SOUND;
        Failure known = sound ? failure : failure.with("chunk", Integer.toString(turn.work()));
        if (!WorkerPool.mayPass(failure.kind())) {
            throw new FailureException(known, cause);
        }
        if (!work.failed(turn, number)) {
            throw new FailureException(
                    known.with("attempts", Integer.toString(turn.attempt())), cause);
        }
        if (!sound) {
            frames.set(turn.work(), 0);
            listener.accept(new ExportEvent.ChunkRetried(turn.work(), turn.attempt(), failure));
        }
    }

    private String keyOf(Worklist.Turn turn) {
        return turn.work() == Worklist.SOUND
                ? plan.soundKey()
                : plan.chunks().get(turn.work()).key();
    }

    private Job job(Worklist.Turn turn, Path staged) {
        return turn.work() == Worklist.SOUND
                ? new Job.EncodeSound(plan.sound(), staged)
                : new Job.EncodeChunk(plan.chunks().get(turn.work()), staged);
    }

    private LongConsumer counting(Worklist.Turn turn) {
        return turn.work() == Worklist.SOUND ? _ -> {} : count -> frames.set(turn.work(), count);
    }

    private void accept(int number, Given given, JobResult result) {
        int index = given.turn().work();
        switch (result) {
            case JobResult.ChunkEncoded encoded when index != Worklist.SOUND ->
                    accept(number, plan.chunks().get(index), given.staged(), encoded);
            case JobResult.SoundEncoded sound when index == Worklist.SOUND -> {
                unchanged.require();
                store.put(plan.soundKey(), given.staged());
                note(plan.sound().names(), sound.decisions());
                totals.sound(sound.elapsedNs());
                listener.accept(new ExportEvent.SoundDone(false));
            }
            default -> throw Answers.unexpected(result);
        }
    }

    private void accept(int number, Chunk chunk, Path staged, JobResult.ChunkEncoded encoded) {
        unchanged.require();
        Path file = store.put(chunk.key(), staged);
        frames.set(chunk.index(), chunk.frames().count());
        sizeLimit.add(chunk.frames().count(), file);
        note(chunk.names(), encoded.decisions());
        totals.add(number, encoded);
        listener.accept(new ExportEvent.ChunkDone(chunk.index(), false));
    }

    /// Notes what an export that takes the same from the store has to note, too.
    private synchronized void note(SliceNames names, List<Decision> met) {
        for (Decision decision : names.fromStored(names.toStored(met))) {
            if (decisions.add(decision)) {
                listener.accept(new ExportEvent.Decided(decision));
            }
        }
    }

    /// The first failure is the export's; the other threads end as soon as they see it.
    private void stop(FailureException reason) {
        synchronized (this) {
            if (failure != null) {
                return;
            }
            failure = reason;
        }
        work.stop();
        pool.cancel();
    }
}
