package com.autoclipr.export.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExportStateTest {
    @Test
    void everyStateThatIsNotFinalCanFailOrBeCancelled() {
        for (ExportState state : ExportState.values()) {
            if (!state.isFinal()) {
                assertEquals(ExportState.FAILED, state.become(ExportState.FAILED));
                assertEquals(ExportState.CANCELLED, state.become(ExportState.CANCELLED));
            }
        }
    }

    @Test
    void nothingFollowsAFinalState() {
        for (ExportState next : ExportState.values()) {
            assertThrows(IllegalStateException.class, () -> ExportState.SUCCEEDED.become(next));
        }
        assertTrue(ExportState.CANCELLED.isFinal());
    }

    @Test
    void noStageIsSkipped() {
        assertThrows(
                IllegalStateException.class,
                () -> ExportState.RENDERING.become(ExportState.VERIFYING));
        assertThrows(
                IllegalStateException.class,
                () -> ExportState.ASSEMBLING.become(ExportState.SUCCEEDED));
    }
}
