package com.autoclipr.composition;

import com.autoclipr.composition.effect.Effect;
import com.autoclipr.composition.type.ChoiceType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Group;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeMap;
import java.util.List;

/// A still or animated picture; animated ones (GIF, APNG, WebP, AVIF) run from the layer's start.
///
/// @param src path as the project file names it
/// @param loop how often an animated one plays
public record ImageLayer(
        String pointer,
        String id,
        Span span,
        Transform transform,
        List<Effect> effects,
        String src,
        PictureBox box,
        Loop loop)
        implements VisualLayer {
    private static final Property<ImageLayer, String> ID = LayerProperties.id();
    private static final Property<ImageLayer, List<Effect>> EFFECTS = LayerProperties.effects();
    private static final Property<ImageLayer, String> SRC =
            LayerProperties.src(ImageLayer::src, "The picture.");

    /// Its round, and how far into it the layer is, follow from it.
    public static final Property<ImageLayer, Loop> LOOP =
            Property.of("loop", ChoiceType.of(Loop.class), ImageLayer::loop)
                    .or("source")
                    .says(
                            "How often an animated picture plays before it stays on its last one;"
                                    + " `\"source\"`: as often as its file says.")
                    .in(Group.TIME);

    public static final ObjectType<ImageLayer> TYPE =
            LayerProperties.<ImageLayer>define(
                            "image",
                            "Image",
                            "A still picture, or an animated one, which runs from the layer's"
                                    + " start.")
                    .with(SRC)
                    .with(ID)
                    .part(Span.TYPE, ImageLayer::span)
                    .part(Transform.TYPE, ImageLayer::transform)
                    .with(EFFECTS)
                    .part(PictureBox.CONTAINING, ImageLayer::box)
                    .with(LOOP)
                    .makes(
                            v ->
                                    new ImageLayer(
                                            v.pointer(),
                                            v.get(ID),
                                            v.get(Span.TYPE),
                                            v.get(Transform.TYPE),
                                            v.get(EFFECTS),
                                            v.get(SRC),
                                            v.get(PictureBox.CONTAINING),
                                            v.get(LOOP)));

    /// How it runs through its source.
    ///
    /// @param round duration of the animation in the file; zero for a still picture
    /// @param ofFile how often the file says that it plays; 0: forever
    public TimeMap times(Rational round, int ofFile) {
        return TimeMap.ofAnimation(round, loop.plays(ofFile));
    }
}
