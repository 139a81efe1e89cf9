package com.autoclipr.plan;

import com.autoclipr.composition.ImageLayer;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Loop;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.Transform;
import com.autoclipr.composition.VideoLayer;
import com.autoclipr.composition.VisualLayer;
import com.autoclipr.composition.effect.Effects;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Rewrite;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.media.Sources;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeMap;
import java.util.Optional;
import java.util.Set;

/// Cuts a layer down to the frames of a chunk that show it.
///
/// Every property of the layer counts as it is, every animation with its values at these frames,
/// unless the property's role says otherwise. So a new property counts from its first day; one that
/// counts time from the layer's start, as `trim` does, needs a role.
///
/// @param layerTime of the first frame that shows it, seconds from the layer's start
/// @param offset of that frame, seconds from the chunk's first one
/// @param count frames that show it
/// @param rate frames per second
record LayerSlice(
        Rational layerTime, Rational offset, long count, FrameRate rate, Sources sources) {
    /// Decoders whose pictures are planes of Y′CbCr if they are neither transparent nor R′G′B′.
    private static final Set<String> PLANAR =
            Set.of("h264", "hevc", "vp8", "vp9", "libdav1d", "av1", "mpeg4", "mpeg2video");

    /// @param index in the slice
    VisualLayer of(VisualLayer layer, int index, SliceFiles files) {
        Rational phase = layer instanceof ImageLayer image ? phase(image) : Rational.ZERO;
        Optional<Loop> loop =
                layer instanceof ImageLayer image ? Optional.of(loop(image)) : Optional.empty();
        Cut cut = new Cut(this, new Target(index, files), phase, loop, movesMatter(layer));
        return (VisualLayer) Project.LAYER.rewritten(layer, cut);
    }

    /// Where the layer goes.
    ///
    /// @param index in the slice
    private record Target(int index, SliceFiles files) {}

    /// The rewriting of one layer.
    ///
    /// @param phase layer time of the first frame in the slice
    /// @param loop of an image: one that gives the same pictures
    /// @param moving whether it matters that something moves, be it at another time
    private record Cut(
            LayerSlice slice, Target target, Rational phase, Optional<Loop> loop, boolean moving)
            implements Rewrite {
        @Override
        public String pointer() {
            return "/layers/" + target.index;
        }

        @Override
        @SuppressWarnings("unchecked") // each case gives a value of the property's own type
        public <T> T property(Property<?, T> property, T value) {
            if (property == Layer.Span.START) {
                return (T) slice.offset.minus(phase);
            }
            if (property == Layer.Span.DURATION) {
                return (T) Optional.of(phase.plus(slice.rate.timeOfFrame(slice.count)));
            }
            if (property == ImageLayer.LOOP) {
                return (T) loop.orElseThrow();
            }
            return switch (property.role()) {
                case NAME -> (T) ("layer-" + target.index);
                case SOURCE -> (T) target.files.pictures((String) value);
                case SOURCE_TIME ->
                        (T) new TimeMap.Forward((Rational) value).sourceTime(slice.layerTime);
                case AUDIO -> property.constantDefault();
                case VALUE -> property.type().rewritten(value, forValuesOf(property));
            };
        }

        private Cut forValuesOf(Property<?, ?> property) {
            return property == Transform.OPACITY || property.type() == Effects.LIST
                    ? new Cut(slice, target, phase, loop, false)
                    : this;
        }

        @Override
        public <T> Animated<T> animated(Animated<T> value, Interpolation<T> interpolation) {
            return new FrameValues(slice.layerTime, slice.count, slice.rate, phase)
                    .of(value, interpolation, moving);
        }
    }

    /// Whether the renderer draws the layer otherwise where it or the overlay moves, be it at
    /// another time: it makes R′G′B′ pictures smaller in another way then.
    boolean movesMatter(VisualLayer layer) {
        return switch (layer) {
            case VideoLayer video -> !isPlanar(video.src());
            case ImageLayer _ -> true;
            case TextLayer _, ShapeLayer _ -> false;
        };
    }

    private boolean isPlanar(String src) {
        Optional<VideoFacts> facts = sources.get(src).facts().video();
        return facts.isPresent()
                && PLANAR.contains(facts.get().codec())
                && !facts.get().alpha()
                && facts.get().colour().matrix() != ColourFacts.Matrix.RGB;
    }

    /// One of those that give the same pictures.
    private Loop loop(ImageLayer image) {
        Optional<VideoFacts> facts = sources.get(image.src()).facts().video();
        if (facts.isEmpty() || facts.get().still()) {
            return Loop.SOURCE;
        }
        return switch (image.loop().plays(facts.get().plays())) {
            case 0 -> Loop.FOREVER;
            case 1 -> Loop.ONCE;
            default -> Loop.SOURCE;
        };
    }

    /// The earliest layer time at which an image goes on as it does from the first frame; zero for
    /// a still one.
    private Rational phase(ImageLayer image) {
        return sources.get(image.src())
                .facts()
                .video()
                .map(facts -> image.times(facts.round(), facts.plays()).phase(layerTime))
                .orElse(Rational.ZERO);
    }
}
