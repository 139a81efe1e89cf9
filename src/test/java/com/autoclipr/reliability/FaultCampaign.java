package com.autoclipr.reliability;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Many exports, each struck by faults that a seed chooses; every one must end as [FaultRun] says.
/// Run by `tools/fault-campaign`.
public final class FaultCampaign {
    private final int runs;
    private final long firstSeed;
    private final int lanes;

    /// @param runs how many
    /// @param firstSeed of the first one; the others follow
    /// @param lanes how many go on at once
    FaultCampaign(int runs, long firstSeed, int lanes) {
        this.runs = runs;
        this.firstSeed = firstSeed;
        this.lanes = lanes;
    }

    /// @param arguments number of runs, first seed, lanes
    public static void main(String[] arguments) throws InterruptedException {
        int runs = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        int lanes = Integer.parseInt(arguments[2]);
        PrintStream out = System.out;
        List<FaultRun.Verdict> verdicts = new FaultCampaign(runs, seed, lanes).run(out);
        out.println(summary(verdicts));
        boolean wrong = verdicts.stream().anyMatch(verdict -> !verdict.wrong().isEmpty());
        System.exit(wrong || verdicts.size() != runs ? 1 : 0);
    }

    List<FaultRun.Verdict> run(PrintStream out) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<FaultRun.Verdict> verdicts = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            threads.add(Thread.ofPlatform().start(() -> runLane(next, verdicts, out)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return verdicts;
    }

    private void runLane(AtomicInteger next, List<FaultRun.Verdict> verdicts, PrintStream out) {
        try (Lane lane = new Lane(Files.createTempDirectory("fault-campaign"))) {
            FaultRun.Undisturbed undisturbed = FaultRun.measure(lane);
            FaultRun run = new FaultRun(lane, undisturbed);
            for (int i = next.getAndIncrement(); i < runs; i = next.getAndIncrement()) {
                FaultPlan plan = FaultPlan.of(firstSeed + i, undisturbed.chunks(), lane.disks());
                FaultRun.Verdict verdict = run.run(plan);
                synchronized (verdicts) {
                    verdicts.add(verdict);
                    out.println(line(verdict));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(FaultRun.Verdict verdict) {
        return String.format(
                Locale.ROOT,
                "%s seed %d, %.1f s: %s -> %s%s%s",
                verdict.wrong().isEmpty() ? "ok   " : "WRONG",
                verdict.plan().seed(),
                verdict.elapsedMs() / 1000.0,
                verdict.plan(),
                verdict.first(),
                verdict.restarted() ? ", then done" : "",
                verdict.wrong().isEmpty() ? "" : " " + verdict.wrong());
    }

    /// A table in Markdown: for each kind of fault, in how many runs it struck, and how they ended.
    static String summary(List<FaultRun.Verdict> verdicts) {
        Map<String, Map<String, Integer>> byFault = new TreeMap<>();
        for (FaultRun.Verdict verdict : verdicts) {
            String faults =
                    verdict.struck().stream()
                            .map(fault -> fault.getClass().getSimpleName())
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(" + "));
            byFault.computeIfAbsent(
                            faults.isEmpty() ? "none in time" : faults, _ -> new TreeMap<>())
                    .merge(verdict.first(), 1, Integer::sum);
        }
        StringBuilder table = new StringBuilder("| Faults | runs | first end |\n|---|---|---|\n");
        byFault.forEach(
                (faults, ends) ->
                        table.append(
                                "| %s | %d | %s |\n"
                                        .formatted(
                                                faults,
                                                ends.values().stream()
                                                        .mapToInt(Integer::intValue)
                                                        .sum(),
                                                ends.entrySet().stream()
                                                        .map(e -> e.getValue() + " × " + e.getKey())
                                                        .collect(Collectors.joining(", ")))));
        long wrong = verdicts.stream().filter(verdict -> !verdict.wrong().isEmpty()).count();
        long slowestMs = verdicts.stream().mapToLong(FaultRun.Verdict::elapsedMs).max().orElse(0);
        return table
                + String.format(
                        Locale.ROOT,
                        "%n%d runs, %d wrong; the slowest took %.1f s with its restart.",
                        verdicts.size(),
                        wrong,
                        slowestMs / 1000.0);
    }
}
