package com.autoclipr.worker.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/// When a worker counts as stalled, second by second, without waiting for any of them.
class StallDetectorTest {
    private static final WorkerTimeouts PATIENCE =
            WorkerTimeouts.of(Duration.ofSeconds(20), Duration.ofSeconds(60));
    private static final int HOUR = 3600;

    private static StallDetector.Observation at(
            long second, long heard, long progress, long cpuMs, long readBytes) {
        return new StallDetector.Observation(
                second * 1_000_000_000, heard, progress, cpuMs, readBytes, true);
    }

    /// The second at which a worker that looks so is ended, and why; empty: not within six hours.
    private static Optional<String> ended(LongFunction<StallDetector.Observation> atSecond) {
        return ended(PATIENCE, atSecond);
    }

    private static Optional<String> ended(
            WorkerTimeouts timeouts, LongFunction<StallDetector.Observation> atSecond) {
        StallDetector rule = new StallDetector(timeouts, 0);
        for (long second = 1; second < 6 * HOUR; second++) {
            Optional<Failure> verdict = rule.observe(atSecond.apply(second));
            if (verdict.isPresent()) {
                return Optional.of(second + " " + verdict.get().fact(Fact.REASON));
            }
        }
        return Optional.empty();
    }

    @Test
    void aWorkerThatMovesOnIsLeftAlone() {
        assertEquals(Optional.empty(), ended(s -> at(s, s, s / 50, 0, 0)));
    }

    @Test
    void aWorkerWithoutAJobIsLeftAlone() {
        assertEquals(
                Optional.empty(),
                ended(s -> new StallDetector.Observation(s * 1_000_000_000, s, 0, 5, 0, false)));
    }

    @Test
    void oneThatIsStoppedIsEndedAfterItsHeartbeatEnds() {
        assertEquals(
                Optional.of("31 no-heartbeat"),
                ended(s -> at(s, Math.min(s, 10), Math.min(s, 10), 0, 0)));
    }

    @Test
    void oneThatIsStillStartingHasLonger() {
        assertEquals(Optional.of("61 no-heartbeat"), ended(s -> at(s, 0, 1, s, s * 5000)));
    }

    @Test
    void startingIsNoIdling() {
        WorkerTimeouts shortIdling =
                WorkerTimeouts.of(Duration.ofSeconds(20), Duration.ofSeconds(1));
        assertEquals(
                Optional.of("61 no-heartbeat"), ended(shortIdling, s -> at(s, 0, s, 0, s * 5000)));
        WorkerTimeouts longSilence =
                WorkerTimeouts.of(Duration.ofSeconds(300), Duration.ofSeconds(60));
        assertEquals(
                Optional.of("301 no-heartbeat"), ended(longSilence, s -> at(s, 0, s, 0, s * 5000)));
    }

    @Test
    void oneThatWaitsForWhatDoesNotComeIsEnded() {
        assertEquals(Optional.of("61 idle"), ended(s -> at(s, s, 0, 0, 0)));
    }

    /// Linux counts hundredths of a second: two milliseconds a beat show as ten every five seconds.
    @Test
    void beatingIsNoWork() {
        assertEquals(ended(s -> at(s, s, 1, 0, 0)), ended(s -> at(s, s, 1, s / 5 * 10, 0)));
    }

    /// Of a processor that it shares with a hundred others.
    @Test
    void oneThatGetsLittleOfAProcessorWorks() {
        assertEquals(Optional.empty(), ended(s -> at(s, s, 1, 10 * s, 0)));
    }

    @Test
    void oneThatTurnsInACircleIsEndedByItsProcessorTime() {
        assertEquals(Optional.of("301 busy"), ended(s -> at(s, s, 0, s * 1000, 0)));
        // On a machine that gives it a tenth of a processor it has ten times as long.
        assertEquals(Optional.of("3001 busy"), ended(s -> at(s, s, 0, s * 100, 0)));
    }

    @Test
    void aWorkerReadingALongFileHasMuchLongerButNotForever() {
        assertEquals(Optional.of("1201 busy"), ended(s -> at(s, s, 0, s * 1000, s * 5000)));
        assertEquals(Optional.empty(), ended(s -> at(s, s, s / 600, s * 1000, s * 5000)));
    }

    @Test
    void whatTheMachineReadsForItselfIsNoReading() {
        assertEquals(Optional.of("301 busy"), ended(s -> at(s, s, 0, s * 1000, s * 100)));
    }

    @Test
    void noWorkerStallsWhileTheControllerIsStopped() {
        StallDetector rule = new StallDetector(PATIENCE, 0);
        assertTrue(rule.observe(at(1, 1, 1, 0, 0)).isEmpty());
        // Ctrl-Z for a day: the next look comes a day later.
        assertTrue(rule.observe(at(86_400, 1, 1, 0, 0)).isEmpty());
    }
}
