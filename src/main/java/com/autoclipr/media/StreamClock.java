package com.autoclipr.media;

import com.autoclipr.time.Rational;
import java.util.List;
import java.util.Optional;

/// How presentation timestamps of a stream are derived when the container's alone do not suffice:
/// because they restart or jump, or because there are none.
///
/// Packets of the stream are numbered in file order, from 0. Times are in ticks of the stream's
/// time base.
///
/// @param source where presentation timestamps come from
/// @param packetTicks ticks per packet, for packets without timestamps; zero if [#source] is
///   [Source#STORED]
/// @param delayTicks PTS minus DTS of a keyframe, for [Source#DECODING_ORDER]
/// @param shifts offsets to the container's timestamps, by packet, in order; each replaces the one
///   before
/// @param entries packets at which decoding can start, in order, beginning with packet 0; empty if
///   the container's timestamps are unambiguous and it can seek by itself
/// @param edits the edit list, if it does more than trim; all other times are media times then
public record StreamClock(
        Source source,
        Rational packetTicks,
        long delayTicks,
        List<Shift> shifts,
        List<Entry> entries,
        Optional<EditList> edits) {
    /// The container stores a PTS with nearly every packet, on one continuous timeline.
    public static final StreamClock CONTAINER =
            new StreamClock(
                    Source.STORED, Rational.ZERO, 0, List.of(), List.of(), Optional.empty());

    /// Where presentation timestamps come from.
    public enum Source {
        /// The container's PTS.
        STORED,
        /// The container's DTS: the n-th picture in presentation order gets the n-th of them.
        DECODING_ORDER,
        /// The frame rate alone: elementary streams.
        COUNTED
    }

    /// An offset of `ticks` from packet `packet` on.
    public record Shift(long packet, long ticks) {}

    /// Packet `packet` is a keyframe with the PTS `ticks`.
    public record Entry(long packet, long ticks) {}

    public StreamClock {
        shifts = List.copyOf(shifts);
        entries = List.copyOf(entries);
        if (!entries.isEmpty() && source == Source.STORED && shifts.isEmpty()) {
            throw new IllegalArgumentException(
                    "entries of a stream that its container can seek in: " + entries.size());
        }
    }

    /// Whether the container's own timestamps are used throughout.
    public boolean timedByContainer() {
        return source == Source.STORED && shifts.isEmpty();
    }

    public StreamClock with(List<Shift> newShifts, List<Entry> newEntries) {
        return new StreamClock(source, packetTicks, delayTicks, newShifts, newEntries, edits);
    }

    public StreamClock with(EditList newEdits) {
        return new StreamClock(
                source, packetTicks, delayTicks, shifts, entries, Optional.of(newEdits));
    }
}
