package com.autoclipr.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A sample of the fault campaign; `tools/fault-campaign` runs all of it.
@Tag("slow")
class FaultCampaignTest {
    private static final int RUNS = 5;
    private static final long SEED = 1;

    @Test
    void everyStruckExportEndsWell() throws InterruptedException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        List<FaultRun.Verdict> verdicts =
                new FaultCampaign(RUNS, SEED, 1)
                        .run(new PrintStream(told, true, StandardCharsets.UTF_8));
        assertEquals(RUNS, verdicts.size(), told::toString);
        assertTrue(
                verdicts.stream().anyMatch(verdict -> !verdict.struck().isEmpty()),
                () -> "nothing struck: " + told.toString(StandardCharsets.UTF_8));
        assertEquals(
                List.of(),
                verdicts.stream().flatMap(verdict -> verdict.wrong().stream()).toList(),
                () -> told.toString(StandardCharsets.UTF_8));
    }

    /// It cannot detect that it is no longer needed.
    @Test
    void aStoppedWorkerEndsWithItsController() throws IOException, InterruptedException {
        List<FaultPlan.Strike> strikes =
                List.of(
                        new FaultPlan.Strike(0.3, 0, new Fault.StopWorker(1)),
                        new FaultPlan.Strike(0.3, 50, new Fault.KillController()));
        try (Lane lane = new Lane(Files.createTempDirectory("fault"))) {
            FaultRun.Verdict verdict =
                    new FaultRun(lane, FaultRun.measure(lane)).run(new FaultPlan(0, 0, strikes));
            assertEquals(strikes.stream().map(FaultPlan.Strike::fault).toList(), verdict.struck());
            assertEquals(List.of(), verdict.wrong());
        }
    }
}
