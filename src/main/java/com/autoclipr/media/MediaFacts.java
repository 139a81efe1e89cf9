package com.autoclipr.media;

import com.autoclipr.failure.Decision;
import com.autoclipr.time.Rational;
import java.util.List;
import java.util.Optional;

/// Properties of a source.
///
/// @param container the demuxer's short name, such as `mov,mp4,m4a,3gp,3g2,mj2`
/// @param duration seconds from the source's zero to the end of the last picture or sample of the
///   default streams; zero for a still image and if unknown
/// @param video the video stream that is used, if there is one (cover art of an audio file does not
///   count)
/// @param audio the default audio, if there is any
/// @param decisions made while probing
/// @param audioTracks all audio tracks, in the order in which `audioTrack` counts them
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

    /// The audio that a layer with this `audioTrack` mixes; empty if no track matches.
    ///
    /// @param audioTrack a track number, a language, or `all`; empty: the default track
    public List<AudioFacts> audio(Optional<String> audioTrack) {
        return audioTrack
                .map(asked -> TrackChoice.among(this, asked))
                .orElseGet(() -> audio.stream().toList());
    }

    /// The number of tracks that an `audioTrack` selects from.
    public long candidates(String audioTrack) {
        return TrackChoice.candidates(this, audioTrack);
    }

    /// The audio tracks that could replace the default one.
    public List<AudioFacts> otherTracks() {
        List<Integer> heard = audio.stream().flatMap(AudioFacts::streams).toList();
        return audioTracks.stream()
                .filter(track -> track.label().role() != TrackLabel.Role.OTHER_PROGRAM)
                .filter(track -> track.streams().noneMatch(heard::contains))
                .toList();
    }

    /// Like [#duration()], for this `audioTrack` instead of the default one.
    public Rational duration(Optional<String> audioTrack) {
        if (audioTrack.isEmpty()) {
            return duration;
        }
        Rational end = video.map(VideoFacts::duration).orElse(Rational.ZERO);
        for (AudioFacts audio : audio(audioTrack)) {
            end = end.max(audio.duration());
        }
        return end.signum() > 0 ? end : duration;
    }
}
