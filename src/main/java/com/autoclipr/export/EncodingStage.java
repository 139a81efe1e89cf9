package com.autoclipr.export;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.output.FreeSpace;
import com.autoclipr.export.output.SizeLimit;
import com.autoclipr.export.prepare.UnchangedSources;
import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.export.workers.WorkerPool;
import com.autoclipr.export.workers.Worklist;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.UnexpectedErrors;
import com.autoclipr.plan.Chunk;
import com.autoclipr.plan.ExportPlan;
import com.autoclipr.worker.LogContext;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.JobResult;
import com.autoclipr.worker.supervisor.Responses;
import com.autoclipr.worker.supervisor.WorkerProcess;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws and encodes every chunk that is not in the store, and the audio track beside them; one
/// thread for each worker.
///
/// A worker has at most two chunks at once: the one it works on and the next, so that it never
/// waits for the controller. Work whose worker died goes back to the [Worklist], which says where
/// it is tried again.
final class EncodingStage {
    private static final Logger LOG = LoggerFactory.getLogger(EncodingStage.class);
    private static final int CHUNKS_AHEAD = 2;
    private static final long DYING_MS = 1000;

    private final ExportPlan plan;
    private final UnchangedSources unchanged;
    private final ChunkLease store;
    private final FreeSpace space;
    private final WorkerPool pool;
    private final Consumer<ExportEvent> listener;
    private final FrameCount frames;
    private final SizeLimit sizeLimit;

    private final List<Reused> reused = new ArrayList<>();
    private final Worklist work;
    private final WorkTotals totals;
    private final Optional<List<Decision>> reusedSound;
    private @Nullable FailureException failure;

    /// A chunk that the store had.
    private record Reused(Chunk chunk, List<Decision> decisions) {}

    /// @param listener also receives decisions, some repeatedly
    EncodingStage(
            ExportPlan plan,
            UnchangedSources unchanged,
            EncodingContext means,
            Consumer<ExportEvent> listener) {
        this.plan = plan;
        this.unchanged = unchanged;
        this.store = means.store();
        this.space = means.space();
        this.pool = means.pool();
        this.totals = means.totals();
        this.listener = listener;
        this.sizeLimit =
                new SizeLimit(SizeLimit.MOST_BYTES, plan.frameCount(), FreeSpace.soundBytes(plan));
        StoredWork storedWork = new StoredWork(store);
        List<Integer> missing = new ArrayList<>();
        for (Chunk chunk : plan.chunks()) {
            pool.requireRunning();
            Optional<StoredWork.Found> stored = storedWork.chunk(chunk);
            if (stored.isPresent()) {
                List<Decision> met =
                        new ArrayList<>(chunk.names().fromStored(stored.get().decisions()));
                sizeLimit.add(chunk.frames().count(), stored.get().bytes()).ifPresent(met::add);
                reused.add(new Reused(chunk, met));
            } else {
                missing.add(chunk.index());
            }
        }
        boolean sound = plan.project().output().audio();
        Optional<StoredWork.Found> storedSound =
                sound ? storedWork.sound(plan.soundKey()) : Optional.empty();
        this.reusedSound =
                storedSound.map(found -> plan.sound().names().fromStored(found.decisions()));
        this.work = new Worklist(pool.size(), missing, sound && reusedSound.isEmpty());
        PipelineMeter meter =
                new PipelineMeter(
                        pool::activity, () -> work.isInWork(Worklist.SOUND), System::nanoTime);
        this.frames = new FrameCount(plan.frameCount(), meter::load, listener);
        totals.reused(reused.size());
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
        frames.start();
        try {
            make();
        } finally {
            frames.end();
        }
        FailureException met = failure();
        if (met != null) {
            throw met;
        }
    }

    private void make() throws InterruptedException {
        for (Reused found : reused) {
            Chunk chunk = found.chunk();
            note(found.decisions());
            frames.reused(chunk.index(), chunk.frames().count());
            listener.accept(
                    new ExportEvent.ChunkDone(
                            chunk.index(), true, chunk.frames().count(), Optional.empty()));
        }
        reusedSound.ifPresent(
                met -> {
                    note(met);
                    listener.accept(new ExportEvent.AudioDone(true, 0));
                });
        List<Thread> threads =
                IntStream.range(0, pool.size())
                        .mapToObj(
                                number ->
                                        Thread.ofVirtual()
                                                .name("feed-" + number)
                                                .start(LogContext.carried(() -> feed(number))))
                        .toList();
        for (Thread thread : threads) {
            thread.join();
        }
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
            // A thread that ends silently would leave its chunks undone.
            stop(UnexpectedErrors.asFailure(e));
        } finally {
            given.forEach(EncodingStage::awaitEnd);
        }
    }

    /// The worker that may still write there has ended when its answer is complete.
    private static void awaitEnd(Given given) {
        try {
            given.answer().get(DYING_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.trace("{} was left by its worker: {}", given.staged(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        try {
            accept(number, first, Responses.await(first.answer()));
        } catch (FailureException e) {
            tryAgain(number, first.turn(), e);
            // The worker is gone, and with it what else it had been given.
            pool.end(number);
            for (Given rest : given) {
                awaitEnd(rest);
                work.lost(rest.turn());
            }
            given.clear();
            return;
        }
        if (sizeLimit.isTelling()) {
            space.during(sizeLimit.remainingBytes(), sizeLimit.predictedBytes())
                    .ifPresent(low -> note(List.of(low)));
        }
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
        if (!worthAnotherTry(failure.kind())) {
            throw new FailureException(known, cause);
        }
        if (!work.failed(turn, number)) {
            throw new FailureException(
                    known.with("attempts", Integer.toString(turn.attempt())), cause);
        }
        if (!sound) {
            frames.set(turn.work(), 0);
        }
        listener.accept(
                new ExportEvent.Retried(
                        sound ? Optional.empty() : Optional.of(turn.work()),
                        turn.attempt(),
                        failure));
    }

    private boolean worthAnotherTry(FailureKind kind) {
        return switch (kind.retry()) {
            case FRESH_WORKER -> true;
            case STORE -> theStoreHelps(kind);
            case USELESS -> false;
        };
    }

    /// A full disk only if the store could make room on it, a store that takes nothing only if
    /// there is another place.
    private boolean theStoreHelps(FailureKind kind) {
        if (kind == FailureKind.DISK_FULL) {
            return store.makeRoom();
        }
        return kind != FailureKind.NOT_WRITABLE || store.leaveStore();
    }

    private String keyOf(Worklist.Turn turn) {
        return turn.work() == Worklist.SOUND
                ? plan.soundKey()
                : plan.chunks().get(turn.work()).key();
    }

    private Job job(Worklist.Turn turn, Path staged) {
        return turn.work() == Worklist.SOUND
                ? new Job.EncodeAudio(plan.sound(), staged)
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
            case JobResult.AudioEncoded sound when index == Worklist.SOUND -> {
                unchanged.require();
                store.put(plan.soundKey(), given.staged());
                note(plan.sound().names().fromStored(sound.decisions()));
                totals.sound(sound.elapsedNs());
                listener.accept(new ExportEvent.AudioDone(false, sound.elapsedNs() / 1_000_000));
            }
            default -> throw Responses.unexpected(result);
        }
    }

    private void accept(int number, Chunk chunk, Path staged, JobResult.ChunkEncoded encoded) {
        unchanged.require();
        store.put(chunk.key(), staged);
        frames.set(chunk.index(), chunk.frames().count());
        note(chunk.names().fromStored(encoded.decisions()));
        sizeLimit
                .add(chunk.frames().count(), encoded.bytes())
                .ifPresent(near -> note(List.of(near)));
        listener.accept(
                new ExportEvent.ChunkDone(
                        chunk.index(),
                        false,
                        chunk.frames().count(),
                        Optional.of(totals.add(number, encoded))));
    }

    private void note(List<Decision> met) {
        met.forEach(decision -> listener.accept(new ExportEvent.Decided(decision)));
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
