package com.autoclipr.worker.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches a process while it starts, until it is set up to die with its parent. A process that is
/// stopped in this window is killed: its start would never complete, and it would outlive this
/// process.
///
/// Runs in its own thread for a short time. Without `/proc` it sees nothing.
final class LaunchMonitor {
    private static final Logger LOG = LoggerFactory.getLogger(LaunchMonitor.class);
    private static final Duration LOOK = Duration.ofMillis(10);

    /// Long enough for a process to become a worker on a busy machine, or to request a death signal
    /// itself.
    private static final int MOST_LOOKS = 200;

    private final Path children;
    private final String wanted;
    private final boolean armed;
    private final AtomicBoolean killed = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();

    private LaunchMonitor(Path children, List<String> command, boolean armed) {
        this.children = children;
        this.wanted = String.join("\0", command) + "\0";
        this.armed = armed;
    }

    /// Starts watching for the one process that the calling thread starts.
    ///
    /// @param command that it finally executes
    /// @param armed whether it dies with its parent from then on
    static LaunchMonitor ofThisThread(List<String> command, boolean armed) {
        LaunchMonitor watch = new LaunchMonitor(childrenOfThisThread(), command, armed);
        Thread.ofVirtual().name("launch").start(watch::look);
        return watch;
    }

    private static Path childrenOfThisThread() {
        try {
            return Path.of("/proc/thread-self").toRealPath().resolve("children");
        } catch (IOException e) {
            return Path.of("/proc/thread-self/children"); // never exists, harmless
        }
    }

    /// Whether the process was stopped and has been killed.
    boolean hasKilled() {
        return killed.get();
    }

    /// No process was started.
    void end() {
        over.set(true);
    }

    private void look() {
        boolean stoppedBefore = false;
        try {
            for (int i = 0; i < MOST_LOOKS && !over.get(); i++) {
                Thread.sleep(LOOK);
                OptionalLong child = child();
                if (child.isPresent()) {
                    if (armed && read(child.getAsLong(), "cmdline").equals(wanted)) {
                        return;
                    }
                    boolean stopped = isStopped(child.getAsLong());
                    if (stopped && stoppedBefore) {
                        kill(child.getAsLong());
                        return;
                    }
                    stoppedBefore = stopped;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OptionalLong child() {
        try {
            String first = Files.readString(children).strip().split(" ", 2)[0];
            return first.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(first));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty(); // not Linux
        }
    }

    private static String read(long pid, String name) {
        try {
            return new String(
                    Files.readAllBytes(Path.of("/proc", Long.toString(pid), name)),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // gone
        }
    }

    private static boolean isStopped(long pid) {
        String stat = read(pid, "stat");
        return stat.startsWith("T", stat.lastIndexOf(')') + 2);
    }

    private void kill(long pid) {
        LOG.warn("process {} was stopped while starting and is killed", pid);
        killed.set(true);
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        process.ifPresent(ProcessHandle::destroyForcibly);
    }
}
