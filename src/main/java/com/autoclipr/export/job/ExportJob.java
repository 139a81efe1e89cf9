package com.autoclipr.export.job;

import com.autoclipr.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The status of an export, derived from its events: the same whether from live events or from a
/// journal read later.
///
/// @param id of the export
/// @param request the request, once it is known
/// @param state current state
/// @param queuedAt time of creation
/// @param stateAt time when it entered this state
/// @param lastAt time of the last event
/// @param stageTimes time spent in each previous state, in order
/// @param progress so far
/// @param failure why it ended, or is about to end, without a file
public record ExportJob(
        ExportId id,
        Optional<ExportEvent.Requested> request,
        ExportState state,
        Instant queuedAt,
        Instant stateAt,
        Instant lastAt,
        Map<ExportState, Duration> stageTimes,
        Progress progress,
        Optional<Failure> failure) {
    public ExportJob {
        stageTimes = Collections.unmodifiableMap(new LinkedHashMap<>(stageTimes));
    }

    /// Progress of an export. Totals are 0 until it is planned.
    ///
    /// @param framesDone frames encoded or found in the store
    /// @param framesTotal frames of the output
    /// @param chunksDone chunks in the store
    /// @param chunksTotal chunks of the output
    public record Progress(long framesDone, long framesTotal, int chunksDone, int chunksTotal) {
        static final Progress NONE = new Progress(0, 0, 0, 0);

        /// Percentage of finished frames, rounded down.
        public int percent() {
            return framesTotal == 0 ? 0 : (int) (framesDone * 100 / framesTotal);
        }

        private Progress planned(ExportEvent.Planned plan) {
            return new Progress(framesDone, plan.frames(), chunksDone, plan.chunks());
        }

        private Progress frames(long done) {
            return new Progress(done, framesTotal, chunksDone, chunksTotal);
        }

        private Progress oneChunkMore() {
            return new Progress(framesDone, framesTotal, chunksDone + 1, chunksTotal);
        }
    }

    /// A new export.
    public static ExportJob queued(ExportId id, Instant at) {
        return new ExportJob(
                id,
                Optional.empty(),
                ExportState.QUEUED,
                at,
                at,
                at,
                Map.of(),
                Progress.NONE,
                Optional.empty());
    }

    /// The status after an event.
    ///
    /// @throws IllegalStateException if the event belongs to another export, comes after a final
    ///   state, or is an illegal transition
    public ExportJob after(StampedEvent stamped) {
        if (!stamped.export().equals(id)) {
            throw new IllegalStateException("an event of " + stamped.export() + " came to " + id);
        }
        if (state.isFinal()) {
            throw new IllegalStateException(
                    "an export that is " + state + " met " + stamped.event());
        }
        Instant at = stamped.at().isBefore(lastAt) ? lastAt : stamped.at();
        return switch (stamped.event()) {
            case ExportEvent.StateChanged changed -> become(changed.state(), at);
            case ExportEvent.Requested requested ->
                    with(Optional.of(requested), at, progress, failure);
            case ExportEvent.Planned planned ->
                    with(request, at, progress.planned(planned), failure);
            case ExportEvent.FramesDone frames ->
                    with(request, at, progress.frames(frames.done()), failure);
            case ExportEvent.ChunkDone _ -> with(request, at, progress.oneChunkMore(), failure);
            case ExportEvent.Failed failed ->
                    with(request, at, progress, Optional.of(failed.failure()));
            case ExportEvent.Retried _,
                    ExportEvent.AudioDone _,
                    ExportEvent.Decided _,
                    ExportEvent.Used _,
                    ExportEvent.Finished _ ->
                    with(request, at, progress, failure);
        };
    }

    private ExportJob with(
            Optional<ExportEvent.Requested> asked,
            Instant at,
            Progress progressNow,
            Optional<Failure> why) {
        return new ExportJob(id, asked, state, queuedAt, stateAt, at, stageTimes, progressNow, why);
    }

    private ExportJob become(ExportState to, Instant at) {
        ExportState next = state.become(to);
        return new ExportJob(
                id, request, next, queuedAt, at, at, stageTimesAt(at), progress, failure);
    }

    /// Time spent in each state, in order, in the current one until `at`.
    public Map<ExportState, Duration> stageTimesAt(Instant at) {
        Map<ExportState, Duration> times = new LinkedHashMap<>(stageTimes);
        if (!state.isFinal()) {
            times.merge(state, Duration.between(stateAt, at), Duration::plus);
        }
        return times;
    }
}
