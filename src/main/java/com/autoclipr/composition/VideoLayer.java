package com.autoclipr.composition;

import com.autoclipr.composition.effect.Effect;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeMap;
import java.util.List;
import java.util.Optional;

/// A video with its audio.
///
/// @param src path as the project file names it
/// @param trim source time shown at the layer's start, seconds
public record VideoLayer(
        String pointer,
        String id,
        Span span,
        Transform transform,
        List<Effect> effects,
        String src,
        Rational trim,
        PictureBox box,
        LayerAudio audio)
        implements VisualLayer {
    private static final Property<VideoLayer, String> ID = LayerProperties.id();
    private static final Property<VideoLayer, List<Effect>> EFFECTS = LayerProperties.effects();
    private static final Property<VideoLayer, String> SRC =
            LayerProperties.src(VideoLayer::src, "The video.");
    private static final Property<VideoLayer, Rational> TRIM =
            LayerProperties.trim(VideoLayer::trim);

    public static final ObjectType<VideoLayer> TYPE =
            LayerProperties.<VideoLayer>define("video", "Video", "A video with its audio.")
                    .with(SRC)
                    .with(ID)
                    .part(Span.TYPE, VideoLayer::span)
                    .with(TRIM)
                    .part(Transform.TYPE, VideoLayer::transform)
                    .with(EFFECTS)
                    .part(PictureBox.COVERING, VideoLayer::box)
                    .part(LayerAudio.TYPE, VideoLayer::audio)
                    .makes(
                            v ->
                                    new VideoLayer(
                                            v.pointer(),
                                            v.get(ID),
                                            v.get(Span.TYPE),
                                            v.get(Transform.TYPE),
                                            v.get(EFFECTS),
                                            v.get(SRC),
                                            v.get(TRIM),
                                            v.get(PictureBox.COVERING),
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
