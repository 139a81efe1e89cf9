package com.autoclipr.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportId;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobRecorderTest {
    private final List<Decision> told = new ArrayList<>();
    private final JobRecorder job =
            new JobRecorder(
                    ExportId.of(Instant.EPOCH, 1),
                    List.of(
                            stamped -> {
                                if (stamped.event()
                                        instanceof ExportEvent.Decided(Decision decision)) {
                                    told.add(decision);
                                }
                            }));

    private Decision decide(DecisionKind kind, Fact fact, String value) {
        Decision decision = Decision.of(kind).with(fact, value);
        job.accept(new ExportEvent.Decided(decision));
        return decision;
    }

    @Test
    void aWarningWithOtherFiguresIsPrintedAndReportedOnce() {
        Decision low = decide(DecisionKind.DISK_SPACE_LOW, Fact.FREE, "10");
        decide(DecisionKind.DISK_SPACE_LOW, Fact.FREE, "9");
        Decision near = decide(DecisionKind.OUTPUT_NEAR_LIMIT, Fact.PREDICTED, "5");
        decide(DecisionKind.OUTPUT_NEAR_LIMIT, Fact.PREDICTED, "6");
        assertEquals(List.of(low, near), told);
        assertEquals(told, job.decisions());
    }

    @Test
    void decisionsAboutEachLayerAreReportedOnce() {
        Decision first = decide(DecisionKind.LETTERBOXED, Fact.LAYER, "/layers/0");
        Decision second = decide(DecisionKind.LETTERBOXED, Fact.LAYER, "/layers/1");
        decide(DecisionKind.LETTERBOXED, Fact.LAYER, "/layers/0");
        assertEquals(List.of(first, second), told);
    }
}
