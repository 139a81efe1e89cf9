package com.autoclipr.libav.timing;

import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.media.StreamClock;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts the epochs of a file's streams one behind the other.
///
/// Where the clock of a file starts again, it does so in every stream, and by about as much: such
/// epochs move together, so that pictures and sound stay in step, to where the pictures follow at
/// once; later, if more than a little sound would overlap. What goes back far in one stream alone
/// moves alone. What leaps ahead in one stream alone is a gap, and stays where it is.
public final class Joints {
    /// How far the jumps of two streams may differ to be one: streams do not end together.
    private static final Rational SAME_JUMP = Rational.of(2);

    /// How far apart the first timestamps of two streams may be to belong together.
    private static final Rational SAME_PLACE = Rational.of(5);

    /// A stream that goes back by less, alone, overlaps itself; the others hold its place.
    private static final Rational OVERLAP = Rational.of(-1);

    /// So much sound may overlap for pictures to follow at once.
    private static final Rational SMALL_OVERLAP = new Rational(1, 5);

    private final int streamCount;
    private final Map<PacketEpochs, List<StreamClock.Shift>> shifts = new LinkedHashMap<>();
    private final Map<PacketEpochs, Rational> ends = new LinkedHashMap<>();
    private final List<Joint> joints = new ArrayList<>();

    /// A place at which the container's clock was not followed.
    ///
    /// @param atSeconds container time, as moved, of what comes next
    /// @param jumpSeconds how much later than due the container had it; negative if it went back
    record Joint(Rational atSeconds, Rational jumpSeconds) {}

    /// An epoch that begins.
    private record Begin(PacketEpochs stream, PacketEpochs.Epoch epoch) {
        Rational jump() {
            return seconds(epoch.jumpTicks());
        }

        /// When it is seen or heard first.
        Rational first() {
            return seconds(epoch.firstTicks() + stream.primingTicks());
        }

        Rational seconds(long ticks) {
            return Timestamps.base(stream.stream()).times(ticks);
        }
    }

    /// @param streams pictures first, if there are any; each has at least one epoch
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

    /// All that begins, in order; what begins together, with an epoch of the first stream, is in
    /// one list.
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
            together.forEach(begin -> shift(begin, by));
            Rational at =
                    together.stream()
                            .map(begin -> begin.first().plus(by))
                            .reduce(Rational::min)
                            .orElseThrow();
            joints.add(new Joint(at, jump));
        }
        together.forEach(this::extend);
    }

    /// How far epochs that begin together move.
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

    /// How far an epoch has to move to follow at once.
    private Rational follows(Begin begin) {
        return end(begin.stream()).minus(begin.first());
    }

    private void shift(Begin begin, Rational by) {
        long ticks = by.dividedBy(Timestamps.base(begin.stream().stream())).round();
        shifts(begin.stream()).add(new StreamClock.Shift(begin.epoch().firstPacket(), ticks));
    }

    private void extend(Begin begin) {
        List<StreamClock.Shift> before = shifts(begin.stream());
        long shift = before.isEmpty() ? 0 : before.getLast().ticks();
        ends.merge(begin.stream(), begin.seconds(begin.epoch().endTicks() + shift), Rational::max);
    }

    /// What has to be added to the timestamps of a stream.
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

    /// Seconds of container time, as moved, at which a stream ends.
    Rational end(PacketEpochs stream) {
        return ends.getOrDefault(stream, Rational.ZERO);
    }

    List<Joint> joints() {
        return joints;
    }
}
