package com.autoclipr.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.export.job.Bottleneck;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BottlenecksTest {
    private static Bottleneck find(
            Map<String, Long> stages, ExportReport.Work work, long drawWaitMs, long encodeWaitMs) {
        return new Bottlenecks(
                        stages,
                        work,
                        new ExportReport.FrameRingUse(8, 8, drawWaitMs, encodeWaitMs),
                        2)
                .find();
    }

    private static Map<String, Long> rendering() {
        return Map.of("preparing", 100L, "rendering", 800L, "assembling", 50L, "verifying", 50L);
    }

    private static ExportReport.Work work(long decodeMs, long drawMs, long encodeMs, long audioMs) {
        return new ExportReport.Work(10, 0, 300, decodeMs, drawMs, encodeMs, audioMs);
    }

    @Test
    void theSideOfTheRingThatTheOtherWaitsFor() {
        assertEquals(
                new Bottleneck(Bottleneck.Kind.ENCODING, 80),
                find(rendering(), work(300, 200, 1600, 100), 1100, 0));
        assertEquals(
                new Bottleneck(Bottleneck.Kind.DECODING, 60),
                find(rendering(), work(1200, 400, 500, 100), 0, 1100));
        assertEquals(
                new Bottleneck(Bottleneck.Kind.DRAWING, 60),
                find(rendering(), work(400, 1200, 500, 100), 0, 1100));
    }

    /// One slow sound track on one worker, while the other did all chunks long before.
    @Test
    void theSound() {
        assertEquals(
                new Bottleneck(Bottleneck.Kind.AUDIO, 79),
                find(rendering(), work(50, 50, 100, 790), 10, 10));
    }

    @Test
    void theLongestStage() {
        ExportReport.Work nothing = work(0, 0, 0, 0);
        assertEquals(
                new Bottleneck(Bottleneck.Kind.PREPARING, 50),
                find(Map.of("preparing", 50L, "rendering", 10L, "verifying", 40L), nothing, 0, 0));
        assertEquals(
                new Bottleneck(Bottleneck.Kind.VERIFYING, 60),
                find(Map.of("preparing", 30L, "rendering", 10L, "verifying", 60L), nothing, 0, 0));
        assertEquals(
                new Bottleneck(Bottleneck.Kind.ASSEMBLING, 60),
                find(Map.of("preparing", 30L, "rendering", 10L, "assembling", 60L), nothing, 0, 0));
    }

    @Test
    void nothingMeasuredIsNoDivisionByNothing() {
        assertEquals(0, find(Map.of(), work(0, 0, 0, 0), 0, 0).sharePercent());
    }
}
