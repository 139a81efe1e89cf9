package com.autoclipr.plan;

import com.autoclipr.composition.Animated;
import com.autoclipr.composition.AudioLayer;
import com.autoclipr.composition.Canvas;
import com.autoclipr.composition.Colour;
import com.autoclipr.composition.ImageLayer;
import com.autoclipr.composition.Keyframe;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Output;
import com.autoclipr.composition.Overlay;
import com.autoclipr.composition.Point;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.VideoLayer;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.Sources;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Cuts the [Slice] of the sound track out of a project: nothing but layers that are heard, a frame
/// being one sample long.
///
/// Two layers in it are the same if they are heard on the same samples, from the same time of the
/// same source, at the same volume.
final class AudioSlices {
    private static final int SAMPLE_RATE_HZ = AudioSource.SAMPLE_RATE_HZ;

    /// Volumes are evaluated at whole steps of so many samples and run straight between: looking
    /// this far around the part that is heard is enough whatever a step is.
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
            heard(layer, "/layers/" + layers.size())
                    .ifPresent(
                            audio -> {
                                layers.add(
                                        new AudioLayer(
                                                audio.pointer(),
                                                audio.span(),
                                                files.sound(audio.src()),
                                                audio.trim(),
                                                audio.volume(),
                                                track(audio)));
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

    /// By its number where a track was named by its language.
    private Optional<String> track(AudioLayer layer) {
        MediaFacts facts = sources.get(layer.src()).facts();
        List<AudioFacts> heard = facts.sounds(layer.audioTrack());
        boolean named = layer.audioTrack().isPresent() && heard.size() == 1;
        return named && facts.audioTracks().contains(heard.getFirst())
                ? Optional.of(Integer.toString(heard.getFirst().label().track()))
                : layer.audioTrack();
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

    private Optional<AudioLayer> heard(Layer layer, String pointer) {
        return switch (layer) {
            case VideoLayer video ->
                    sources.get(video.src()).facts().audio().isEmpty()
                            ? Optional.empty()
                            : heard(
                                    layer,
                                    new AudioLayer(
                                            pointer,
                                            video.span(),
                                            video.src(),
                                            video.trim(),
                                            video.volume(),
                                            video.audioTrack()));
            case AudioLayer audio ->
                    heard(
                            layer,
                            new AudioLayer(
                                    pointer,
                                    audio.span(),
                                    audio.src(),
                                    audio.trim(),
                                    audio.volume(),
                                    audio.audioTrack()));
            case ImageLayer _, TextLayer _, ShapeLayer _ -> Optional.empty();
        };
    }

    private Optional<AudioLayer> heard(Layer layer, AudioLayer audio) {
        TimeRange range = layer.range(sources::duration, project.cut().end());
        long start = sampleAt(range.start());
        long first = Math.max(0, start);
        long end = Math.min(sampleAt(range.end().min(project.cut().end())), totalSamples);
        if (first >= end || isSilent(audio.volume())) {
            return Optional.empty();
        }
        AudioLayer needed = withNeededVolume(audio, range.start(), first, end);
        return Optional.of(
                needed.volume().isConstant()
                        ? steady(needed, range.start(), first, end)
                        : moving(needed, range.start(), end));
    }

    private static boolean isSilent(Animated<Double> volume) {
        return volume.isConstant() && volume.keyframes().getFirst().value() <= 0;
    }

    /// Starts where it is first heard.
    private AudioLayer steady(AudioLayer layer, Rational start, long first, long end) {
        Rational heardFrom = project.cut().start().plus(seconds(first)).minus(start);
        return new AudioLayer(
                layer.pointer(),
                new Layer.Span(seconds(first), Optional.of(seconds(end - first))),
                layer.src(),
                layer.trim().plus(heardFrom),
                layer.volume(),
                layer.audioTrack());
    }

    /// Starts where it starts, since its volume counts from there.
    private AudioLayer moving(AudioLayer layer, Rational start, long end) {
        Rational inCut = start.minus(project.cut().start());
        return new AudioLayer(
                layer.pointer(),
                new Layer.Span(inCut, Optional.of(seconds(end).minus(inCut))),
                layer.src(),
                layer.trim(),
                layer.volume(),
                layer.audioTrack());
    }

    private AudioLayer withNeededVolume(AudioLayer layer, Rational start, long first, long end) {
        Rational inCut = start.minus(project.cut().start());
        TimeRange heard =
                new TimeRange(
                        seconds(first).minus(inCut).minus(MARGIN_SECONDS),
                        seconds(end).minus(inCut).plus(MARGIN_SECONDS));
        return new AudioLayer(
                layer.pointer(),
                layer.span(),
                layer.src(),
                layer.trim(),
                within(layer.volume(), heard),
                layer.audioTrack());
    }

    /// The same animation without keyframes that do not matter within `range`; constant where all
    /// that are left have the same value.
    private static Animated<Double> within(Animated<Double> animated, TimeRange range) {
        List<Keyframe<Double>> frames = animated.keyframes();
        int first = 0;
        int last = frames.size() - 1;
        while (first < last && frames.get(first + 1).time().compareTo(range.start()) <= 0) {
            first++;
        }
        while (last > first && frames.get(last - 1).time().compareTo(range.end()) >= 0) {
            last--;
        }
        List<Keyframe<Double>> needed = frames.subList(first, last + 1);
        Double value = needed.getFirst().value();
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
