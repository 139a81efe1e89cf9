package com.autoclipr.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends this process at once on a signal, without cleaning up: for whoever presses Ctrl-C again.
///
/// Java has no public way to hear of signals; `sun.misc.Signal` is part of every JDK, but the
/// compiler warns of it whoever asks for no warnings, hence by reflection.
final class Interrupts {
    private static final Logger LOG = LoggerFactory.getLogger(Interrupts.class);

    private Interrupts() {}

    /// From now on SIGINT and SIGTERM halt the process with 128 + the signal's number.
    static void endAtOnce() {
        endAtOnceOn("INT", 130);
        endAtOnceOn("TERM", 143);
    }

    private static void endAtOnceOn(String name, int exitCode) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler halt =
                    (_, _, _) -> {
                        Runtime.getRuntime().halt(exitCode);
                        return null;
                    };
            Object halting =
                    Proxy.newProxyInstance(
                            Interrupts.class.getClassLoader(), new Class<?>[] {handler}, halt);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), halting);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // Then the first signal alone ends the process, in its own time.
            LOG.debug("no second {} is heard: {}", name, e.toString());
        }
    }
}
