package com.autoclipr.worker.supervisor;

import com.autoclipr.worker.protocol.Message;
import java.time.Duration;

/// How long a worker may go without a sign of life, or of progress, before it counts as stalled.
///
/// @param start longest time to the first heartbeat
/// @param heartbeat longest time from one heartbeat to the next: the process is stopped or hangs as
///   a whole
/// @param stall longest time with a job, without progress, and without using the processor or
///   reading anything: it waits for something that does not come
/// @param spinning most processor time with a job, without progress and without reading anything:
///   it turns in a circle
/// @param busy most processor time with a job and without progress, whatever it reads
/// @param shutdownGrace longest time from the end of its input to its own end; it may have
///   recordings to write
public record WorkerTimeouts(
        Duration start,
        Duration heartbeat,
        Duration stall,
        Duration spinning,
        Duration busy,
        Duration shutdownGrace) {
    /// Below it a healthy worker may seem dead: one heartbeat may be late, another on its way.
    public static final Duration LEAST_HEARTBEAT = Message.HEARTBEAT_INTERVAL.multipliedBy(3);

    /// Starting may take longer than a pause later on.
    private static final Duration START = Duration.ofSeconds(60);

    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(2);

    public static final WorkerTimeouts DEFAULT = of(Duration.ofSeconds(20), Duration.ofSeconds(60));

    private static final int SPINNING_FACTOR = 5;
    private static final int BUSY_FACTOR = 20;

    /// The bounds on processor time are multiples of `stall`: a slow machine does not reach them
    /// sooner.
    public static WorkerTimeouts of(Duration heartbeat, Duration stall) {
        return new WorkerTimeouts(
                heartbeat.compareTo(START) > 0 ? heartbeat : START,
                heartbeat,
                stall,
                stall.multipliedBy(SPINNING_FACTOR),
                stall.multipliedBy(BUSY_FACTOR),
                SHUTDOWN_GRACE);
    }

    public WorkerTimeouts withShutdownGrace(Duration longest) {
        return new WorkerTimeouts(start, heartbeat, stall, spinning, busy, longest);
    }
}
