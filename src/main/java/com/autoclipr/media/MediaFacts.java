package com.autoclipr.media;

import com.autoclipr.failure.Decision;
import com.autoclipr.time.Rational;
import java.util.List;
import java.util.Optional;

/// What a source is.
///
/// @param container the demuxer's short name, such as `mov,mp4,m4a,3gp,3g2,mj2`
/// @param duration seconds from the source's zero to the end of its last picture or sample, of the
///   streams that are used by default; zero for a still image and if unknown
/// @param video the picture stream that is used, if there is one (cover art of a sound file is
///   none)
/// @param audio the sound that is heard by default, if there is one
/// @param decisions what had to be decided to read it
/// @param audioTracks every sound track, in the order in which `audioTrack` counts them
public record MediaFacts(
        String container,
        Rational duration,
        Optional<VideoFacts> video,
        Optional<AudioFacts> audio,
        List<Decision> decisions,
        List<AudioFacts> audioTracks) {
    public MediaFacts {
        decisions = List.copyOf(decisions);
        audioTracks = List.copyOf(audioTracks);
    }

    /// The sounds that a layer with this `audioTrack` mixes; none where there is none such.
    ///
    /// @param audioTrack a track's number, a language, or `all`; empty: the default one
    public List<AudioFacts> sounds(Optional<String> audioTrack) {
        return audioTrack
                .map(asked -> TrackChoice.among(this, asked))
                .orElseGet(() -> audio.stream().toList());
    }

    /// Among how many tracks an `audioTrack` chooses the one that is heard.
    public long candidates(String audioTrack) {
        return TrackChoice.candidates(this, audioTrack);
    }

    /// The sound tracks that could have been heard in place of the default one.
    public List<AudioFacts> otherTracks() {
        List<Integer> heard = audio.stream().flatMap(AudioFacts::streams).toList();
        return audioTracks.stream()
                .filter(track -> track.label().role() != TrackLabel.Role.OTHER_PROGRAM)
                .filter(track -> track.streams().noneMatch(heard::contains))
                .toList();
    }

    /// Like [#duration()], with the sounds of this `audioTrack` in place of the default one.
    public Rational duration(Optional<String> audioTrack) {
        if (audioTrack.isEmpty()) {
            return duration;
        }
        Rational end = video.map(VideoFacts::duration).orElse(Rational.ZERO);
        for (AudioFacts sound : sounds(audioTrack)) {
            end = end.max(sound.duration());
        }
        return end.signum() > 0 ? end : duration;
    }
}
