package com.autoclipr.cli.terminal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Halts this process at once on a second signal (Ctrl-C pressed again), without cleaning up.
///
/// Java has no public API for signals. `sun.misc.Signal` is part of every JDK, but using it
/// directly gives a compiler warning that cannot be suppressed, hence reflection.
public final class Interrupts {
    private static final Logger LOG = LoggerFactory.getLogger(Interrupts.class);

    /// Exit codes by the names of Java's signal handler threads.
    private static final Map<String, Integer> HANDLERS =
            Map.of(
                    "SIGHUP handler", 128 + 1,
                    "SIGINT handler", 128 + 2,
                    "SIGTERM handler", 128 + 15);

    private Interrupts() {}

    /// From now on SIGINT and SIGTERM halt the process with 128 plus the signal number.
    public static void endAtOnce() {
        endAtOnceOn("INT", 130);
        endAtOnceOn("TERM", 143);
    }

    /// The exit code of a process that a signal is ending, found by the thread in which Java
    /// handles the signal.
    public static OptionalInt exitCode() {
        ThreadGroup top = Thread.currentThread().getThreadGroup();
        while (top.getParent() != null) {
            top = top.getParent();
        }
        Thread[] threads = new Thread[top.activeCount() + 20];
        int count = top.enumerate(threads);
        for (int i = 0; i < count; i++) {
            Integer code = HANDLERS.get(threads[i].getName());
            if (code != null) {
                return OptionalInt.of(code);
            }
        }
        return OptionalInt.empty();
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
            // Then only the first signal ends the process, through its shutdown hooks.
            LOG.debug("no second {} is heard: {}", name, e.toString());
        }
    }
}
