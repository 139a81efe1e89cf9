package com.autoclipr.plan;

import com.autoclipr.composition.Layer;
import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.VisualLayer;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Fact;
import com.autoclipr.media.Sources;
import com.autoclipr.media.VideoCodec;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeRange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Everything that an export will do, as a value.
///
/// @param project what is exported
/// @param sources what it reads
/// @param size of the output
/// @param frameRate of the output
/// @param frameCount frames `n` with `n / fps` inside the cut
/// @param chunks tile `[0, frameCount)` without gap or overlap, in order
/// @param audio the audio track, if the output has one
/// @param decisions what was adapted
public record ExportPlan(
        Project project,
        Sources sources,
        PixelSize size,
        FrameRate frameRate,
        long frameCount,
        List<Chunk> chunks,
        AudioWork audio,
        List<Decision> decisions) {
    public ExportPlan {
        chunks = List.copyOf(chunks);
        decisions = List.copyOf(decisions);
    }

    /// The decisions about visible sources and layers at `timelineTime`.
    public List<Decision> decisionsAt(Rational timelineTime) {
        Set<String> shown = new HashSet<>();
        for (Layer layer : project.layers()) {
            TimeRange range = layer.range(sources::duration, project.cut().end());
            if (layer instanceof VisualLayer && range.contains(timelineTime)) {
                shown.add(layer.pointer());
                layer.source().ifPresent(shown::add);
            }
        }
        return decisions.stream().filter(decision -> isAbout(decision, shown)).toList();
    }

    private static boolean isAbout(Decision decision, Set<String> shown) {
        String file = decision.facts().get(Fact.FILE);
        String about = decision.facts().getOrDefault(Fact.LAYER, file);
        return about != null && shown.contains(about);
    }

    public String audioKey() {
        return audio.key();
    }

    public VideoEncoding encoding() {
        return new VideoEncoding(
                size.width(),
                size.height(),
                frameRate,
                new VideoCodec.X264(project.output().crf(), project.output().preset()));
    }

    /// Timeline time that frame `frameIndex` of the output shows: `cut.start + frameIndex / fps`.
    public Rational timelineTimeOf(long frameIndex) {
        return project.cut().start().plus(frameRate.timeOfFrame(frameIndex));
    }

    /// Seconds of the finished file: `frameCount / fps`.
    public Rational duration() {
        return frameRate.timeOfFrame(frameCount);
    }
}
