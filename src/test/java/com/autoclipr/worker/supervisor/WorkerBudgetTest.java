package com.autoclipr.worker.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How the memory of a machine, or of a container, is shared.
class WorkerBudgetTest {
    private static final long MIB = 1L << 20;
    private static final long MOST = WorkerSettings.DEFAULT_MEMORY_BYTES;

    private static WorkerBudget budget(long memoryMib, int asked) {
        return WorkerBudget.of(new Machine(memoryMib * MIB, 64), asked, MOST);
    }

    @Test
    void aLargeMachineGivesEveryWorkerAllThatOneMayHave() {
        assertEquals(new WorkerBudget(8, MOST, MOST), budget(32_768, 8));
    }

    @Test
    void aSmallContainerGetsFewerWorkers() {
        assertEquals(new WorkerBudget(3, 1232 * MIB, MOST), budget(4096, 8));
        assertEquals(new WorkerBudget(1, 1648 * MIB, 1648 * MIB), budget(2048, 8));
        assertEquals(new WorkerBudget(1, 624 * MIB, 624 * MIB), budget(1024, 2));
    }

    @Test
    void theWorkersTogetherStayUnderTheMemory() {
        for (long memoryMib = 1024; memoryMib < 70_000; memoryMib += 333) {
            for (int asked = 1; asked <= 64; asked++) {
                WorkerBudget budget = budget(memoryMib, asked);
                long together = budget.workers() * budget.memoryBytes();
                assertTrue(together < memoryMib * MIB && budget.workers() <= asked);
                assertTrue(budget.memoryBytes() <= budget.aloneBytes());
                assertTrue(budget.aloneBytes() <= MOST && budget.aloneBytes() < memoryMib * MIB);
            }
        }
    }

    @Test
    void notEvenOneFits() {
        FailureException refused = assertThrows(FailureException.class, () -> budget(800, 1));
        assertEquals(FailureKind.OUT_OF_MEMORY, refused.failure().kind());
        assertEquals(Long.toString(800 * MIB), refused.failure().fact(Fact.LIMIT));
        assertEquals(Long.toString(912 * MIB), refused.failure().fact(Fact.NEEDED));
    }

    @Test
    void theHeapFitsUnderTheBound() {
        WorkerSettings settings =
                new WorkerSettings(
                        WorkerLaunch.command("Main", Path.of("/natives"), List.of()),
                        Path.of("/natives"),
                        MOST,
                        WorkerTimeouts.DEFAULT);
        assertEquals(List.of("-Xmx768m"), heaps(settings));
        assertEquals(List.of("-Xmx192m"), heaps(settings.withMemory(512 * MIB)));
        assertEquals(List.of("-Xmx768m"), heaps(settings.withMemory(512 * MIB).withMemory(MOST)));
    }

    @Test
    void aHeapSizeFromTheUserTakesPrecedence() {
        WorkerSettings settings =
                new WorkerSettings(
                        WorkerLaunch.command("Main", Path.of("/natives"), List.of("-Xmx300m")),
                        Path.of("/natives"),
                        MOST,
                        WorkerTimeouts.DEFAULT);
        assertEquals(List.of("-Xmx192m", "-Xmx300m"), heaps(settings.withMemory(512 * MIB)));
    }

    private static List<String> heaps(WorkerSettings settings) {
        return settings.command().stream().filter(word -> word.startsWith("-Xmx")).toList();
    }
}
