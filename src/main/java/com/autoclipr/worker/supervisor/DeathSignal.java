package com.autoclipr.worker.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes Linux kill a worker when its parent dies before the worker can request that itself (see
/// [ParentDeath]): a Java process takes tenths of a second to get that far, and one that is stopped
/// in that time would stay forever.
///
/// `setpriv` of util-linux, which all common distributions have, requests it and then execs the
/// worker, within a millisecond or two; [LaunchMonitor] covers those. Without `setpriv` workers
/// start directly.
final class DeathSignal {
    private static final List<String> PLACES = List.of("/usr/bin/setpriv", "/bin/setpriv");
    private static final int LARGEST_BYTES = 1 << 20;

    private DeathSignal() {}

    /// Looked up once per process.
    private static final class Found {
        static final List<String> PREFIX =
                PLACES.stream()
                        .filter(DeathSignal::canDoIt)
                        .findFirst()
                        .map(place -> List.of(place, "--pdeathsig", "KILL", "--"))
                        .orElse(List.of());
    }

    /// Wraps `command`, if possible. A command that is not executable stays unchanged, so that it
    /// fails by itself.
    static List<String> before(List<String> command) {
        if (!Files.isExecutable(Path.of(command.getFirst()))) {
            return command;
        }
        List<String> whole = new ArrayList<>(Found.PREFIX);
        whole.addAll(command);
        return whole;
    }

    /// BusyBox and versions before 2.33 do not have the option. Running the program to find out
    /// would be one more process that could be stopped, so its binary is searched instead.
    private static boolean canDoIt(String place) {
        Path program = Path.of(place);
        try {
            return Files.isExecutable(program)
                    && Files.size(program) <= LARGEST_BYTES
                    && new String(Files.readAllBytes(program), StandardCharsets.ISO_8859_1)
                            .contains("pdeathsig");
        } catch (IOException e) {
            return false; // unreadable, so not reliable
        }
    }
}
