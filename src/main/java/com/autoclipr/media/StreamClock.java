package com.autoclipr.media;

import com.autoclipr.time.Rational;
import java.util.List;
import java.util.Optional;

/// How the packets of a stream get their presentation times where the container's timestamps alone
/// do not give them: because they start again or leap, or because there are none.
///
/// Packets of the stream are numbered in file order, from 0. Times are in ticks of the stream's
/// time base.
///
/// @param source what presentation times are made from
/// @param packetTicks ticks from one packet to the next, for packets without any timestamp; zero
///   where [#source] is [Source#STORED]
/// @param delayTicks presentation time of a key picture less its decoding time, for
///   [Source#DECODING_ORDER]
/// @param shifts what is added to the container's timestamps, by packet, in order; each replaces
///   the one before
/// @param entries packets at which decoding can start, in order, the first of them packet 0; empty
///   where the container can seek by itself, because its timestamps are unambiguous
/// @param parts the streams of the file that this one goes on as, in order, the first of them the
///   stream itself; empty where it is one from start to end
/// @param edits which parts of the track are shown when, where a file says more than a start and an
///   end; all other times are media times then
public record StreamClock(
        Source source,
        Rational packetTicks,
        long delayTicks,
        List<Shift> shifts,
        List<Entry> entries,
        List<Part> parts,
        Optional<EditList> edits) {
    /// The container stores a presentation time with nearly every packet, on one timeline.
    public static final StreamClock CONTAINER =
            new StreamClock(
                    Source.STORED,
                    Rational.ZERO,
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty());

    /// What presentation times are made from.
    public enum Source {
        /// Presentation timestamps of the container.
        STORED,
        /// Decoding timestamps: the n-th picture in presentation order gets the n-th of them.
        DECODING_ORDER,
        /// Nothing but the frame rate: elementary streams.
        COUNTED
    }

    /// From packet `packet` on, `ticks` are added.
    public record Shift(long packet, long ticks) {}

    /// Packet `packet` is a key packet shown at `ticks`.
    public record Entry(long packet, long ticks) {}

    /// From packet `packet` on, packets are those of the file's stream `stream`.
    public record Part(long packet, int stream) {}

    public StreamClock {
        shifts = List.copyOf(shifts);
        entries = List.copyOf(entries);
        parts = List.copyOf(parts);
        if (!parts.isEmpty() && shifts.isEmpty()) {
            throw new IllegalArgumentException(
                    "a stream in parts that its container can seek in: " + parts);
        }
        if (!entries.isEmpty() && source == Source.STORED && shifts.isEmpty()) {
            throw new IllegalArgumentException(
                    "entries of a stream that its container can seek in: " + entries.size());
        }
    }

    /// Whether packets are timed by the container's own timestamps throughout.
    public boolean timedByContainer() {
        return source == Source.STORED && shifts.isEmpty();
    }

    public StreamClock with(List<Shift> newShifts, List<Entry> newEntries) {
        return new StreamClock(
                source, packetTicks, delayTicks, newShifts, newEntries, parts, edits);
    }

    /// @param newShifts one for each part at least
    public StreamClock with(List<Shift> newShifts, List<Entry> newEntries, List<Part> newParts) {
        return new StreamClock(
                source, packetTicks, delayTicks, newShifts, newEntries, newParts, edits);
    }

    public StreamClock with(EditList newEdits) {
        return new StreamClock(
                source, packetTicks, delayTicks, shifts, entries, parts, Optional.of(newEdits));
    }
}
