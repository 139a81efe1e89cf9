package com.autoclipr.worker.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Processes that a worker has started, found after its death by a mark in the environment that
/// they inherit. Without `/proc` none is found.
final class Descendants {
    private static final Logger LOG = LoggerFactory.getLogger(Descendants.class);
    private static final String NAME = "AUTOCLIPR_WORKER_MARK";

    /// Processes that are just being started are found in the next round.
    private static final int ROUNDS = 3;

    private final String mark = UUID.randomUUID().toString();

    /// @param environment of the worker to be started
    void mark(Map<String, String> environment) {
        environment.put(NAME, mark);
    }

    /// Kills all of them.
    void end() {
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> found =
                    ProcessHandle.allProcesses().filter(this::isMarked).toList();
            if (found.isEmpty()) {
                return;
            }
            for (ProcessHandle process : found) {
                LOG.debug("process {}, started by a worker, is killed", process.pid());
                process.destroyForcibly();
            }
        }
    }

    private boolean isMarked(ProcessHandle process) {
        Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
        try {
            return new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1)
                    .contains(NAME + "=" + mark);
        } catch (IOException e) {
            return false; // gone, or another user's
        }
    }
}
