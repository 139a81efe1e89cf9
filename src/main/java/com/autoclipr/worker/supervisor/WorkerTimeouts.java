package com.autoclipr.worker.supervisor;

import com.autoclipr.worker.protocol.Message;
import java.time.Duration;

/// How long a worker may be without heartbeat or progress before it counts as stalled.
///
/// @param start maximum time until the first heartbeat
/// @param heartbeat maximum time between heartbeats; beyond it the process is stopped or hangs as a
///   whole
/// @param stall maximum time with a job but without progress, CPU use and reading; beyond it the
///   worker is waiting in vain
/// @param spinning maximum CPU time with a job but without progress and reading; beyond it the
///   worker is in an endless loop
/// @param busy maximum CPU time with a job but without progress, even if it reads
/// @param shutdownGrace maximum time from the end of its input to its exit; it may have recordings
///   to write
public record WorkerTimeouts(
        Duration start,
        Duration heartbeat,
        Duration stall,
        Duration spinning,
        Duration busy,
        Duration shutdownGrace) {
    /// Below this a healthy worker may look dead: one heartbeat may be late and the next on its
    /// way.
    public static final Duration LEAST_HEARTBEAT = Message.HEARTBEAT_INTERVAL.multipliedBy(3);

    /// Starting may take longer than a later pause.
    private static final Duration START = Duration.ofSeconds(60);

    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(2);

    public static final WorkerTimeouts DEFAULT = of(Duration.ofSeconds(20), Duration.ofSeconds(60));

    private static final int SPINNING_FACTOR = 5;
    private static final int BUSY_FACTOR = 20;

    /// The limits for CPU time are multiples of `stall`, so a slow machine does not reach them
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
