package com.autoclipr.plan;

import com.autoclipr.composition.Layer;
import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.VideoLayer;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.Sources;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.time.FrameRange;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Makes the plan of an export. Pure: the same project, sources and engine give the same plan.
public final class ExportPlanner {
    /// Above this a warning is given, never a refusal.
    private static final Rational LONG_EXPORT = Rational.of(30 * 60);

    /// A longer cut is refused: its audio alone approaches the maximum file size, and the plan,
    /// which has an entry per second, has to fit in the controller's memory.
    static final Rational LONGEST_CUT = Rational.of(24 * 60 * 60);

    private static final FrameRate DEFAULT_FRAME_RATE = FrameRate.of(30, 1);
    private static final FrameRate FASTEST_CHOSEN = FrameRate.of(60, 1);

    private final String engine;

    /// @param engine versions of everything in this program that can change an output byte
    public ExportPlanner(String engine) {
        this.engine = engine;
    }

    /// @throws com.autoclipr.failure.FailureException OUTPUT_TOO_LARGE if the cut is longer than a
    ///   day
    public ExportPlan plan(Project project, Sources sources) {
        requireLength(project.cut().duration());
        List<Decision> decisions = new ArrayList<>();
        for (var source : new TreeMap<>(sources.media()).entrySet()) {
            for (Decision decision : source.getValue().facts().decisions()) {
                if (AudioDecisions.matters(decision, source.getKey(), project)) {
                    decisions.add(decision.with(Fact.FILE, source.getKey()));
                }
            }
        }
        FrameRate frameRate =
                project.output()
                        .frameRate()
                        .orElseGet(() -> chooseFrameRate(project, sources, decisions));
        PixelSize size = project.output().size().pixels(project.overlay().aspectRatio());
        long frameCount = frameRate.framesIn(project.cut().duration());
        decisions.addAll(AudioDecisions.amongLanguages(project, sources));
        noteTimes(project, sources, frameRate, decisions);

        ChunkKeys keys = new ChunkKeys(engine, project, sources, size, frameRate);
        List<Chunk> chunks = new ArrayList<>();
        List<FrameRange> tiles = ChunkTiling.tile(project.cut().start(), frameCount, frameRate);
        for (FrameRange frames : tiles) {
            chunks.add(keys.chunk(chunks.size(), frames));
        }
        return new ExportPlan(
                project, sources, size, frameRate, frameCount, chunks, keys.audio(), decisions);
    }

    private static void requireLength(Rational duration) {
        if (duration.compareTo(LONGEST_CUT) > 0) {
            throw Failure.of(FailureKind.OUTPUT_TOO_LARGE)
                    .with(Fact.SECONDS, duration.toDecimal(0))
                    .with(Fact.MAX_SECONDS, LONGEST_CUT.toString())
                    .asException();
        }
    }

    /// The rate of the main source: the lowest video layer that is seen during the cut.
    private static FrameRate chooseFrameRate(
            Project project, Sources sources, List<Decision> decisions) {
        Optional<VideoFacts> main =
                project.layers().stream()
                        .filter(
                                layer ->
                                        layer instanceof VideoLayer
                                                && seen(layer, project, sources))
                        .map(layer -> sources.get(((VideoLayer) layer).src()).facts().video())
                        .flatMap(Optional::stream)
                        .filter(video -> !video.still())
                        .findFirst();
        FrameRate chosen = main.map(VideoFacts::frameRate).orElse(DEFAULT_FRAME_RATE);
        if (chosen.framesPerSecond().compareTo(FASTEST_CHOSEN.framesPerSecond()) > 0) {
            chosen = FASTEST_CHOSEN;
        }
        decisions.add(
                Decision.of(DecisionKind.FRAME_RATE_SELECTED).with(Fact.FPS, chosen.toString()));
        return chosen;
    }

    private static boolean seen(Layer layer, Project project, Sources sources) {
        return range(layer, project, sources).overlaps(project.cut());
    }

    private static TimeRange range(Layer layer, Project project, Sources sources) {
        return layer.range(sources::duration, project.cut().end());
    }

    private static void noteTimes(
            Project project, Sources sources, FrameRate frameRate, List<Decision> decisions) {
        Rational lastEnd = Rational.ZERO;
        for (Layer layer : project.layers()) {
            TimeRange range = range(layer, project, sources);
            lastEnd = lastEnd.max(range.end());
            if (layer instanceof VideoLayer video && range.overlaps(project.cut())) {
                TimeRange shown =
                        new TimeRange(range.start(), range.end().min(project.cut().end()));
                noteVideo(video, shown, sources, frameRate, decisions);
            }
        }
        Rational cutEnd = project.cut().end();
        if (lastEnd.compareTo(cutEnd) < 0) {
            decisions.add(
                    Decision.of(DecisionKind.CUT_PAST_END)
                            .with(Fact.END, cutEnd.toDecimal(3))
                            .with(Fact.LAST_END, lastEnd.toDecimal(3)));
        }
        if (project.cut().duration().compareTo(LONG_EXPORT) > 0) {
            decisions.add(
                    Decision.of(DecisionKind.LONG_EXPORT)
                            .with(Fact.DURATION, project.cut().duration().toDecimal(0))
                            .with(Fact.LIMIT, LONG_EXPORT.toString()));
        }
    }

    private static void noteVideo(
            VideoLayer layer,
            TimeRange range,
            Sources sources,
            FrameRate frameRate,
            List<Decision> decisions) {
        Optional<VideoFacts> facts = sources.get(layer.src()).facts().video();
        if (facts.isEmpty() || facts.get().still()) {
            return;
        }
        VideoFacts video = facts.get();
        if (!video.constantFrameRate() || !video.frameRate().equals(frameRate)) {
            decisions.add(
                    Decision.of(DecisionKind.FRAME_RATE_CONFORMED)
                            .with(Fact.LAYER, layer.pointer())
                            .with(Fact.FILE, layer.src())
                            .with(
                                    Fact.SOURCE_FPS,
                                    video.constantFrameRate()
                                            ? video.frameRate().toString()
                                            : "variable")
                            .with(Fact.FPS, frameRate.toString()));
        }
        noteColour(layer, video, decisions);
        noteEnd(layer, range, video, decisions);
    }

    /// Tone-mapped sources have a decision of their own, from probing.
    private static void noteColour(VideoLayer layer, VideoFacts video, List<Decision> decisions) {
        ColourFacts colour = video.colour();
        boolean asItIs =
                colour.matrix() == ColourFacts.Matrix.BT709
                        && !colour.fullRange()
                        && colour.bitDepth() == 8;
        if (!asItIs && !colour.hdr()) {
            decisions.add(
                    Decision.of(DecisionKind.COLOUR_CONVERTED)
                            .with(Fact.LAYER, layer.pointer())
                            .with(Fact.FILE, layer.src())
                            .with(Fact.MATRIX, colour.matrix().name())
                            .with(Fact.RANGE, colour.fullRange() ? "full" : "limited")
                            .with(Fact.BIT_DEPTH, Integer.toString(colour.bitDepth())));
        }
    }

    /// Audio that ends a few milliseconds after the pictures isn't reported; a picture held for
    /// more than a frame is.
    private static void noteEnd(
            VideoLayer layer, TimeRange shown, VideoFacts video, List<Decision> decisions) {
        Rational shownUntil = layer.times().sourceTime(shown.duration());
        Rational noticed = video.duration().plus(video.frameRate().frameDuration());
        if (video.duration().signum() > 0 && shownUntil.compareTo(noticed) > 0) {
            decisions.add(
                    Decision.of(DecisionKind.LAST_FRAME_HELD)
                            .with(Fact.LAYER, layer.pointer())
                            .with(Fact.FILE, layer.src())
                            .with(Fact.SOURCE_END, video.duration().toDecimal(3))
                            .with(Fact.SHOWN_UNTIL, shownUntil.toDecimal(3)));
        }
    }
}
