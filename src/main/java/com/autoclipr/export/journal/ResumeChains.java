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

/// Which exports went on with which. Only the journal of the later one says so, in its first line,
/// which is on disk before anything is done; so nothing is written into the journal of an export
/// that has ended, and a resume that is killed at any moment is seen or has not begun.
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

    /// `past`, with what became of it if another export went on with it.
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

    /// One that succeeded counts before one that runs, and that before the others: whoever resumes
    /// twice at the same time has one of the two refused.
    private static int rank(PastExport later) {
        if (later.job().state() == ExportState.SUCCEEDED) {
            return 2;
        }
        return later.isRunning() ? 1 : 0;
    }

    /// All that went on with it, one after the other or beside each other.
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
