package com.autoclipr.libav.timing;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.media.EditList;
import com.autoclipr.media.StreamClock;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// The ends and clocks of the streams of a file.
///
/// @param ends by stream index, in seconds of container time; without streams that have no packets
/// @param clocks by stream index
/// @param met decisions about positions in the file
/// @param missing the missing part of a truncated file
public record SourceTimes(
        Map<Integer, Rational> ends,
        Map<Integer, StreamClock> clocks,
        List<WholeScan.Met> met,
        Optional<Missing> missing) {
    /// For a still image.
    public static final SourceTimes NONE =
            new SourceTimes(Map.of(), Map.of(), List.of(), Optional.empty());

    /// Headers are rounded, include encoder padding, and may be written before a recording ends.
    private static final Rational DECLARED_ROUNDING = new Rational(1, 2);

    /// Some writers count a header or padding byte differently.
    private static final long LEAST_BYTES = 1_024;

    /// A file that ends before its declared end.
    ///
    /// @param end seconds of container time of the last packet's end
    /// @param declared the declared end, if it is in seconds
    /// @param bytes whether the file has fewer bytes than declared
    record Missing(Rational end, Optional<Rational> declared, boolean bytes) {}

    public SourceTimes {
        ends = Map.copyOf(ends);
        clocks = Map.copyOf(clocks);
        met = List.copyOf(met);
    }

    /// @param picture facts of the video stream, as far as its first packets tell
    /// @param heard default audio streams
    /// @param sounds all audio streams
    public static SourceTimes of(
            InputFile input,
            Optional<VideoFacts> picture,
            List<AVStream> heard,
            List<AVStream> sounds) {
        Map<Integer, StreamClock> clocks = new LinkedHashMap<>();
        picture.ifPresent(facts -> clocks.put(facts.streamIndex(), facts.clock()));
        sounds.forEach(stream -> clocks.put(stream.index(), StreamClock.CONTAINER));
        if (WholeScan.isNeeded(input)) {
            return scanned(input, clocks);
        }
        List<AVStream> used = new ArrayList<>(heard);
        picture.ifPresent(facts -> used.addFirst(input.stream(facts.streamIndex())));
        return indexed(input, clocks, used);
    }

    private static SourceTimes scanned(InputFile input, Map<Integer, StreamClock> first) {
        WholeScan scan = WholeScan.of(input.path(), first);
        Map<Integer, Rational> ends = new LinkedHashMap<>();
        Map<Integer, StreamClock> clocks = new LinkedHashMap<>(first);
        scan.streams()
                .forEach(
                        (index, stream) -> {
                            ends.put(index, stream.end().plus(heldBack(input, index)));
                            clocks.put(index, stream.clock());
                        });
        return new SourceTimes(
                ends,
                clocks,
                scan.decisions(),
                // A header that includes a jump says nothing about the content.
                scan.isJoined() && !lacksBytes(input)
                        ? Optional.empty()
                        : missing(input, ends.values().stream()));
    }

    private static SourceTimes indexed(
            InputFile input, Map<Integer, StreamClock> clocks, List<AVStream> used) {
        Map<Integer, PacketScan.End> all = PacketScan.ends(input, used);
        Map<Integer, Rational> ends = new LinkedHashMap<>();
        Optional<Missing> missing = missing(input, all.values().stream().map(PacketScan.End::end));
        List<WholeScan.Met> met = new ArrayList<>();
        for (int index : clocks.keySet()) {
            PacketScan.End end = all.get(index);
            if (end != null) {
                ends.put(index, end.end().plus(heldBack(input, index)));
                missing = missing.or(() -> missing(end));
                tooShort(end).ifPresent(met::add);
            }
        }
        return new SourceTimes(ends, clocks, met, missing);
    }

    private static Rational heldBack(InputFile input, int stream) {
        return HeldBack.seconds(input.stream(stream));
    }

    private static Optional<WholeScan.Met> tooShort(PacketScan.End end) {
        return end.declared()
                .filter(declared -> isLater(end.end(), declared))
                .map(
                        declared ->
                                new WholeScan.Met(
                                        Decision.of(DecisionKind.DURATION_CORRECTED)
                                                .with(Fact.DECLARED, declared.toDecimal(3)),
                                        end.end()));
    }

    private static Optional<Missing> missing(PacketScan.End end) {
        return end.declared()
                .filter(declared -> isLater(declared, end.end()))
                .map(declared -> new Missing(end.end(), Optional.of(declared), false));
    }

    /// @param ends of all candidates for the longest stream
    private static Optional<Missing> missing(InputFile input, Stream<Rational> ends) {
        Rational last = ends.max(Rational::compareTo).orElse(Rational.ZERO);
        Optional<Rational> declared =
                PacketScan.declaredEnd(input).filter(end -> isLater(end, last));
        boolean bytes = lacksBytes(input);
        return declared.isPresent() || bytes
                ? Optional.of(new Missing(last, declared, bytes))
                : Optional.empty();
    }

    private static boolean lacksBytes(InputFile input) {
        if (DeclaredBytes.endsEarly(input.path(), input.container())) {
            return true;
        }
        OptionalLong declared = DeclaredBytes.of(input.path(), input.container());
        return declared.isPresent()
                && declared.getAsLong() - input.sizeBytes()
                        > Math.max(LEAST_BYTES, declared.getAsLong() / 100);
    }

    /// By more than the usual difference of headers and packets.
    private static boolean isLater(Rational one, Rational other) {
        return one.minus(other).compareTo(DECLARED_ROUNDING) > 0;
    }

    /// Seconds from the source's zero to the end of a stream; zero without packets.
    ///
    /// @param zero seconds of container time
    public Rational length(int stream, Rational zero) {
        return ends.getOrDefault(stream, zero).minus(zero).max(Rational.ZERO);
    }

    public StreamClock clock(int stream) {
        return clocks.getOrDefault(stream, StreamClock.CONTAINER);
    }

    /// These times, with the ends of streams whose edit lists are applied here.
    ///
    /// @param lists by stream index
    /// @param zero seconds of the movie at the source's zero
    public SourceTimes edited(Map<Integer, EditList> lists, Rational zero) {
        if (lists.isEmpty()) {
            return this;
        }
        Map<Integer, Rational> newEnds = new LinkedHashMap<>(ends);
        Map<Integer, StreamClock> newClocks = new LinkedHashMap<>(clocks);
        lists.forEach(
                (stream, list) -> {
                    newEnds.put(stream, list.edits().getLast().end());
                    newClocks.put(stream, clock(stream).with(EditedTrack.from(list, zero)));
                });
        // Only the edit list tells where the last packet is in the movie, and whether it is the
        // last.
        return new SourceTimes(newEnds, newClocks, met, missing.filter(Missing::bytes));
    }

    /// @param zero seconds of container time
    public List<Decision> decisions(Rational zero, Path file) {
        List<Decision> decisions = new ArrayList<>();
        met.forEach(place -> decisions.add(place.from(zero)));
        missing.ifPresent(less -> decisions.add(cutOff(less, zero)));
        return decisions.stream().map(d -> d.with(Fact.FILE, file.toString())).toList();
    }

    private static Decision cutOff(Missing less, Rational zero) {
        Decision met =
                Decision.of(DecisionKind.SOURCE_TRUNCATED)
                        .with(Fact.END, less.end().minus(zero).toDecimal(3));
        return less.declared()
                .map(declared -> met.with(Fact.DECLARED, declared.minus(zero).toDecimal(3)))
                .orElse(met);
    }
}
