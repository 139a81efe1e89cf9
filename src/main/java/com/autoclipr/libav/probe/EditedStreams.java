package com.autoclipr.libav.probe;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.container.Mp4Edits;
import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.timing.EditedTrack;
import com.autoclipr.libav.timing.FrameTiming;
import com.autoclipr.libav.timing.PacketScan;
import com.autoclipr.libav.timing.StreamStart;
import com.autoclipr.media.EditList;
import com.autoclipr.media.StreamClock;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// The streams of a file whose edit lists are applied here instead of by FFmpeg.
///
/// @param lists by stream index; times are relative to the start of the movie
/// @param picture the video stream on media time, if it is one of them
record EditedStreams(Map<Integer, EditList> lists, Optional<VideoProbe> picture) {
    /// A clock for reading a stream on media time while its edits are unknown.
    private static final StreamClock ON_MEDIA_TIME =
            StreamClock.CONTAINER.with(
                    new EditList(
                            Rational.ZERO,
                            List.of(
                                    new EditList.Edit(
                                            Rational.ZERO,
                                            Rational.ONE,
                                            Rational.ZERO,
                                            Rational.ONE))));

    EditedStreams {
        lists = Map.copyOf(lists);
    }

    /// @param picture from normal probing
    /// @param sounds audio streams of `input`
    static EditedStreams of(InputFile input, Optional<VideoProbe> picture, List<AVStream> sounds) {
        if (!input.container().startsWith("mov,") || input.isImage()) {
            return new EditedStreams(Map.of(), Optional.empty());
        }
        Path file = input.path();
        Map<Integer, List<Mp4Edits.Entry>> tracks = Mp4Edits.read(file);
        Map<Integer, EditList> lists = new HashMap<>();
        Optional<VideoProbe> edited = Optional.empty();
        if (picture.isPresent()) {
            int index = picture.get().index();
            List<Mp4Edits.Entry> entries = tracks.get(input.stream(index).id());
            if (entries != null) {
                edited = onMediaTime(file, index);
                edited.flatMap(probe -> list(file, index, entries, probe.start()))
                        .ifPresent(list -> lists.put(index, list));
            }
        }
        for (AVStream sound : sounds) {
            List<Mp4Edits.Entry> entries = tracks.get(sound.id());
            if (entries != null) {
                int index = sound.index();
                list(file, index, entries, soundStart(file, index))
                        .ifPresent(list -> lists.put(index, list));
            }
        }
        boolean used = picture.filter(probe -> lists.containsKey(probe.index())).isPresent();
        return new EditedStreams(lists, used ? edited : Optional.empty());
    }

    private static Optional<VideoProbe> onMediaTime(Path file, int index) {
        try (InputFile input = InputFile.open(file, ON_MEDIA_TIME)) {
            AVStream stream = input.stream(index);
            PacketScan.FirstPictures first = PacketScan.first(input, stream);
            FrameTiming timing =
                    FrameTiming.of(first.ticks(), Timestamps.base(stream), Optional.empty());
            return VideoProbe.read(file, index, timing, ON_MEDIA_TIME, false);
        }
    }

    private static Rational soundStart(Path file, int index) {
        try (InputFile input = InputFile.open(file, ON_MEDIA_TIME)) {
            return StreamStart.seconds(input.container(), input.stream(index));
        }
    }

    private static Optional<EditList> list(
            Path file, int index, List<Mp4Edits.Entry> entries, Rational firstMedia) {
        try (InputFile input = InputFile.open(file, ON_MEDIA_TIME)) {
            AVStream stream = input.stream(index);
            Rational length =
                    Timestamps.known(stream.duration())
                            ? Timestamps.base(stream).times(Math.max(0, stream.duration()))
                            : Rational.ZERO;
            return EditedTrack.of(entries, firstMedia, firstMedia.plus(length));
        }
    }

    /// The first presentation time of a stream, in seconds of container time.
    ///
    /// @param usual for a stream whose edit list FFmpeg applies
    Rational start(int stream, Rational usual) {
        EditList list = lists.get(stream);
        return list == null ? usual : list.edits().getFirst().start();
    }

    Rational start(InputFile input, AVStream sound) {
        return start(sound.index(), StreamStart.seconds(input.container(), sound));
    }

    /// Decisions about edits with another speed: video follows, audio is silent.
    ///
    /// @param zero seconds of the movie at the source's zero
    List<Decision> decisions(Rational zero, Path file) {
        List<Decision> decisions = new ArrayList<>();
        lists.values().stream()
                .mapToInt(list -> list.edits().size())
                .max()
                .ifPresent(
                        parts ->
                                decisions.add(
                                        Decision.of(DecisionKind.EDIT_LIST_APPLIED)
                                                .with(Fact.FILE, file.toString())
                                                .with(Fact.PARTS, Integer.toString(parts))));
        lists.values().stream()
                .flatMap(list -> list.edits().stream())
                .filter(edit -> !edit.empty() && !edit.rate().equals(Rational.ONE))
                .forEach(
                        edit ->
                                decisions.add(
                                        Decision.of(DecisionKind.EDIT_RATE_APPLIED)
                                                .with(Fact.FILE, file.toString())
                                                .with(Fact.RATE, edit.rate().toDecimal(3))
                                                .with(
                                                        Fact.AT,
                                                        edit.start().minus(zero).toDecimal(3))));
        return decisions.stream().distinct().toList();
    }
}
