package com.autoclipr.plan;

import com.autoclipr.audio.AudioProcessor;
import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ProjectWriter;
import com.autoclipr.media.Sources;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.render.FrameRenderer;
import com.autoclipr.time.FrameRange;
import com.autoclipr.time.Rational;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;

/// How a project comes out, by brute force: every frame drawn, all sound mixed; and the keys that
/// the plan has for it.
///
/// @param seconds what is seen, by second of the timeline
/// @param sound what is heard
record Look(Map<Long, Part> seconds, Part sound) {
    private static final long CACHE_BYTES = 16 << 20;

    /// @param key that of the plan
    /// @param slice what the key was made of, JSON
    /// @param content a digest of all pixels or samples, and of how they are encoded
    /// @param contentOfSlice the same of the slice, taken for a project, where it was looked at
    record Part(String key, String slice, String content, Optional<String> contentOfSlice) {}

    /// Draws a slice, or finds it drawn; empty if it is not looked at.
    interface Drawn {
        Optional<String> of(String slice, Function<String, String> drawing);
    }

    /// @param drawn what slices look like by themselves
    static Look of(Project project, RichMedia media, Drawn drawn) {
        Sources sources = media.sources();
        ExportPlan plan = new ExportPlanner("engine").plan(project, sources);
        PictureSlices slices = new PictureSlices(project, sources, plan.size(), plan.frameRate());
        Map<Long, Part> seconds = new TreeMap<>();
        try (FrameRenderer renderer = renderer(project, plan.size(), sources, media)) {
            for (Chunk chunk : plan.chunks()) {
                FrameRange frames = chunk.frames();
                Slice slice = slices.of(frames);
                Part part =
                        new Part(
                                chunk.key(),
                                json(slice),
                                plan.encoding()
                                        + pixels(
                                                renderer,
                                                plan.size(),
                                                frames,
                                                plan::timelineTimeOf),
                                drawn.of(
                                        json(slice),
                                        _ ->
                                                plan.encoding()
                                                        + pixels(
                                                                slice,
                                                                frames.count(),
                                                                plan,
                                                                media)));
                seconds.put(plan.timelineTimeOf(frames.first()).floor(), part);
            }
        }
        Slice sound =
                new AudioSlices(project, sources, plan.frameRate(), plan.frameCount()).slice();
        return new Look(
                seconds,
                new Part(
                        plan.audioKey(),
                        json(sound),
                        samples(project, sources, plan, media),
                        drawn.of(json(sound), _ -> samples(sound, media))));
    }

    private static String json(Slice slice) {
        return new String(ProjectWriter.write(slice.project()), StandardCharsets.UTF_8);
    }

    private static FrameRenderer renderer(
            Project project, PixelSize size, Sources sources, RichMedia media) {
        return new FrameRenderer(project, size, sources, media, CACHE_BYTES);
    }

    private static String pixels(Slice slice, long count, ExportPlan plan, RichMedia media) {
        Project project = slice.project();
        try (FrameRenderer renderer = renderer(project, plan.size(), media.sources(slice), media)) {
            FrameRange frames = new FrameRange(0, count);
            return pixels(renderer, plan.size(), frames, plan.frameRate()::timeOfFrame);
        }
    }

    private static String pixels(
            FrameRenderer renderer,
            PixelSize size,
            FrameRange frames,
            LongFunction<Rational> timeOf) {
        KeyDigest digest = new KeyDigest();
        OutputFrame frame = new OutputFrame(size.width(), size.height());
        for (long n = frames.first(); n < frames.end(); n++) {
            renderer.render(timeOf.apply(n), frame);
            digest.add("luma", frame.luma()).add("cb", frame.cb()).add("cr", frame.cr());
        }
        return digest.hex();
    }

    private static String samples(
            Project project, Sources sources, ExportPlan plan, RichMedia media) {
        return samples(new AudioProcessor(project, sources, media, plan.frameRate()), media);
    }

    private static String samples(Slice slice, RichMedia media) {
        return samples(
                new AudioProcessor(
                        slice.project(),
                        media.sources(slice),
                        media,
                        slice.project().output().frameRate().orElseThrow()),
                media);
    }

    private static String samples(AudioProcessor processor, RichMedia media) {
        int bitrateBps = processor.process(_ -> {}).audio().bitrateBps();
        return new KeyDigest()
                .add("bitrate", Integer.toString(bitrateBps))
                .add("samples", media.heard())
                .hex();
    }
}
