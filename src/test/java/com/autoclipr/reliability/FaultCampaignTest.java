package com.autoclipr.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A sample of the fault campaign; `tools/fault-campaign` runs all of it.
@Tag("slow")
class FaultCampaignTest {
    private static final int RUNS = 5;
    private static final long SEED = 1;

    /// A worker is stopped, then its controller is killed: the worker cannot end by itself.
    private static final long STOPPED_ORPHAN_SEED = 5167;

    @Test
    void everyStruckExportEndsWell() throws InterruptedException {
        assertEndWell(RUNS, SEED);
    }

    @Test
    void aStoppedWorkerEndsWithItsController() throws InterruptedException {
        assertEndWell(1, STOPPED_ORPHAN_SEED);
    }

    private static void assertEndWell(int runs, long seed) throws InterruptedException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        List<FaultRun.Verdict> verdicts =
                new FaultCampaign(runs, seed, 1)
                        .run(new PrintStream(told, true, StandardCharsets.UTF_8));
        assertEquals(runs, verdicts.size(), told::toString);
        assertTrue(
                verdicts.stream().anyMatch(verdict -> !verdict.struck().isEmpty()),
                () -> "nothing struck: " + told.toString(StandardCharsets.UTF_8));
        assertEquals(
                List.of(),
                verdicts.stream().flatMap(verdict -> verdict.wrong().stream()).toList(),
                () -> told.toString(StandardCharsets.UTF_8));
    }
}
