package com.autoclipr.export.workers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/// Decides which chunk a worker takes next. Workers get contiguous runs, so that decoders continue
/// without seeking; an idle worker splits the longest remaining run. Not thread-safe.
final class ChunkRuns {
    private final TreeSet<Integer> waiting;

    /// @param chunks indices of the chunks to encode
    ChunkRuns(Iterable<Integer> chunks) {
        waiting = new TreeSet<>();
        chunks.forEach(waiting::add);
    }

    /// The next chunk for a worker after `previous`: the following one; else the start of a run
    /// that no other worker is approaching; else the middle of the longest run.
    ///
    /// @param previous the worker's last chunk; empty if it had none
    /// @param others the last chunks of the other workers
    OptionalInt next(OptionalInt previous, List<Integer> others) {
        if (previous.isPresent() && waiting.remove(previous.getAsInt() + 1)) {
            return OptionalInt.of(previous.getAsInt() + 1);
        }
        Optional<Run> best =
                runs().stream()
                        .max(
                                Comparator.comparingInt(
                                                (Run run) ->
                                                        run.share(others.contains(run.first() - 1)))
                                        .thenComparing(
                                                Comparator.comparingInt(Run::first).reversed()));
        if (best.isEmpty()) {
            return OptionalInt.empty();
        }
        Run run = best.get();
        boolean taken = others.contains(run.first() - 1);
        int chunk = taken ? run.first() + run.count() / 2 : run.first();
        waiting.remove(chunk);
        return OptionalInt.of(chunk);
    }

    /// Returns a chunk that has to be retried.
    void giveBack(int chunk) {
        waiting.add(chunk);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// @param first index of its first chunk
    /// @param count number of chunks
    private record Run(int first, int count) {
        /// How many of its chunks an additional worker would get.
        int share(boolean taken) {
            return taken ? count - count / 2 : count;
        }
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int first = -1;
        int last = -2;
        for (int chunk : waiting) {
            if (chunk != last + 1) {
                if (first >= 0) {
                    runs.add(new Run(first, last - first + 1));
                }
                first = chunk;
            }
            last = chunk;
        }
        if (first >= 0) {
            runs.add(new Run(first, last - first + 1));
        }
        return runs;
    }
}
