package com.autoclipr.composition;

import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeMap;
import java.util.Optional;

/// Audio without a picture.
///
/// @param src path as the project file names it
/// @param trim source time heard at the layer's start, seconds
public record AudioLayer(
        String pointer, String id, Span span, String src, Rational trim, LayerAudio audio)
        implements Layer {
    private static final Property<AudioLayer, String> ID = LayerProperties.id();
    private static final Property<AudioLayer, String> SRC =
            LayerProperties.src(AudioLayer::src, "The audio; that of a video will do.");
    private static final Property<AudioLayer, Rational> TRIM =
            LayerProperties.trim(AudioLayer::trim);

    public static final ObjectType<AudioLayer> TYPE =
            LayerProperties.<AudioLayer>define("audio", "Audio", "Audio without a picture.")
                    .with(SRC)
                    .with(ID)
                    .part(Span.TYPE, AudioLayer::span)
                    .with(TRIM)
                    .part(LayerAudio.TYPE, AudioLayer::audio)
                    .makes(
                            v ->
                                    new AudioLayer(
                                            v.pointer(),
                                            v.get(ID),
                                            v.get(Span.TYPE),
                                            v.get(SRC),
                                            v.get(TRIM),
                                            v.get(LayerAudio.TYPE)));

    /// How it runs through its source.
    public TimeMap times() {
        return new TimeMap.Forward(trim);
    }

    @Override
    public Optional<String> audioTrack() {
        return audio.track();
    }
}
