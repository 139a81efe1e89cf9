package com.autoclipr.worker.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Has Linux kill a worker when its parent dies before the worker can ask for that itself (see
/// [ParentDeath]): a Java process takes tenths of a second to come so far, and one that is stopped
/// meanwhile would stay forever.
///
/// `setpriv` of util-linux, which every usual Linux has, asks for it and becomes the worker, in a
/// millisecond or two; for those there is [LaunchMonitor]. Without it workers start as they are.
final class DeathSignal {
    private static final List<String> PLACES = List.of("/usr/bin/setpriv", "/bin/setpriv");
    private static final int LARGEST_BYTES = 1 << 20;

    private DeathSignal() {}

    /// Looked for once in a process.
    private static final class Found {
        static final List<String> PREFIX =
                PLACES.stream()
                        .filter(DeathSignal::canDoIt)
                        .findFirst()
                        .map(place -> List.of(place, "--pdeathsig", "KILL", "--"))
                        .orElse(List.of());
    }

    /// The command that starts `command` so, or `command` itself. One that is not executable stays
    /// as it is, so that it fails as such.
    static List<String> before(List<String> command) {
        if (!Files.isExecutable(Path.of(command.getFirst()))) {
            return command;
        }
        List<String> whole = new ArrayList<>(Found.PREFIX);
        whole.addAll(command);
        return whole;
    }

    /// That of BusyBox and those before 2.33 do not know the option. To run it would be one more
    /// process that could be stopped, so it is looked for in the program.
    private static boolean canDoIt(String place) {
        Path program = Path.of(place);
        try {
            return Files.isExecutable(program)
                    && Files.size(program) <= LARGEST_BYTES
                    && new String(Files.readAllBytes(program), StandardCharsets.ISO_8859_1)
                            .contains("pdeathsig");
        } catch (IOException e) {
            return false; // not to be read: nor to be relied on
        }
    }
}
