package com.autoclipr.libav.audio;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.media.TrackLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// The audio tracks of a file, and the default one: of the main tracks the one with the default
/// flag, then the one with most channels, then the first. Commentary and audio description are the
/// default only if there is nothing else.
///
/// Tracks are counted in stream order; those of the video's programme come first.
public final class DefaultTrack {
    private final List<SourceTrack> tracks;
    private final Optional<SourceTrack> usual;
    private final Set<Integer> leftOut;

    private DefaultTrack(
            List<SourceTrack> tracks, Optional<SourceTrack> usual, Set<Integer> leftOut) {
        this.tracks = List.copyOf(tracks);
        this.usual = usual;
        this.leftOut = leftOut;
    }

    /// @param streams audio streams that can be decoded
    /// @param picture the selected video stream
    public static DefaultTrack of(
            InputFile input, List<AVStream> streams, Optional<AVStream> picture) {
        TrackLabels labels = new TrackLabels(input, picture);
        IamfAudio.Found grouped = new IamfAudio(input, labels, streams).find();
        Set<Integer> taken = new HashSet<>(grouped.leftOut());
        grouped.sounds().forEach(sound -> sound.streams().forEach(s -> taken.add(s.index())));
        List<SourceTrack> sounds = new ArrayList<>(grouped.sounds());
        for (AVStream stream : streams) {
            if (!taken.contains(stream.index())) {
                String layout = ChannelLayouts.describe(stream.codecpar().ch_layout());
                TrackLabel label =
                        labels.of(stream, stream.metadata(), stream.disposition(), layout);
                sounds.add(SourceTrack.of(stream, label));
            }
        }
        sounds.sort(
                Comparator.<SourceTrack>comparingInt(
                                s -> s.label().role() == TrackLabel.Role.OTHER_PROGRAM ? 1 : 0)
                        .thenComparingInt(s -> s.stream().index()));
        List<SourceTrack> tracks = new ArrayList<>();
        for (SourceTrack sound : sounds) {
            tracks.add(sound.numbered(tracks.size()));
        }
        Optional<SourceTrack> best =
                tracks.stream()
                        .min(
                                Comparator.<SourceTrack, TrackLabel.Role>comparing(
                                                s -> s.label().role())
                                        .thenComparingInt(s -> s.label().defaultTrack() ? 0 : 1)
                                        .thenComparingInt(s -> -s.channels())
                                        .thenComparingInt(s -> s.label().track()));
        Optional<SourceTrack> usual =
                best.map(track -> SplitAudio.around(track, tracks).orElse(track));
        return new DefaultTrack(tracks, usual, grouped.leftOut());
    }

    /// All tracks in order.
    public List<SourceTrack> tracks() {
        return tracks;
    }

    /// The default audio.
    public Optional<SourceTrack> usual() {
        return usual;
    }

    public List<Decision> decisions() {
        return usual.map(this::decisions).orElse(List.of());
    }

    private List<Decision> decisions(SourceTrack heard) {
        List<Decision> decisions = new ArrayList<>();
        Set<Integer> used = heard.streams().map(AVStream::index).collect(Collectors.toSet());
        long others =
                tracks.stream()
                        .filter(t -> t.streams().noneMatch(s -> used.contains(s.index())))
                        .count();
        if (others > 0) {
            decisions.add(
                    Decision.of(DecisionKind.STREAM_SELECTED)
                            .with(Fact.TYPE, "audio")
                            .with(Fact.STREAM, String.valueOf(heard.stream().index()))
                            .with(Fact.COUNT, String.valueOf(tracks.size()))
                            .with(Fact.TRACK, heard.label().describe()));
        }
        if (used.size() > 1) {
            decisions.add(
                    Decision.of(DecisionKind.AUDIO_STREAMS_MERGED)
                            .with(Fact.STREAMS, listed(used))
                            .with(Fact.LAYOUT, heard.label().layout()));
        }
        if (!leftOut.isEmpty()) {
            decisions.add(
                    Decision.of(DecisionKind.AUDIO_LAYERS_IGNORED)
                            .with(Fact.STREAMS, listed(leftOut)));
        }
        return decisions;
    }

    private static String listed(Set<Integer> streams) {
        return streams.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
