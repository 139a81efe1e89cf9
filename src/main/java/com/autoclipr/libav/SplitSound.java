package com.autoclipr.libav;

import com.autoclipr.media.SoundLabel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avutil;

/// Puts a sound together whose channels lie in mono tracks of their own, each labelled with its
/// place, as cameras and editing programs write them in QuickTime and MXF.
final class SplitSound {
    private static final Set<Integer> PAIR =
            Set.of(avutil.AV_CHAN_FRONT_LEFT, avutil.AV_CHAN_FRONT_RIGHT);

    private SplitSound() {}

    /// The whole sound that `chosen` is a channel of; empty if it is none.
    ///
    /// Of tracks of the same language and rate, the first of each place up to where one comes
    /// again. A mono track that is not labelled is told as one in the centre: it is a part only
    /// beside channels other than left and right.
    static Optional<Sound> around(Sound chosen, List<Sound> tracks) {
        Map<Integer, Sound> places = new LinkedHashMap<>();
        for (Sound track : tracks) {
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
        List<Sound> parts = new ArrayList<>();
        places.forEach(
                (place, track) ->
                        parts.add(
                                Sound.part(
                                        track.stream(), ChannelLayouts.describe(List.of(place)))));
        return Optional.of(new Sound(chosen.stream(), label(chosen, places), parts));
    }

    private static SoundLabel label(Sound chosen, Map<Integer, Sound> places) {
        SoundLabel own = chosen.label();
        return new SoundLabel(
                own.track(),
                ChannelLayouts.describeAll(places.keySet()),
                own.language(),
                Optional.empty(),
                own.defaultTrack(),
                own.role());
    }

    private static boolean isLike(Sound chosen, Sound track) {
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

    private static int place(Sound track) {
        return ChannelLayouts.channels(track.stream().codecpar().ch_layout()).getFirst();
    }
}
