package com.autoclipr.export.workers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The remaining work of an encoding stage and its scheduling. Failed work is retried in another
/// place (if there is one) with nothing else in its worker; if it fails again, alone, while no
/// other place works. A third failure is final.
///
/// Thread-safe: one thread per place takes work, and waits here while others may still return some.
public final class Worklist {
    /// The audio track, among indices of chunks.
    public static final int AUDIO = -1;

    private final int places;
    private final ChunkRuns runs;
    private boolean audioWaiting;
    private final Map<Integer, Integer> failures = new HashMap<>();

    /// Work to be retried, and the place where it failed.
    private final Map<Integer, Integer> elsewhere = new LinkedHashMap<>();

    private final Deque<Integer> alone = new ArrayDeque<>();
    private final Map<Integer, Integer> lastChunkOf = new HashMap<>();
    private final Set<Integer> inWork = new HashSet<>();
    private final Set<Integer> absent = new HashSet<>();
    private boolean aloneRuns;
    private boolean stopped;

    /// A unit of work for a place.
    ///
    /// @param work index of the chunk, or [#AUDIO]
    /// @param attempt from 1
    /// @param alone whether nothing else runs until this has ended
    public record Turn(int work, int attempt, boolean alone) {
        /// Whether the place may take more work before this has ended.
        public boolean besideOthers() {
            return attempt == 1;
        }
    }

    /// @param places that take work, at least 1
    /// @param chunks indices of the chunks to encode
    /// @param audio whether the audio track has to be encoded
    public Worklist(int places, List<Integer> chunks, boolean audio) {
        this.places = places;
        this.runs = new ChunkRuns(chunks);
        this.audioWaiting = audio;
    }

    /// The next work for a place.
    ///
    /// @param idle whether the place has nothing to do; then this waits for work
    /// @return empty: nothing now (not idle), or no more work (idle)
    public synchronized Optional<Turn> take(int place, boolean idle) throws InterruptedException {
        while (!stopped) {
            Optional<Turn> turn = offer(place, idle);
            if (turn.isPresent()) {
                inWork.add(turn.get().work());
                return turn;
            }
            if (!idle || nothingLeft()) {
                return Optional.empty();
            }
            wait();
        }
        return Optional.empty();
    }

    /// Whether nothing is left to do, or nothing may be done any more.
    public synchronized boolean isOver() {
        return stopped || nothingLeft();
    }

    private boolean nothingLeft() {
        return inWork.isEmpty()
                && elsewhere.isEmpty()
                && alone.isEmpty()
                && runs.isEmpty()
                && !audioWaiting;
    }

    private Optional<Turn> offer(int place, boolean idle) {
        if (aloneRuns) {
            return Optional.empty();
        }
        if (!alone.isEmpty()) {
            if (!inWork.isEmpty()) {
                return Optional.empty();
            }
            aloneRuns = true;
            return Optional.of(turn(alone.removeFirst(), true));
        }
        if (idle) {
            for (Map.Entry<Integer, Integer> again : elsewhere.entrySet()) {
                if (places - absent.size() == 1 || again.getValue() != place) {
                    elsewhere.remove(again.getKey());
                    return Optional.of(turn(again.getKey(), false));
                }
            }
        }
        if (audioWaiting) {
            audioWaiting = false;
            return Optional.of(turn(AUDIO, false));
        }
        return nextChunk(place);
    }

    private Optional<Turn> nextChunk(int place) {
        Integer previous = lastChunkOf.get(place);
        List<Integer> others =
                lastChunkOf.entrySet().stream()
                        .filter(entry -> entry.getKey() != place)
                        .map(Map.Entry::getValue)
                        .toList();
        OptionalInt next =
                runs.next(
                        previous == null ? OptionalInt.empty() : OptionalInt.of(previous), others);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        lastChunkOf.put(place, next.getAsInt());
        return Optional.of(turn(next.getAsInt(), false));
    }

    private Turn turn(int work, boolean aloneNow) {
        return new Turn(work, failures.getOrDefault(work, 0) + 1, aloneNow);
    }

    /// Place `place` takes work.
    public synchronized void enter(int place) {
        absent.remove(place);
    }

    /// Place `place` takes none until it enters again: what failed elsewhere does not wait for it.
    public synchronized void leave(int place) {
        absent.add(place);
        notifyAll();
    }

    public synchronized void done(Turn turn) {
        ended(turn);
    }

    /// Returns work that was lost with its worker through another failure.
    public synchronized void lost(Turn turn) {
        if (turn.work() == AUDIO) {
            audioWaiting = true;
        } else {
            runs.giveBack(turn.work());
        }
        ended(turn);
    }

    /// Returns work that failed in `place`.
    ///
    /// @return whether it is retried
    public synchronized boolean failed(Turn turn, int place) {
        failures.put(turn.work(), turn.attempt());
        if (turn.attempt() == WorkerPool.MOST_ATTEMPTS - 1) {
            alone.addLast(turn.work());
        } else if (turn.attempt() < WorkerPool.MOST_ATTEMPTS) {
            elsewhere.put(turn.work(), place);
        }
        ended(turn);
        return turn.attempt() < WorkerPool.MOST_ATTEMPTS;
    }

    private void ended(Turn turn) {
        inWork.remove(turn.work());
        if (turn.alone()) {
            aloneRuns = false;
        }
        notifyAll();
    }

    /// Stops handing out work.
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
