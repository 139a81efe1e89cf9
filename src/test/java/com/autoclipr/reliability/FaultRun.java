package com.autoclipr.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One export that faults strike, and its verdict: it ends in the bytes of an undisturbed export,
/// or fails with a kind and gives those bytes when it is started again; nothing goes on running,
/// and nothing half-written stays.
final class FaultRun {
    private static final int END_SECONDS = 240;
    private static final int WORKER_END_SECONDS = 10;

    private final Lane lane;
    private final Undisturbed undisturbed;

    /// What an export without faults gives.
    ///
    /// @param bytes of the file
    /// @param chunks number
    record Undisturbed(byte[] bytes, int chunks) {}

    /// @param plan what was to happen
    /// @param struck faults that found something to strike while the export still ran
    /// @param first how the struck export ended, in a word
    /// @param restarted whether it was started again
    /// @param wrong what is not as it must be; empty: all is well
    /// @param elapsedMs of all of it
    record Verdict(
            FaultPlan plan,
            List<Fault> struck,
            String first,
            boolean restarted,
            List<String> wrong,
            long elapsedMs) {}

    FaultRun(Lane lane, Undisturbed undisturbed) {
        this.lane = lane;
        this.undisturbed = undisturbed;
    }

    /// Runs the undisturbed export that the others are compared with.
    static Undisturbed measure(Lane lane) throws IOException, InterruptedException {
        lane.reset(0);
        try (RunningExport export = lane.start()) {
            RunningExport.End end = export.await(END_SECONDS);
            if (end.exitCode() != 0) {
                throw new AssertionError("without faults: " + end + lane.errors());
            }
            lane.keepChunks();
            return new Undisturbed(Files.readAllBytes(lane.destination()), Lane.SECONDS);
        }
    }

    Verdict run(FaultPlan plan) throws IOException, InterruptedException {
        long start = System.nanoTime();
        lane.reset(plan.storedChunks());
        List<String> wrong = new ArrayList<>();
        List<Fault> struck = new ArrayList<>();
        String first;
        boolean again;
        try (RunningExport export = lane.start()) {
            for (FaultPlan.Strike strike : plan.strikes()) {
                if (export.awaitProgress(strike.progress())) {
                    Thread.sleep(strike.delayMs());
                    if (export.controller().isAlive() && strike(export, strike.fault())) {
                        struck.add(strike.fault());
                    }
                }
            }
            export.workers();
            RunningExport.End end = export.await(END_SECONDS);
            try {
                export.awaitNoWorkers(WORKER_END_SECONDS);
            } catch (AssertionError e) {
                wrong.add(String.valueOf(e.getMessage()));
            }
            first = word(end);
            again = end.exitCode() != 0;
            judgeFirst(end, struck, wrong);
        }
        lane.mend();
        if (again) {
            judgeAgain(wrong);
        }
        if (struck.stream().noneMatch(Fault.CorruptChunk.class::isInstance)
                && !lane.storeIsWhole()) {
            wrong.add("the store is damaged");
        }
        return new Verdict(
                plan, struck, first, again, wrong, (System.nanoTime() - start) / 1_000_000);
    }

    private static String word(RunningExport.End end) {
        if (end.exitCode() == 0) {
            return "done";
        }
        String kind = end.failureKind();
        return kind == null ? "exit " + end.exitCode() : kind;
    }

    /// @return whether there was something to strike
    private boolean strike(RunningExport export, Fault fault)
            throws IOException, InterruptedException {
        return switch (fault) {
            case Fault.KillWorker kill -> signal(worker(export, kill.which()), "-KILL");
            case Fault.StopWorker stop -> signal(worker(export, stop.which()), "-STOP");
            case Fault.KillController _ -> {
                export.workers();
                yield signal(export.controller(), "-KILL");
            }
            case Fault.CutPower cut -> {
                List<ProcessHandle> all = new ArrayList<>(export.workers());
                all.add(export.controller());
                all.forEach(ProcessHandle::destroyForcibly);
                export.awaitNoWorkers(WORKER_END_SECONDS);
                lane.loseUnfinished(cut.seed());
                yield true;
            }
            case Fault.FillStore _ -> {
                lane.fill(lane.chunks());
                yield true;
            }
            case Fault.FillDestination _ -> {
                lane.fill(lane.destinationFolder());
                yield true;
            }
            case Fault.DeleteSource _ -> {
                lane.hideSource();
                yield true;
            }
            case Fault.CorruptChunk corrupt -> lane.corrupt(corrupt.seed());
        };
    }

    private static @Nullable ProcessHandle worker(RunningExport export, int which) {
        List<ProcessHandle> workers = export.workers();
        return workers.isEmpty() ? null : workers.get(which % workers.size());
    }

    /// @return whether the process was there
    private static boolean signal(@Nullable ProcessHandle process, String signal)
            throws IOException, InterruptedException {
        return process != null
                && new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
    }

    private void judgeFirst(RunningExport.End end, List<Fault> struck, List<String> wrong)
            throws IOException {
        Path file = lane.destination();
        boolean controllerEnded = struck.stream().anyMatch(Fault::endsController);
        if (end.exitCode() == 0) {
            requireSameBytes(file, "the struck export", wrong);
        } else {
            if (Files.exists(file) && !controllerEnded) {
                wrong.add("it failed and left a file at the destination");
            }
            if (!controllerEnded && end.failureKind() == null) {
                wrong.add("it failed without a kind: exit " + end.exitCode() + lane.errors());
            }
            if (struck.stream().noneMatch(Fault::mayFail)) {
                wrong.add("it did not survive: " + word(end) + " " + lane.errors().strip());
            }
        }
        if (lane.errors().contains("\tat ")) {
            wrong.add("a stack trace: " + lane.errors());
        }
        if (!controllerEnded && !lane.leftovers().isEmpty()) {
            wrong.add("left beside the destination: " + lane.leftovers());
        }
    }

    private void judgeAgain(List<String> wrong) throws IOException, InterruptedException {
        // A controller that was killed just after the last move has done its work.
        if (Files.exists(lane.destination())) {
            requireSameBytes(lane.destination(), "the ended export", wrong);
            Files.delete(lane.destination());
        }
        try (RunningExport export = lane.start()) {
            RunningExport.End end = export.await(END_SECONDS);
            if (end.exitCode() != 0) {
                wrong.add("started again: " + word(end) + " " + lane.errors().strip());
                return;
            }
        }
        requireSameBytes(lane.destination(), "the export started again", wrong);
        if (!lane.leftovers().isEmpty()) {
            wrong.add("left beside the destination at the end: " + lane.leftovers());
        }
    }

    private void requireSameBytes(Path file, String whose, List<String> wrong) throws IOException {
        if (!Files.exists(file)) {
            wrong.add(whose + " left no file");
        } else if (!java.util.Arrays.equals(Files.readAllBytes(file), undisturbed.bytes())) {
            wrong.add(whose + " has other bytes");
        }
    }
}
