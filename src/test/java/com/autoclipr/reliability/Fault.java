package com.autoclipr.reliability;

/// Something that goes wrong while an export runs.
sealed interface Fault {
    /// `SIGKILL` for a worker.
    ///
    /// @param which among the workers that run then, counted modulo their number
    record KillWorker(int which) implements Fault {}

    /// `SIGSTOP` for a worker: it hangs without using the processor.
    ///
    /// @param which as above
    record StopWorker(int which) implements Fault {}

    /// `SIGKILL` for the controller; its workers have to end by themselves.
    record KillController() implements Fault {}

    /// Every process ends at once, and files that had no name of their own yet keep only a part of
    /// their bytes.
    ///
    /// @param seed of what is left of them
    record CutPower(long seed) implements Fault {}

    /// The chunk store's disk is full until the export has ended.
    record FillStore() implements Fault {}

    /// The destination's disk is full until the export has ended.
    record FillDestination() implements Fault {}

    /// A source is gone until the export has ended.
    record DeleteSource() implements Fault {}

    /// Bytes of one stored chunk change.
    ///
    /// @param seed of which chunk and which bytes
    record CorruptChunk(long seed) implements Fault {}

    /// Whether an export that it strikes may fail (with a kind); it then has to succeed when it is
    /// started again. Whatever ends the controller itself is such a fault.
    default boolean mayFail() {
        return switch (this) {
            case KillWorker _, StopWorker _, CorruptChunk _ -> false;
            case KillController _, CutPower _, FillStore _, FillDestination _, DeleteSource _ ->
                    true;
        };
    }

    /// Whether the controller itself ends without a word.
    default boolean endsController() {
        return this instanceof KillController || this instanceof CutPower;
    }
}
