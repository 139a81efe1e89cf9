package com.autoclipr.reliability;

import com.autoclipr.testkit.Autoclipr;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An export in a process of its own, whose events are read as they come. Owns the process: it and
/// its workers are gone after [#close()].
final class RunningExport implements AutoCloseable {
    /// How it ended.
    ///
    /// @param exitCode of the process; above 128: a signal ended it
    /// @param failureKind token that it named last; null: none
    record End(int exitCode, @Nullable String failureKind) {}

    /// The share of its way that an export has gone when its first frame is made.
    private static final double PLANNED = 0.1;

    /// The same when its last frame is made.
    private static final double RENDERED = 0.85;

    private final Process process;
    private final List<ProcessHandle> seen = new ArrayList<>();
    private final Thread reader;
    private double progress;
    private @Nullable String failureKind;
    private boolean ended;

    RunningExport(List<String> arguments, Path cache, Path errors) throws IOException {
        ProcessBuilder builder = Autoclipr.builder(arguments).redirectError(errors.toFile());
        builder.environment().put("AUTOCLIPR_CACHE", cache.toString());
        process = builder.start();
        BufferedReader out = process.inputReader();
        reader = Thread.ofVirtual().start(() -> read(out));
    }

    private void read(BufferedReader out) {
        try (out) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                heed(JsonMapper.shared().readTree(line));
            }
        } catch (JacksonException _) {
            // Half a line is what a killed controller leaves last. Were it another one, nobody
            // would read on, and the export would not end.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (this) {
                ended = true;
                notifyAll();
            }
        }
    }

    private synchronized void heed(JsonNode event) {
        if (event.path("event").asString().equals("failure")) {
            failureKind = event.path("kind").asString();
        }
        progress = Math.max(progress, progress(event));
        notifyAll();
    }

    /// How far an export has come that tells of `event`, 0 to 1. It does not depend on how often an
    /// export tells of its frames.
    private static double progress(JsonNode event) {
        return switch (event.path("event").asString()) {
            case "state" ->
                    switch (event.path("state").asString()) {
                        case "preparing" -> 0.04;
                        case "assembling" -> 0.9;
                        case "verifying" -> 0.95;
                        default -> 0;
                    };
            case "planned" -> PLANNED;
            case "frames" ->
                    PLANNED
                            + (RENDERED - PLANNED)
                                    * event.path("done").asInt()
                                    / event.path("total").asInt();
            case "finished" -> 1;
            default -> 0;
        };
    }

    /// Waits until the export has come so far.
    ///
    /// @param share of its way, 0 to 1
    /// @return false if it has ended before
    synchronized boolean awaitProgress(double share) throws InterruptedException {
        while (progress < share && !ended) {
            wait();
        }
        return !ended;
    }

    /// The worker processes that run now.
    List<ProcessHandle> workers() {
        List<ProcessHandle> now = process.descendants().filter(ProcessHandle::isAlive).toList();
        synchronized (this) {
            seen.addAll(now);
        }
        return now;
    }

    ProcessHandle controller() {
        return process.toHandle();
    }

    /// Waits for the end.
    ///
    /// @throws AssertionError if it does not come in time
    End await(int seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("it has not ended after " + seconds + " s");
        }
        reader.join();
        synchronized (this) {
            return new End(process.exitValue(), failureKind);
        }
    }

    /// Waits until no worker that was ever seen is left.
    ///
    /// @throws AssertionError if one stays
    void awaitNoWorkers(int seconds) throws InterruptedException {
        List<ProcessHandle> all;
        synchronized (this) {
            all = List.copyOf(seen);
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (ProcessHandle worker : all) {
            while (worker.isAlive()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("worker " + worker.pid() + " goes on");
                }
                Thread.sleep(20);
            }
        }
    }

    @Override
    public void close() {
        workers();
        process.destroyForcibly();
        synchronized (this) {
            seen.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
