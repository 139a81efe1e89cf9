package com.autoclipr.composition;

import com.autoclipr.composition.type.AnimatedType;
import com.autoclipr.composition.type.AudioTrackType;
import com.autoclipr.composition.type.NumberType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Group;
import com.autoclipr.composition.type.Property.Role;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import java.util.Optional;

/// What of a layer's source is heard, and how loud.
///
/// @param volume factor, 1 being as it is; keyframes count from the layer's start
/// @param track which of the file's audio tracks: a number, a language, or `all`; empty: the
///   default one
public record LayerAudio(Animated<Double> volume, Optional<String> track) {
    private static final Property<LayerAudio, Animated<Double>> VOLUME =
            Property.of(
                            "volume",
                            new AnimatedType<>(
                                    new NumberType("volume", 0, 10), Interpolation.NUMBER),
                            LayerAudio::volume)
                    .or(1)
                    .says("1 is as it is, 0 is silent.")
                    .unit("factor")
                    .control("slider")
                    .role(Role.AUDIO)
                    .in(Group.AUDIO);

    /// The number of a track means the same whatever else is in the project; a language doesn't.
    public static final Property<LayerAudio, Optional<String>> TRACK =
            Property.optional(
                            "audioTrack",
                            new AudioTrackType(),
                            LayerAudio::track,
                            "the one that the file marks")
                    .says(
                            "Which audio of the file is heard: see [which audio of a"
                                    + " file](#which-audio-of-a-file).")
                    .role(Role.AUDIO)
                    .in(Group.AUDIO);

    public static final ObjectType<LayerAudio> TYPE =
            ObjectType.<LayerAudio>define("", "Audio", "What is heard of a layer.")
                    .with(VOLUME)
                    .with(TRACK)
                    .makes(v -> new LayerAudio(v.get(VOLUME), v.get(TRACK)));
}
