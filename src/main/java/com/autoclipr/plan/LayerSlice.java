package com.autoclipr.plan;

import com.autoclipr.composition.Anchor;
import com.autoclipr.composition.Animated;
import com.autoclipr.composition.ImageLayer;
import com.autoclipr.composition.Interpolation;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Loop;
import com.autoclipr.composition.PictureBox;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.Transform;
import com.autoclipr.composition.VideoLayer;
import com.autoclipr.composition.VisualLayer;
import com.autoclipr.media.Sources;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.Optional;
import java.util.Set;

/// Cuts a layer down to the frames of a chunk that show it.
///
/// When you add a field to a layer has to name it here. Given on as it is, it counts; but a field
/// that counts time from the layer's start means something else in the slice, whose layers start
/// with the first frame that is seen: it has to be moved by `layerTime`, as `trim` is, or to be
/// replaced by its values, as animations are.
///
/// @param layerTime of the first frame that shows it, seconds from the layer's start
/// @param offset of that frame, seconds from the chunk's first one
/// @param count frames that show it
/// @param rate frames per second
record LayerSlice(
        Rational layerTime, Rational offset, long count, FrameRate rate, Sources sources) {
    private static final Animated<Double> NO_VOLUME = Animated.constant(0.0);

    /// Decoders whose pictures are planes of Y′CbCr if they are neither transparent nor R′G′B′.
    private static final Set<String> PLANAR =
            Set.of("h264", "hevc", "vp8", "vp9", "libdav1d", "av1", "mpeg4", "mpeg2video");

    /// @param pointer in the slice
    VisualLayer of(VisualLayer layer, String pointer, SliceFiles files) {
        boolean moves = movesMatter(layer);
        return switch (layer) {
            case VideoLayer video ->
                    new VideoLayer(
                            pointer,
                            span(Rational.ZERO),
                            placement(video.placement(), values(Rational.ZERO), moves),
                            files.pictures(video.src()),
                            video.trim().plus(layerTime),
                            frame(video.frame(), values(Rational.ZERO), moves),
                            NO_VOLUME,
                            Optional.empty());
            case ImageLayer image -> {
                Rational phase = phase(image);
                yield new ImageLayer(
                        pointer,
                        span(phase),
                        placement(image.placement(), values(phase), moves),
                        files.pictures(image.src()),
                        frame(image.frame(), values(phase), moves),
                        loop(image));
            }
            case TextLayer text ->
                    new TextLayer(
                            pointer,
                            span(Rational.ZERO),
                            placement(text.placement(), values(Rational.ZERO), moves),
                            text.text(),
                            text.font(),
                            text.align(),
                            text.direction(),
                            text.lineHeight(),
                            text.width(),
                            text.stroke(),
                            text.shadow(),
                            text.box());
            case ShapeLayer shape ->
                    new ShapeLayer(
                            pointer,
                            span(Rational.ZERO),
                            placement(shape.placement(), values(Rational.ZERO), moves),
                            shape(shape.shape(), values(Rational.ZERO)),
                            shape.fill(),
                            shape.stroke());
        };
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

    /// How far an animated image is into its round at the first frame; zero for a still one. One
    /// that stays on its last picture some time is counted from its start, and no further than to
    /// its end.
    private Rational phase(ImageLayer image) {
        Optional<VideoFacts> facts = sources.get(image.src()).facts().video();
        if (facts.isEmpty() || facts.get().still() || facts.get().duration().signum() == 0) {
            return Rational.ZERO;
        }
        Rational round = facts.get().duration();
        int plays = image.loop().plays(facts.get().plays());
        if (plays > 0) {
            return layerTime.min(round.times(plays));
        }
        return layerTime.minus(round.times(layerTime.dividedBy(round).floor()));
    }

    /// @param phase layer time of the first frame in the slice
    private Layer.Span span(Rational phase) {
        return new Layer.Span(
                offset.minus(phase), Optional.of(phase.plus(rate.timeOfFrame(count))));
    }

    private FrameValues values(Rational phase) {
        return new FrameValues(layerTime, count, rate, phase);
    }

    private static Transform placement(Transform placement, FrameValues values, boolean moves) {
        return new Transform(
                values.of(placement.position(), Interpolation.POINT, moves),
                values.of(placement.anchor(), Anchor.INTERPOLATION, moves),
                values.of(placement.scale(), Interpolation.POINT, moves),
                values.of(placement.rotation(), Interpolation.NUMBER, moves),
                values.of(placement.opacity(), Interpolation.NUMBER, false));
    }

    private static PictureBox frame(PictureBox frame, FrameValues values, boolean moves) {
        return new PictureBox(
                values.of(frame.width(), Interpolation.NUMBER, moves),
                values.of(frame.height(), Interpolation.NUMBER, moves),
                values.of(frame.fit(), Interpolation.FIT, moves));
    }

    private static ShapeLayer.Shape shape(ShapeLayer.Shape shape, FrameValues values) {
        return switch (shape) {
            case ShapeLayer.Box box ->
                    new ShapeLayer.Box(
                            values.of(box.width(), Interpolation.NUMBER, false),
                            values.of(box.height(), Interpolation.NUMBER, false),
                            box.radius());
            case ShapeLayer.Ellipse ellipse ->
                    new ShapeLayer.Ellipse(
                            values.of(ellipse.width(), Interpolation.NUMBER, false),
                            values.of(ellipse.height(), Interpolation.NUMBER, false));
            case ShapeLayer.Line line -> line;
        };
    }
}
