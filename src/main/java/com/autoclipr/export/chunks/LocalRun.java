package com.autoclipr.export.chunks;

import com.autoclipr.export.workers.WorkerPool;
import com.autoclipr.export.workers.Worklist;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.UnexpectedErrors;
import com.autoclipr.plan.AudioWork;
import com.autoclipr.plan.Chunk;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.JobResult;
import com.autoclipr.worker.supervisor.Responses;
import com.autoclipr.worker.supervisor.WorkerProcess;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one order in local workers: feeds them, one thread each, and retries failed work.
///
/// A worker has at most two chunks at once, the current and the next, so that it never waits for
/// the controller. Work of a dead worker returns to the [Worklist], which decides where it is
/// retried.
final class LocalRun {
    private static final Logger LOG = LoggerFactory.getLogger(LocalRun.class);
    private static final int CHUNKS_AHEAD = 2;
    private static final long DYING_MS = 1000;

    private final WorkerPool pool;
    private final LocalContents contents;
    private final ChunkOrder order;
    private final ChunkReceiver receiver;
    private final Map<Integer, Chunk> chunks = new LinkedHashMap<>();
    private final Worklist work;
    private @Nullable FailureException failure;

    LocalRun(WorkerPool pool, LocalContents contents, ChunkOrder order, ChunkReceiver receiver) {
        this.pool = pool;
        this.contents = contents;
        this.order = order;
        this.receiver = receiver;
        order.chunks().forEach(chunk -> chunks.put(chunk.index(), chunk));
        this.work =
                new Worklist(pool.size(), List.copyOf(chunks.keySet()), order.audio().isPresent());
    }

    /// As [ChunkExecutor#make].
    void run() throws InterruptedException {
        pool.everywhere(
                new WorkerPool.PlaceWork() {
                    @Override
                    public boolean run(int number) {
                        work.enter(number);
                        try {
                            return feed(number);
                        } finally {
                            work.leave(number);
                        }
                    }

                    @Override
                    public void waits(int number) {
                        work.leave(number);
                    }
                });
        FailureException met = failure();
        if (met != null) {
            throw met;
        }
        pool.requireRunning();
    }

    private synchronized @Nullable FailureException failure() {
        return failure;
    }

    /// Work given to a worker.
    private record Given(Worklist.Turn turn, Path staged, CompletableFuture<JobResult> answer) {}

    /// @return whether nothing is left to do; false: the place has to release its slot
    private boolean feed(int number) {
        Deque<Given> given = new ArrayDeque<>();
        try {
            while (failure() == null) {
                boolean leaving = pool.isLeaving(number);
                while (!leaving && mayTake(given) && give(number, given)) {
                    // up to the limit
                }
                if (given.isEmpty()) {
                    return work.isOver();
                }
                finish(number, given);
            }
        } catch (FailureException e) {
            stop(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop(Failure.of(FailureKind.CANCELLED).asException());
        } catch (Throwable e) {
            // A thread that ended silently would leave its chunks undone.
            stop(UnexpectedErrors.asFailure(e));
        } finally {
            given.forEach(LocalRun::awaitEnd);
        }
        return true;
    }

    /// A worker that might still write there has ended once its result is complete.
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

    /// Gives the worker the next unit of work, if there is one.
    private boolean give(int number, Deque<Given> given) throws InterruptedException {
        Optional<Worklist.Turn> next = work.take(number, given.isEmpty());
        if (next.isEmpty()) {
            return false;
        }
        Worklist.Turn turn = next.get();
        if (!turn.alone() && pool.hasLost(number)) {
            work.lost(turn);
            return false;
        }
        Path staged = receiver.stage(keyOf(turn));
        WorkerProcess worker = turn.alone() ? pool.openedAlone(number) : pool.opened(number);
        given.addLast(new Given(turn, staged, worker.submit(job(turn, staged), counting(turn))));
        return true;
    }

    /// Waits for the worker's first unit of work, and stores its result or retries it.
    private void finish(int number, Deque<Given> given) throws InterruptedException {
        Given first = given.removeFirst();
        try {
            accept(number, first, Responses.await(first.answer()));
        } catch (FailureException e) {
            tryAgain(number, first.turn(), e);
            // Also if the worker is well and its result could not be stored: one way to go on.
            // Its other work is lost with it.
            pool.end(number);
            for (Given rest : given) {
                awaitEnd(rest);
                work.lost(rest.turn());
            }
            given.clear();
            return;
        }
        receiver.requireRoom();
        if (first.turn().alone()) {
            pool.release(number);
        }
        work.done(first.turn());
    }

    /// @throws FailureException if a retry makes no sense
    private void tryAgain(int number, Worklist.Turn turn, FailureException cause) {
        pool.requireRunning();
        Failure failed = cause.failure();
        OptionalInt chunk = isAudio(turn) ? OptionalInt.empty() : OptionalInt.of(turn.work());
        boolean mayHelp = receiver.mayTryAgain(failed);
        Failure known =
                chunk.isEmpty() ? failed : failed.with(Fact.CHUNK, Integer.toString(turn.work()));
        if (!mayHelp) {
            throw new FailureException(known, cause);
        }
        if (!work.failed(turn, number)) {
            throw new FailureException(
                    known.with(Fact.ATTEMPTS, Integer.toString(turn.attempt())), cause);
        }
        receiver.retried(chunk, turn.attempt(), failed);
    }

    private static boolean isAudio(Worklist.Turn turn) {
        return turn.work() == Worklist.AUDIO;
    }

    private Chunk chunk(Worklist.Turn turn) {
        return Optional.ofNullable(chunks.get(turn.work())).orElseThrow();
    }

    private String keyOf(Worklist.Turn turn) {
        return isAudio(turn) ? order.audio().orElseThrow().key() : chunk(turn).key();
    }

    private Job job(Worklist.Turn turn, Path staged) {
        if (isAudio(turn)) {
            AudioWork audio = order.audio().orElseThrow();
            return new Job.EncodeAudio(
                    new AudioWork(audio.key(), contents.names(audio.names(), order)), staged);
        }
        Chunk chunk = chunk(turn);
        return new Job.EncodeChunk(
                new Chunk(
                        chunk.index(),
                        chunk.frames(),
                        chunk.key(),
                        contents.names(chunk.names(), order)),
                staged);
    }

    private LongConsumer counting(Worklist.Turn turn) {
        return isAudio(turn) ? _ -> {} : count -> receiver.progress(turn.work(), count);
    }

    private void accept(int number, Given given, JobResult result) {
        switch (result) {
            case JobResult.ChunkEncoded encoded when !isAudio(given.turn()) ->
                    receiver.made(chunk(given.turn()), given.staged(), encoded, number);
            case JobResult.AudioEncoded audio when isAudio(given.turn()) ->
                    receiver.madeAudio(given.staged(), audio);
            default -> throw Responses.unexpected(result);
        }
    }

    /// The first failure counts; the other threads end as soon as they see it.
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
