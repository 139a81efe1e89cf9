package com.autoclipr.media;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Resolves `audioTrack` to audio tracks of a file.
final class TrackChoice {
    private static final String ALL = "all";

    private TrackChoice() {}

    static List<AudioFacts> among(MediaFacts facts, String asked) {
        if (asked.equals(ALL)) {
            return all(facts);
        }
        return isNumber(asked)
                ? facts.audioTracks().stream()
                        .filter(track -> Integer.toString(track.label().track()).equals(asked))
                        .toList()
                : inLanguage(facts, LanguageTag.of(asked)).stream().toList();
    }

    static long candidates(MediaFacts facts, String asked) {
        if (asked.equals(ALL) || isNumber(asked)) {
            return 1;
        }
        LanguageTag language = LanguageTag.of(asked);
        return facts.audioTracks().stream()
                .filter(track -> nearness(track, language) > 0)
                .map(track -> whole(facts, track))
                .distinct()
                .count();
    }

    private static boolean isNumber(String asked) {
        return asked.chars().allMatch(Character::isDigit);
    }

    /// All tracks of the programme whose video is shown; streams that belong together count as one.
    private static List<AudioFacts> all(MediaFacts facts) {
        return facts.audioTracks().stream()
                .filter(track -> track.label().role() != TrackLabel.Role.OTHER_PROGRAM)
                .map(track -> whole(facts, track))
                .distinct()
                .toList();
    }

    /// The track with the best match for the language; among equals a main track, then the default
    /// track, then the first.
    private static Optional<AudioFacts> inLanguage(MediaFacts facts, LanguageTag asked) {
        Comparator<AudioFacts> best =
                Comparator.<AudioFacts>comparingInt(track -> -nearness(track, asked))
                        .thenComparing(track -> track.label().role())
                        .thenComparingInt(track -> track.label().defaultTrack() ? 0 : 1)
                        .thenComparingInt(track -> track.label().track());
        return facts.audioTracks().stream()
                .filter(track -> nearness(track, asked) > 0)
                .min(best)
                .map(track -> whole(facts, track));
    }

    /// The default audio if the track is part of it, else the track.
    private static AudioFacts whole(MediaFacts facts, AudioFacts track) {
        return facts.audio()
                .filter(audio -> audio.streams().anyMatch(s -> s == track.streamIndex()))
                .orElse(track);
    }

    private static int nearness(AudioFacts track, LanguageTag asked) {
        int nearest = 0;
        for (String tag : track.label().language().orElse(LanguageTag.UNKNOWN).split(",", -1)) {
            nearest = Math.max(nearest, asked.nearnessOf(LanguageTag.of(tag)));
        }
        return nearest;
    }
}
