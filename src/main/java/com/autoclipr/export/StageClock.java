package com.autoclipr.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The state of one export, and how long it was in each. Used by the exporting thread.
final class StageClock {
    private final Consumer<ExportEvent> listener;
    private final Map<String, Long> stageMs = new LinkedHashMap<>();
    private ExportState state = ExportState.QUEUED;
    private long sinceNs = System.nanoTime();

    StageClock(Consumer<ExportEvent> listener) {
        this.listener = listener;
    }

    void become(ExportState next) {
        ExportState before = state;
        state = before.become(next);
        long nowNs = System.nanoTime();
        if (before != ExportState.QUEUED) {
            stageMs.merge(before.token(), (nowNs - sinceNs) / 1_000_000, Long::sum);
        }
        sinceNs = nowNs;
        listener.accept(new ExportEvent.StateChanged(next));
    }

    ExportState state() {
        return state;
    }

    /// Milliseconds by stage, of the stage that runs up to now.
    Map<String, Long> stageMs() {
        Map<String, Long> all = new LinkedHashMap<>(stageMs);
        all.merge(state.token(), (System.nanoTime() - sinceNs) / 1_000_000, Long::sum);
        return Collections.unmodifiableMap(all);
    }
}
