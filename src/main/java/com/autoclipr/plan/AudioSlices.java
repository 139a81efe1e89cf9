package com.autoclipr.plan;

import com.autoclipr.composition.AudioLayer;
import com.autoclipr.composition.Canvas;
import com.autoclipr.composition.ImageLayer;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.LayerAudio;
import com.autoclipr.composition.Output;
import com.autoclipr.composition.Overlay;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.VideoLayer;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Rewrite;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.composition.value.Keyframe;
import com.autoclipr.composition.value.Point;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.Sources;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeMap;
import com.autoclipr.time.TimeRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Cuts the [Slice] of the audio track out of a project: only audible layers, at a frame rate of
/// one sample per frame.
///
/// Two layers in it are equal if they play the same samples, from the same time of the same source,
/// at the same volume.
final class AudioSlices {
    private static final int SAMPLE_RATE_HZ = AudioSource.SAMPLE_RATE_HZ;

    /// Volumes are interpolated linearly between steps of several samples; this margin around the
    /// audible part covers any step.
    private static final Rational MARGIN_SECONDS = Rational.of(1, 10);

    private final Project project;
    private final Sources sources;
    private final long totalSamples;

    AudioSlices(Project project, Sources sources, FrameRate rate, long frameCount) {
        this.project = project;
        this.sources = sources;
        this.totalSamples = rate.sampleOfFrame(frameCount, SAMPLE_RATE_HZ);
    }

    Slice slice() {
        SliceFiles files = new SliceFiles(sources, new HashMap<>());
        List<Layer> layers = new ArrayList<>();
        List<String> pointers = new ArrayList<>();
        for (Layer layer : project.layers()) {
            heard(layer)
                    .ifPresent(
                            heard -> {
                                layers.add(heard.at(layers.size(), files));
                                pointers.add(layer.pointer());
                            });
        }
        Project slice =
                new Project(
                        new Canvas(1, 1, Colour.BLACK),
                        new Overlay(
                                Rational.ONE,
                                Animated.constant(new Point(0, 0)),
                                Animated.constant(1.0)),
                        new TimeRange(Rational.ZERO, seconds(totalSamples)),
                        layers,
                        List.of(),
                        output());
        return new Slice(slice, files.names(pointers));
    }

    /// What is heard of a layer.
    private record Heard(Layer.Span span, String src, Rational trim, LayerAudio audio) {
        AudioLayer at(int index, SliceFiles files) {
            return new AudioLayer(
                    "/layers/" + index, "layer-" + index, span, files.audio(src), trim, audio);
        }
    }

    /// The number of a track that is selected by language.
    private Optional<String> track(String src, Optional<String> track) {
        MediaFacts facts = sources.get(src).facts();
        List<AudioFacts> heard = facts.audio(track);
        boolean named = track.isPresent() && heard.size() == 1;
        return named && facts.audioTracks().contains(heard.getFirst())
                ? Optional.of(Integer.toString(heard.getFirst().label().track()))
                : track;
    }

    private Output output() {
        return new Output(
                new Output.Exact(2, 2),
                Optional.of(FrameRate.of(SAMPLE_RATE_HZ, 1)),
                0,
                Output.PRESETS.getFirst(),
                project.output().audioBitrateBps(),
                true);
    }

    private Optional<Heard> heard(Layer layer) {
        return switch (layer) {
            case VideoLayer video -> {
                Heard whole = new Heard(video.span(), video.src(), video.trim(), video.audio());
                boolean silent = sources.get(video.src()).facts().audio().isEmpty();
                yield silent ? Optional.empty() : heard(layer, whole, video.times());
            }
            case AudioLayer audio ->
                    heard(
                            layer,
                            new Heard(audio.span(), audio.src(), audio.trim(), audio.audio()),
                            audio.times());
            case ImageLayer _, TextLayer _, ShapeLayer _ -> Optional.empty();
        };
    }

    private Optional<Heard> heard(Layer layer, Heard whole, TimeMap times) {
        TimeRange range = layer.range(sources::duration, project.cut().end());
        long start = sampleAt(range.start());
        long first = Math.max(0, start);
        long end = Math.min(sampleAt(range.end().min(project.cut().end())), totalSamples);
        if (first >= end || isSilent(whole.audio().volume())) {
            return Optional.empty();
        }
        Rational inCut = range.start().minus(project.cut().start());
        AudioCut cut =
                new AudioCut(
                        this,
                        whole.src(),
                        new TimeRange(
                                seconds(first).minus(inCut).minus(MARGIN_SECONDS),
                                seconds(end).minus(inCut).plus(MARGIN_SECONDS)));
        LayerAudio audio = LayerAudio.TYPE.rewritten(whole.audio(), cut);
        if (cut.moves()) {
            // Starts where it starts, since its animations count from there.
            Layer.Span span = new Layer.Span(inCut, Optional.of(seconds(end).minus(inCut)));
            return Optional.of(new Heard(span, whole.src(), whole.trim(), audio));
        }
        Layer.Span span = new Layer.Span(seconds(first), Optional.of(seconds(end - first)));
        Rational trim = times.sourceTime(seconds(first).minus(inCut));
        return Optional.of(new Heard(span, whole.src(), trim, audio));
    }

    private static boolean isSilent(Animated<Double> volume) {
        return volume.isConstant() && volume.keyframes().getFirst().value() <= 0;
    }

    /// Cuts the animations of what is heard of a layer to the part that is heard.
    private static final class AudioCut implements Rewrite {
        private final AudioSlices slices;
        private final String src;
        private final TimeRange heard;
        private boolean moves;

        /// @param heard seconds from the layer's start
        AudioCut(AudioSlices slices, String src, TimeRange heard) {
            this.slices = slices;
            this.src = src;
            this.heard = heard;
        }

        /// Whether something in it moves while it is heard.
        boolean moves() {
            return moves;
        }

        @Override
        public String pointer() {
            return "";
        }

        @Override
        @SuppressWarnings("unchecked") // the track's own type
        public <T> T property(Property<?, T> property, T value) {
            return property == LayerAudio.TRACK
                    ? (T) slices.track(src, (Optional<String>) value)
                    : property.type().rewritten(value, this);
        }

        @Override
        public <T> Animated<T> animated(Animated<T> value, Interpolation<T> interpolation) {
            Animated<T> needed = within(value, heard);
            moves |= !needed.isConstant();
            return needed;
        }
    }

    /// The same animation without keyframes that do not matter within `range`; constant where all
    /// that are left have the same value.
    private static <T> Animated<T> within(Animated<T> animated, TimeRange range) {
        List<Keyframe<T>> frames = animated.keyframes();
        int first = 0;
        int last = frames.size() - 1;
        while (first < last && frames.get(first + 1).time().compareTo(range.start()) <= 0) {
            first++;
        }
        while (last > first && frames.get(last - 1).time().compareTo(range.end()) >= 0) {
            last--;
        }
        List<Keyframe<T>> needed = frames.subList(first, last + 1);
        T value = needed.getFirst().value();
        return needed.stream().allMatch(frame -> frame.value().equals(value))
                ? Animated.constant(value)
                : new Animated<>(needed);
    }

    private long sampleAt(Rational timelineTime) {
        return timelineTime.minus(project.cut().start()).times(SAMPLE_RATE_HZ).round();
    }

    private static Rational seconds(long samples) {
        return Rational.of(samples, SAMPLE_RATE_HZ);
    }
}
