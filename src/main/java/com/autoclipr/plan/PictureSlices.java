package com.autoclipr.plan;

import com.autoclipr.composition.AudioLayer;
import com.autoclipr.composition.FontFile;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Output;
import com.autoclipr.composition.Overlay;
import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.VisualLayer;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.media.Sources;
import com.autoclipr.time.FrameRange;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Cuts the [Slice] of a chunk's pictures out of a project.
///
/// It removes what no pixel depends on: the position of the chunk on the timeline; layers that none
/// of its frames shows; animation values between frames and elsewhere; the start of a layer, where
/// only its animations count from it; file names; audio. Everything else is kept, so that a
/// property unknown to this class is part of the key.
final class PictureSlices {
    /// Audio has a slice of its own.
    private static final int NO_BITRATE_BPS = 0;

    private final Project project;
    private final Map<String, String> knownFiles = new HashMap<>();
    private final Sources sources;
    private final PixelSize size;
    private final FrameRate rate;
    private final List<Shown> shown = new ArrayList<>();

    /// A layer and when it is there.
    ///
    /// @param frames of the output, from the cut's first
    private record Shown(VisualLayer layer, TimeRange range, FrameRange frames) {}

    PictureSlices(Project project, Sources sources, PixelSize size, FrameRate rate) {
        this.project = project;
        this.sources = sources;
        this.size = size;
        this.rate = rate;
        for (Layer layer : project.layers()) {
            switch (layer) {
                case VisualLayer visual -> addIfSeen(visual);
                case AudioLayer _ -> {}
            }
        }
    }

    private void addIfSeen(VisualLayer layer) {
        TimeRange range = layer.range(sources::duration, project.cut().end());
        long first = Math.max(0, frameAtOrAfter(range.start()));
        long end = frameAtOrAfter(range.end());
        if (first < end) {
            shown.add(new Shown(layer, range, new FrameRange(first, end)));
        }
    }

    private long frameAtOrAfter(Rational timelineTime) {
        return rate.firstFrameAtOrAfter(timelineTime.minus(project.cut().start()));
    }

    /// The slice of the frames of one chunk.
    Slice of(FrameRange frames) {
        SliceFiles files = new SliceFiles(sources, knownFiles);
        List<Layer> layers = new ArrayList<>();
        List<String> pointers = new ArrayList<>();
        boolean movesMatter = false;
        for (Shown candidate : shown) {
            long first = Math.max(candidate.frames.first(), frames.first());
            long end = Math.min(candidate.frames.end(), frames.end());
            if (first >= end) {
                continue;
            }
            LayerSlice cut = layerSlice(candidate, frames.first(), new FrameRange(first, end));
            VisualLayer layer = cut.of(candidate.layer, layers.size(), files);
            if (isSeen(layer)) {
                layers.add(layer);
                pointers.add(candidate.layer.pointer());
                movesMatter |= cut.movesMatter(candidate.layer);
            }
        }
        Project slice =
                new Project(
                        project.canvas(),
                        overlay(frames, movesMatter),
                        new TimeRange(Rational.ZERO, rate.timeOfFrame(frames.count())),
                        layers,
                        fonts(layers, files),
                        output());
        return new Slice(slice, files.names(pointers));
    }

    private LayerSlice layerSlice(Shown layer, long chunkFirst, FrameRange seen) {
        Rational layerTime = timelineTimeOf(seen.first()).minus(layer.range.start());
        Rational offset = rate.timeOfFrame(seen.first() - chunkFirst);
        return new LayerSlice(layerTime, offset, seen.count(), rate, sources);
    }

    private Rational timelineTimeOf(long frame) {
        return project.cut().start().plus(rate.timeOfFrame(frame));
    }

    private static boolean isSeen(VisualLayer layer) {
        return layer.transform().opacity().keyframes().stream()
                .anyMatch(keyframe -> keyframe.value() > 0);
    }

    private Overlay overlay(FrameRange frames, boolean movesMatter) {
        FrameValues values =
                new FrameValues(
                        timelineTimeOf(frames.first()), frames.count(), rate, Rational.ZERO);
        return new Overlay(
                project.overlay().aspectRatio(),
                values.of(project.overlay().centre(), Interpolation.POINT, movesMatter),
                values.of(project.overlay().height(), Interpolation.NUMBER, movesMatter));
    }

    /// All of them if there is a text: characters that its own family lacks are looked up in the
    /// others, in their order.
    private List<FontFile> fonts(List<Layer> layers, SliceFiles files) {
        List<FontFile> fonts = new ArrayList<>();
        if (layers.stream().anyMatch(TextLayer.class::isInstance)) {
            for (FontFile font : project.fonts()) {
                fonts.add(files.font(font, fonts.size()));
            }
        }
        return fonts;
    }

    private Output output() {
        return new Output(
                new Output.Exact(size.width(), size.height()),
                Optional.of(rate),
                project.output().crf(),
                project.output().preset(),
                NO_BITRATE_BPS,
                false);
    }
}
