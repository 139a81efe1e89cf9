package com.autoclipr.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What a command and all its children cost. Linux only: it reads `/proc`.
///
/// @param cpuMs user and system time of all of them
/// @param wallMs from start to end
/// @param peakBytes most memory of all of them at once (shared pages counted once), as sampled
record ProcessCost(long cpuMs, long wallMs, long peakBytes) {
    private static final int TICK_MS = 10;
    private static final int SAMPLE_MS = 250;

    /// Runs the command to its end.
    ///
    /// @throws IOException if it does not end with 0; its standard error is in `errors`
    static ProcessCost of(ProcessBuilder builder, Path errors)
            throws IOException, InterruptedException {
        long cpuBefore = childrenCpuMs();
        long start = System.nanoTime();
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(errors.toFile())
                        .start();
        long peak = 0;
        while (!process.waitFor(SAMPLE_MS, TimeUnit.MILLISECONDS)) {
            try (Stream<ProcessHandle> children = process.descendants()) {
                long now =
                        Stream.concat(Stream.of(process.toHandle()), children)
                                .mapToLong(ProcessCost::pssBytes)
                                .sum();
                peak = Math.max(peak, now);
            }
        }
        long wallMs = (System.nanoTime() - start) / 1_000_000;
        if (process.exitValue() != 0) {
            throw new IOException(
                    builder.command()
                            + " ended with "
                            + process.exitValue()
                            + ": "
                            + Files.readString(errors));
        }
        return new ProcessCost(childrenCpuMs() - cpuBefore, wallMs, peak);
    }

    /// CPU time of all children that were waited for, and of theirs: fields 16 and 17 of
    /// `/proc/self/stat`, in ticks of a hundredth of a second.
    private static long childrenCpuMs() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * TICK_MS;
    }

    private static long pssBytes(ProcessHandle process) {
        try {
            List<String> lines =
                    Files.readAllLines(
                            Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"));
            for (String line : lines) {
                if (line.startsWith("Pss:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException e) {
            return 0; // ended meanwhile
        }
        return 0;
    }
}
