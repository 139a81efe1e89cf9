package com.autoclipr.export.job;

import com.autoclipr.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Where an export stands: what follows from its events, one after the other. The same value comes
/// from the events as they happen and from a journal read later.
///
/// @param id its name
/// @param request what was asked for, once that is known
/// @param state where it stands
/// @param queuedAt when it was made
/// @param stateAt when it came into this state
/// @param lastAt when something last happened
/// @param stageTimes time spent in each state that it has left, in order
/// @param progress how far it is
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

    /// How far an export is. Totals are 0 until it is planned.
    ///
    /// @param framesDone frames encoded or found in the store
    /// @param framesTotal frames of the output
    /// @param chunksDone chunks in the store
    /// @param chunksTotal chunks of the output
    public record Progress(long framesDone, long framesTotal, int chunksDone, int chunksTotal) {
        static final Progress NONE = new Progress(0, 0, 0, 0);

        /// Of the frames, 0 to 100, rounded down.
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

    /// An export that has just been asked for.
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

    /// The job after an event.
    ///
    /// @throws IllegalStateException if the event is another export's, comes after a final state,
    ///   or is a change into a state that may not follow
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

    /// Time spent in each state, in order, in the present one up to `at`.
    public Map<ExportState, Duration> stageTimesAt(Instant at) {
        Map<ExportState, Duration> times = new LinkedHashMap<>(stageTimes);
        if (!state.isFinal()) {
            times.merge(state, Duration.between(stateAt, at), Duration::plus);
        }
        return times;
    }
}
