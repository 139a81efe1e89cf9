package com.autoclipr.libav.timing;

import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.media.StreamClock;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Joins the epochs of a file's streams.
///
/// When the clock of a file restarts, it does so in all streams, by about the same amount. Such
/// epochs are shifted together, so that audio and video stay in sync, to where the video continues
/// without a gap, or later if more than a little audio would overlap. A large step back in one
/// stream alone is shifted alone. A jump ahead in one stream alone is a gap and stays.
public final class Joints {
    /// Tolerance for jumps of two streams to count as one, since streams do not end together.
    private static final Rational SAME_JUMP = Rational.of(2);

    /// Tolerance for the first timestamps of two streams to belong together.
    private static final Rational SAME_PLACE = Rational.of(5);

    /// A stream that steps back by less, alone, overlaps itself; the others keep its position.
    private static final Rational OVERLAP = Rational.of(-1);

    /// Audio overlap that is accepted for video to continue without a gap.
    private static final Rational SMALL_OVERLAP = new Rational(1, 5);

    private final int streamCount;
    private final Map<PacketEpochs, List<StreamClock.Shift>> shifts = new LinkedHashMap<>();
    private final Map<PacketEpochs, Rational> ends = new LinkedHashMap<>();
    private final List<Joint> joints = new ArrayList<>();

    /// A position at which the container's timestamps were not used.
    ///
    /// @param atSeconds shifted container time of what follows
    /// @param jumpSeconds jump of the container's timestamps; negative if backwards
    record Joint(Rational atSeconds, Rational jumpSeconds) {}

    /// The start of an epoch.
    private record Begin(PacketEpochs stream, PacketEpochs.Epoch epoch) {
        Rational jump() {
            return seconds(epoch.jumpTicks());
        }

        /// Its first presentation time.
        Rational first() {
            return seconds(epoch.firstTicks() + stream.primingTicks());
        }

        Rational seconds(long ticks) {
            return Timestamps.base(stream.stream()).times(ticks);
        }
    }

    /// @param streams video first, if there is any; each has at least one epoch
    Joints(List<PacketEpochs> streams) {
        this.streamCount = streams.size();
        for (PacketEpochs stream : streams) {
            shifts.put(stream, new ArrayList<>());
            extend(new Begin(stream, stream.epochs().getFirst()));
        }
        groups(streams).forEach(this::begin);
    }

    private static List<Begin> later(PacketEpochs stream) {
        return stream.epochs().stream().skip(1).map(epoch -> new Begin(stream, epoch)).toList();
    }

    /// All epoch starts, in order; those that start together with an epoch of the first stream are
    /// in one list.
    private static List<List<Begin>> groups(List<PacketEpochs> streams) {
        List<Begin> leading = later(streams.getFirst());
        List<List<List<Begin>>> before = new ArrayList<>();
        List<List<Begin>> groups = new ArrayList<>();
        for (Begin begin : leading) {
            before.add(new ArrayList<>());
            groups.add(new ArrayList<>(List.of(begin)));
        }
        List<List<Begin>> after = new ArrayList<>();
        for (PacketEpochs stream : streams.subList(1, streams.size())) {
            List<Begin> others = later(stream);
            int next = 0;
            for (int i = 0; i < leading.size(); i++) {
                int match = next;
                while (match < others.size() && !together(leading.get(i), others.get(match))) {
                    match++;
                }
                if (match < others.size()) {
                    for (Begin alone : others.subList(next, match)) {
                        before.get(i).add(List.of(alone));
                    }
                    groups.get(i).add(others.get(match));
                    next = match + 1;
                }
            }
            others.subList(next, others.size()).forEach(alone -> after.add(List.of(alone)));
        }
        List<List<Begin>> all = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            all.addAll(before.get(i));
            all.add(groups.get(i));
        }
        all.addAll(after);
        return all;
    }

    private static boolean together(Begin one, Begin other) {
        return near(one.jump(), other.jump(), SAME_JUMP)
                && near(one.first(), other.first(), SAME_PLACE);
    }

    private static boolean near(Rational one, Rational other, Rational most) {
        Rational difference = one.minus(other);
        return difference.max(difference.negate()).compareTo(most) < 0;
    }

    private void begin(List<Begin> together) {
        Rational jump = together.getFirst().jump();
        if (streamCount == 1 || together.size() > 1 || jump.compareTo(OVERLAP) < 0) {
            Rational by = move(together);
            Rational at =
                    together.stream()
                            .map(begin -> place(begin, by))
                            .reduce(Rational::min)
                            .orElseThrow();
            together.forEach(begin -> shift(begin, by));
            joints.add(new Joint(at, jump));
        }
        together.forEach(this::extend);
    }

    /// Shifted container time at which an epoch's content begins.
    ///
    /// @param by its shift, which it does not have yet
    private Rational place(Begin begin, Rational by) {
        OptionalLong before = begin.epoch().beforeTicks();
        return before.isPresent()
                ? begin.seconds(before.getAsLong() + shiftBefore(begin.stream()))
                : begin.first().plus(by);
    }

    private long shiftBefore(PacketEpochs stream) {
        List<StreamClock.Shift> before = shifts(stream);
        return before.isEmpty() ? 0 : before.getLast().ticks();
    }

    /// The shift of epochs that start together.
    private Rational move(List<Begin> together) {
        Rational most = follows(together.getFirst());
        for (Begin begin : together) {
            most = most.max(follows(begin));
        }
        Rational pictures =
                together.stream()
                        .filter(begin -> begin.stream().isPictures())
                        .map(this::follows)
                        .findFirst()
                        .orElse(most);
        return most.minus(pictures).compareTo(SMALL_OVERLAP) <= 0 ? pictures : most;
    }

    /// The shift that an epoch needs to continue without a gap.
    private Rational follows(Begin begin) {
        return end(begin.stream()).minus(begin.first());
    }

    private void shift(Begin begin, Rational by) {
        long ticks = by.dividedBy(Timestamps.base(begin.stream().stream())).round();
        shifts(begin.stream()).add(new StreamClock.Shift(begin.epoch().firstPacket(), ticks));
    }

    private void extend(Begin begin) {
        long shift = shiftBefore(begin.stream());
        ends.merge(begin.stream(), begin.seconds(begin.epoch().endTicks() + shift), Rational::max);
    }

    /// Offsets to the timestamps of a stream.
    List<StreamClock.Shift> of(PacketEpochs stream) {
        List<StreamClock.Shift> all = new ArrayList<>(shifts(stream));
        for (PacketEpochs.Spike spike : stream.spikes()) {
            long around = shiftAt(spike.first(), shifts(stream));
            all.add(new StreamClock.Shift(spike.first(), around + spike.addTicks()));
            if (shifts(stream).stream().noneMatch(s -> s.packet() == spike.end())) {
                all.add(new StreamClock.Shift(spike.end(), around));
            }
        }
        all.sort(Comparator.comparingLong(StreamClock.Shift::packet));
        return all;
    }

    static long shiftAt(long packet, List<StreamClock.Shift> shifts) {
        long ticks = 0;
        for (StreamClock.Shift shift : shifts) {
            if (shift.packet() <= packet) {
                ticks = shift.ticks();
            }
        }
        return ticks;
    }

    private List<StreamClock.Shift> shifts(PacketEpochs stream) {
        return shifts.computeIfAbsent(stream, _ -> new ArrayList<>());
    }

    /// End of a stream in seconds of shifted container time.
    Rational end(PacketEpochs stream) {
        return ends.getOrDefault(stream, Rational.ZERO);
    }

    List<Joint> joints() {
        return joints;
    }
}
