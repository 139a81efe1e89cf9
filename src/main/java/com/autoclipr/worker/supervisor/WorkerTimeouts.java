package com.autoclipr.worker.supervisor;

import com.autoclipr.worker.protocol.Message;
import java.time.Duration;

/// How long a worker may go without telling anything before it counts as stalled.
///
/// @param start longest time to the first heartbeat
/// @param silence longest time from one heartbeat to the next: the process is stopped or hangs as a
///   whole
/// @param idle longest time with a job, without progress, and without using the processor or
///   reading anything: it waits for something that does not come
/// @param spinning most processor time with a job, without progress and without reading anything:
///   it turns in a circle
/// @param busy most processor time with a job and without progress, whatever it reads
/// @param farewell longest time from the end of its input to its own end; it may have recordings to
///   write
public record WorkerTimeouts(
        Duration start,
        Duration silence,
        Duration idle,
        Duration spinning,
        Duration busy,
        Duration farewell) {
    /// Below it a worker that is well may seem silent: one beat may be late, another under way.
    public static final Duration LEAST_SILENCE = Message.HEARTBEAT_INTERVAL.multipliedBy(3);

    /// Starting may take longer than a pause later on.
    private static final Duration START = Duration.ofSeconds(60);

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    public static final WorkerTimeouts DEFAULT = of(Duration.ofSeconds(20), Duration.ofSeconds(60));

    private static final int SPINNING_FACTOR = 5;
    private static final int BUSY_FACTOR = 20;

    /// The bounds on processor time are multiples of `idle`: a slow machine does not reach them
    /// sooner.
    public static WorkerTimeouts of(Duration silence, Duration idle) {
        return new WorkerTimeouts(
                silence.compareTo(START) > 0 ? silence : START,
                silence,
                idle,
                idle.multipliedBy(SPINNING_FACTOR),
                idle.multipliedBy(BUSY_FACTOR),
                FAREWELL);
    }

    public WorkerTimeouts withFarewell(Duration longest) {
        return new WorkerTimeouts(start, silence, idle, spinning, busy, longest);
    }
}
