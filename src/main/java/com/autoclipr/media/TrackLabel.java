package com.autoclipr.media;

import java.util.Optional;

/// Metadata of an audio track.
///
/// @param track number among the audio tracks of the file, from 0
/// @param layout channel layout in FFmpeg's notation: `stereo`, `5.1(side)`, `FL+FR`, `3 channels`
/// @param language as tagged in the file (`fra`, `fre`, `fr-CA`; several are separated by commas)
/// @param title of the track, if it has one
/// @param defaultTrack whether the file flags it as the default
/// @param role of the track
public record TrackLabel(
        int track,
        String layout,
        Optional<String> language,
        Optional<String> title,
        boolean defaultTrack,
        Role role) {
    /// The role of an audio track.
    public enum Role {
        /// The main programme.
        MAIN,
        /// For the hearing impaired.
        HEARING_IMPAIRED,
        /// Music and effects, without dialogue.
        EFFECTS,
        /// Commentary.
        COMMENTARY,
        /// Audio description for the visually impaired.
        AUDIO_DESCRIPTION,
        /// Supplements another track and is of little use alone.
        SUPPLEMENT,
        /// Belongs to another programme of a broadcast than the video.
        OTHER_PROGRAM
    }

    /// The label of a track without metadata.
    public static TrackLabel plain(int track, String layout) {
        return new TrackLabel(track, layout, Optional.empty(), Optional.empty(), false, Role.MAIN);
    }

    /// For display: `1 (fra, stereo, “Director”)`.
    public String describe() {
        StringBuilder text = new StringBuilder().append(track).append(" (");
        language.ifPresent(tag -> text.append(tag).append(", "));
        text.append(layout);
        title.ifPresent(name -> text.append(", “").append(name).append('”'));
        return text.append(')').toString();
    }
}
