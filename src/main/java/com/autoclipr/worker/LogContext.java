package com.autoclipr.worker;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.MDC;

/// Logging context of a thread: `export`, `worker`, `chunk`. Threads do not inherit it
/// automatically.
public final class LogContext {
    public static final String EXPORT = "export";
    public static final String WORKER = "worker";
    public static final String CHUNK = "chunk";

    private LogContext() {}

    /// Wraps `task` so that another thread runs it with the current context of this one.
    public static Runnable carried(Runnable task) {
        return carried(task, Map.of());
    }

    /// The same for threads of a worker.
    public static Runnable carried(Runnable task, int worker) {
        return carried(task, Map.of(WORKER, Integer.toString(worker)));
    }

    private static Runnable carried(Runnable task, Map<String, String> more) {
        Map<String, String> whose = MDC.getCopyOfContextMap();
        Map<String, String> all = new HashMap<>(whose == null ? Map.of() : whose);
        all.putAll(more);
        return () -> {
            MDC.setContextMap(all);
            try {
                task.run();
            } finally {
                MDC.clear();
            }
        };
    }
}
