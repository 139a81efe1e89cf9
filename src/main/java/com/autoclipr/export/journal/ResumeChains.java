package com.autoclipr.export.journal;

import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Links exports to those that resumed them. Only the first line of the later journal records this,
/// and it is on disk before any work starts. So the journal of an ended export is never written to,
/// and a resume that is killed has either been recorded or not begun.
final class ResumeChains {
    private final Map<ExportId, List<PastExport>> wentOnWith = new HashMap<>();

    ResumeChains(List<PastExport> all) {
        for (PastExport past : all) {
            past.job()
                    .request()
                    .flatMap(request -> request.resumes())
                    .ifPresent(
                            earlier ->
                                    wentOnWith
                                            .computeIfAbsent(earlier, _ -> new ArrayList<>())
                                            .add(past));
        }
    }

    /// `past` with its successor, if another export resumed it.
    PastExport withSuccessor(PastExport past) {
        if (past.isRunning() || past.job().state() == ExportState.SUCCEEDED) {
            return past;
        }
        Optional<PastExport> counts =
                later(past.job().id()).stream()
                        .max(
                                Comparator.comparingInt(ResumeChains::rank)
                                        .thenComparing(later -> later.job().id()));
        return past.resumedBy(
                counts.map(later -> new PastExport.Successor(later.job().id(), later.standing())));
    }

    /// Priority: succeeded before running before all others, because of two concurrent resumes one
    /// is refused.
    private static int rank(PastExport later) {
        if (later.job().state() == ExportState.SUCCEEDED) {
            return 2;
        }
        return later.isRunning() ? 1 : 0;
    }

    /// All exports that resumed it, directly or indirectly.
    private List<PastExport> later(ExportId first) {
        List<PastExport> all = new ArrayList<>();
        Set<ExportId> seen = new HashSet<>(Set.of(first));
        Deque<ExportId> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (PastExport next : wentOnWith.getOrDefault(open.removeFirst(), List.of())) {
                if (seen.add(next.job().id())) {
                    all.add(next);
                    open.addLast(next.job().id());
                }
            }
        }
        return all;
    }
}
