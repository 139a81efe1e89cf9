package com.autoclipr.export;

import com.autoclipr.export.chunks.ChunkExecutor;
import com.autoclipr.export.chunks.ChunkOrder;
import com.autoclipr.export.chunks.ChunkReceiver;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.output.FreeSpace;
import com.autoclipr.export.output.SizeLimit;
import com.autoclipr.export.prepare.UnchangedSources;
import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.plan.Chunk;
import com.autoclipr.plan.ExportPlan;
import com.autoclipr.worker.protocol.JobResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Orders every chunk that is not in the store, and the audio track in parallel; stores the results
/// and keeps statistics.
final class EncodingStage implements ChunkReceiver {
    private final ExportPlan plan;
    private final UnchangedSources unchanged;
    private final ChunkLease store;
    private final FreeSpace space;
    private final ChunkExecutor executor;
    private final Runnable alive;
    private final Consumer<ExportEvent> listener;
    private final FrameCount frames;
    private final SizeLimit sizeLimit;

    private final List<Reused> reused = new ArrayList<>();
    private final ChunkOrder order;
    private final WorkTotals totals;
    private final Optional<List<Decision>> reusedAudio;

    /// A chunk found in the store.
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
        this.executor = means.executor();
        this.alive = means.pool()::requireRunning;
        this.totals = means.totals();
        this.listener = listener;
        this.sizeLimit =
                new SizeLimit(SizeLimit.MOST_BYTES, plan.frameCount(), FreeSpace.audioBytes(plan));
        StoredWork storedWork = new StoredWork(store);
        List<Chunk> missing = new ArrayList<>();
        for (Chunk chunk : plan.chunks()) {
            alive.run();
            Optional<StoredWork.Found> stored = storedWork.chunk(chunk);
            if (stored.isPresent()) {
                List<Decision> met =
                        new ArrayList<>(chunk.names().fromStored(stored.get().decisions()));
                sizeLimit.add(chunk.frames().count(), stored.get().bytes()).ifPresent(met::add);
                reused.add(new Reused(chunk, met));
            } else {
                missing.add(chunk);
            }
        }
        boolean audio = plan.project().output().audio();
        Optional<StoredWork.Found> storedAudio =
                audio ? storedWork.audio(plan.audioKey()) : Optional.empty();
        this.reusedAudio =
                storedAudio.map(found -> plan.audio().names().fromStored(found.decisions()));
        this.order = ChunkOrder.of(plan, means.export(), missing, audio && reusedAudio.isEmpty());
        PipelineMeter meter = new PipelineMeter(means.pool()::activity, System::nanoTime);
        this.frames = new FrameCount(plan.frameCount(), meter::load, listener);
        totals.reused(reused.size());
    }

    /// Returns once everything is in the store.
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
            noteReused();
            executor.make(order, this);
        } finally {
            frames.end();
        }
    }

    private void noteReused() {
        for (Reused found : reused) {
            Chunk chunk = found.chunk();
            note(found.decisions());
            frames.reused(chunk.index(), chunk.frames().count());
            listener.accept(
                    new ExportEvent.ChunkDone(
                            chunk.index(), true, chunk.frames().count(), Optional.empty()));
        }
        reusedAudio.ifPresent(
                met -> {
                    note(met);
                    listener.accept(new ExportEvent.AudioDone(true, 0));
                });
    }

    @Override
    public Path stage(String key) {
        return store.stage(key);
    }

    @Override
    public void progress(int chunk, long count) {
        frames.set(chunk, count);
    }

    @Override
    public boolean mayTryAgain(Failure failure) {
        unchanged.require();
        return switch (failure.kind().retry()) {
            case FRESH_WORKER -> true;
            case STORE -> theStoreHelps(failure.kind());
            case USELESS -> false;
        };
    }

    /// A full disk is recoverable only if the store could make room, a store that accepts nothing
    /// only if there is an alternative.
    private boolean theStoreHelps(FailureKind kind) {
        if (kind == FailureKind.DISK_FULL) {
            return store.makeRoom();
        }
        return kind != FailureKind.NOT_WRITABLE || store.leaveStore();
    }

    @Override
    public void retried(OptionalInt chunk, int attempt, Failure failure) {
        chunk.ifPresent(index -> frames.set(index, 0));
        listener.accept(
                new ExportEvent.Retried(
                        chunk.isPresent() ? Optional.of(chunk.getAsInt()) : Optional.empty(),
                        attempt,
                        failure));
    }

    @Override
    public void madeAudio(Path staged, JobResult.AudioEncoded audio) {
        unchanged.require();
        store.put(plan.audioKey(), staged);
        note(plan.audio().names().fromStored(audio.decisions()));
        totals.audio(audio.elapsedNs());
        listener.accept(new ExportEvent.AudioDone(false, audio.elapsedNs() / 1_000_000));
    }

    @Override
    public void made(Chunk chunk, Path staged, JobResult.ChunkEncoded encoded, int place) {
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
                        Optional.of(totals.add(place, encoded))));
    }

    @Override
    public void requireRoom() {
        if (sizeLimit.isTelling()) {
            space.during(sizeLimit.remainingBytes(), sizeLimit.predictedBytes())
                    .ifPresent(low -> note(List.of(low)));
        }
    }

    private void note(List<Decision> met) {
        met.forEach(decision -> listener.accept(new ExportEvent.Decided(decision)));
    }
}
