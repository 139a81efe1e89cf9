package com.autoclipr.export.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The size of the output is predicted early and limited.
class SizeLimitTest {
    private static final long SOUND_BYTES = 1000;

    private static SizeLimit limit(long mostBytes) {
        return new SizeLimit(mostBytes, 100 * 30, SOUND_BYTES);
    }

    @Test
    void theFirstChunksPredictTheSize() {
        SizeLimit limit = limit(100_000);
        for (int chunk = 0; chunk < 4; chunk++) {
            assertEquals(Optional.empty(), limit.add(30, 2000), "too early to tell");
        }
        Decision warned = limit.add(30, 2000).orElseThrow();
        assertEquals(DecisionKind.OUTPUT_NEAR_LIMIT, warned.kind());
        assertEquals("201000", warned.facts().get(Fact.PREDICTED));
        assertEquals("100000", warned.facts().get(Fact.LIMIT));
        assertEquals(190_000, limit.remainingBytes());
    }

    @Test
    void anOutputThatFitsIsNotSpokenOf() {
        SizeLimit limit = limit(300_000);
        for (int chunk = 0; chunk < 100; chunk++) {
            assertEquals(Optional.empty(), limit.add(30, 2000));
        }
        assertEquals(201_000, limit.predictedBytes());
        assertEquals(0, limit.remainingBytes());
    }

    @Test
    void itStopsAsSoonAsTheLimitIsPassed() {
        SizeLimit limit = limit(100_000);
        for (int chunk = 0; chunk < 49; chunk++) {
            assertTrue(limit.add(30, 2000).isPresent() == chunk >= 4);
        }
        FailureException stopped = assertThrows(FailureException.class, () -> limit.add(30, 2000));
        assertEquals(FailureKind.OUTPUT_TOO_LARGE, stopped.failure().kind());
        assertEquals("201000", stopped.failure().fact(Fact.ACTUAL));
    }
}
