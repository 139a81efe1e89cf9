package com.autoclipr.libav.audio;

import com.autoclipr.media.TrackLabel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avutil;

/// Merges channels in separate mono tracks, each labelled with its position, as cameras and editing
/// software write them in QuickTime and MXF.
final class SplitAudio {
    private static final Set<Integer> PAIR =
            Set.of(avutil.AV_CHAN_FRONT_LEFT, avutil.AV_CHAN_FRONT_RIGHT);

    private SplitAudio() {}

    /// The programme that `chosen` is a channel of; empty if there is none.
    ///
    /// Among tracks of the same language and rate, the first of each position up to a repetition.
    /// An unlabelled mono track is reported as centre: it is a part only next to channels other
    /// than left and right.
    static Optional<SourceTrack> around(SourceTrack chosen, List<SourceTrack> tracks) {
        Map<Integer, SourceTrack> places = new LinkedHashMap<>();
        for (SourceTrack track : tracks) {
            if (isLike(chosen, track) && places.putIfAbsent(place(track), track) != null) {
                break;
            }
        }
        boolean onlyPair =
                places.keySet().stream()
                        .allMatch(p -> PAIR.contains(p) || p == avutil.AV_CHAN_FRONT_CENTER);
        if (onlyPair) {
            places.remove(avutil.AV_CHAN_FRONT_CENTER);
        }
        if (!places.keySet().containsAll(PAIR) || !places.containsValue(chosen)) {
            return Optional.empty();
        }
        List<SourceTrack> parts = new ArrayList<>();
        places.forEach(
                (place, track) ->
                        parts.add(
                                SourceTrack.part(
                                        track.stream(), ChannelLayouts.describe(List.of(place)))));
        return Optional.of(new SourceTrack(chosen.stream(), label(chosen, places), parts));
    }

    private static TrackLabel label(SourceTrack chosen, Map<Integer, SourceTrack> places) {
        TrackLabel own = chosen.label();
        return new TrackLabel(
                own.track(),
                ChannelLayouts.describeAll(places.keySet()),
                own.language(),
                Optional.empty(),
                own.defaultTrack(),
                own.role());
    }

    private static boolean isLike(SourceTrack chosen, SourceTrack track) {
        return isMono(track.stream())
                && isMono(chosen.stream())
                && track.parts().isEmpty()
                && ChannelLayouts.hasPlace(place(track))
                && track.label().role() == chosen.label().role()
                && track.label().language().equals(chosen.label().language())
                && track.stream().codecpar().sample_rate()
                        == chosen.stream().codecpar().sample_rate();
    }

    private static boolean isMono(AVStream stream) {
        return stream.codecpar().ch_layout().nb_channels() == 1;
    }

    private static int place(SourceTrack track) {
        return ChannelLayouts.channels(track.stream().codecpar().ch_layout()).getFirst();
    }
}
