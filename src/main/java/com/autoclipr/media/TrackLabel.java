package com.autoclipr.media;

import java.util.Optional;

/// What a file says of one of its sound tracks.
///
/// @param track its number among the sound tracks of the file, from 0
/// @param layout where its channels stand, as FFmpeg writes it: `stereo`, `5.1(side)`, `FL+FR`, `3
///   channels`
/// @param language as the file tags it (`fra`, `fre`, `fr-CA`; several with commas between); empty
///   where it does not
/// @param title its name, if it has one
/// @param defaultTrack whether the file marks it as the one to play
/// @param role what it is for
public record TrackLabel(
        int track,
        String layout,
        Optional<String> language,
        Optional<String> title,
        boolean defaultTrack,
        Role role) {
    /// What a sound track is for.
    public enum Role {
        /// To be heard.
        MAIN,
        /// To be heard by hard-of-hearing people.
        HEARING_IMPAIRED,
        /// Music and effects, without voices.
        EFFECTS,
        /// People who talk about what is seen.
        COMMENTARY,
        /// Describes the pictures to people who do not see them.
        AUDIO_DESCRIPTION,
        /// To be mixed with another one, and of little use alone.
        SUPPLEMENT,
        /// Of another program of a broadcast than the pictures.
        OTHER_PROGRAM
    }

    /// That of a track of which the file says nothing.
    public static TrackLabel plain(int track, String layout) {
        return new TrackLabel(track, layout, Optional.empty(), Optional.empty(), false, Role.MAIN);
    }

    /// For people: `1 (fra, stereo, “Director”)`.
    public String describe() {
        StringBuilder text = new StringBuilder().append(track).append(" (");
        language.ifPresent(tag -> text.append(tag).append(", "));
        text.append(layout);
        title.ifPresent(name -> text.append(", “").append(name).append('”'));
        return text.append(')').toString();
    }
}
