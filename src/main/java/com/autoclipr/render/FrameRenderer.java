package com.autoclipr.render;

import com.autoclipr.composition.AudioLayer;
import com.autoclipr.composition.ImageLayer;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.VideoLayer;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.PictureLibrary;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.render.skia.EmojiFont;
import com.autoclipr.render.skia.SkiaRuntime;
import com.autoclipr.render.skia.SystemFonts;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Draws frames of a project: everything that is under the overlay at a time, at the output's size.
///
/// A frame is a pure function of project and time: whatever was drawn before, in whatever order,
/// gives the same bytes. What is kept from frame to frame (open sources, rasters of layers, the
/// last frame) only saves work. Owns the sources that it opens; closed by the caller; for one
/// thread at a time.
public final class FrameRenderer implements AutoCloseable {
    private final Project project;
    private final Viewport viewport;
    private final Backgrounds backgrounds;
    private final LayerCache cache;
    private final DrawingTools tools;
    private final List<Painted> layers = new ArrayList<>();
    private final LastFrame lastFrame;
    private long framesDrawn;
    private long framesReused;
    private Consumer<String> onLayer = _ -> {};

    /// A layer that is seen, when it is there, and what draws it.
    private record Painted(String pointer, TimeRange range, LayerPainter painter) {}

    /// A step of the layer with this pointer.
    private record LayerOp(String pointer, DrawOp op) {}

    /// @param output size of the frames to come
    /// @param sources what the project's layers show; every `src` is in it
    /// @param media opens them
    /// @param cacheBudgetBytes what rasters of layers may take together
    /// @throws com.autoclipr.failure.FailureException `MEDIA_UNSUPPORTED` if a video or image has
    ///   no picture
    public FrameRenderer(
            Project project,
            PixelSize output,
            Sources sources,
            PictureLibrary media,
            long cacheBudgetBytes) {
        this.project = project;
        this.viewport = Viewport.of(project.overlay(), output);
        this.backgrounds = new Backgrounds(project.canvas().background(), viewport);
        this.cache = new LayerCache(cacheBudgetBytes);
        this.tools = new DrawingTools(output, cache, project.fonts(), sources.fontFiles());
        this.lastFrame = new LastFrame(output);
        for (Layer layer : project.layers()) {
            painter(layer, sources, media)
                    .ifPresent(
                            painter ->
                                    layers.add(
                                            new Painted(
                                                    layer.pointer(),
                                                    layer.range(
                                                            sources::duration, project.cut().end()),
                                                    painter)));
        }
    }

    /// Everything besides this program's own code that decides what is drawn: Skia, the emoji font
    /// that comes with the program, and the fonts that the system has.
    public static String fingerprint() {
        return "skia "
                + SkiaRuntime.version()
                + " emoji "
                + EmojiFont.VERSION
                + " fonts "
                + SystemFonts.fingerprint();
    }

    /// From now on tells whose turn it is before anything is decoded, laid out or drawn for a
    /// layer: its JSON pointer, and an empty text after the last one.
    public void tellLayers(Consumer<String> listener) {
        onLayer = listener;
    }

    /// Draws the frame shown at `timelineTime` into `into`, which has the size of the output and
    /// may hold anything.
    ///
    /// @throws com.autoclipr.failure.FailureException if a source cannot be read, a font is broken
    ///   or a library is missing
    public void render(Rational timelineTime, OutputFrame into) {
        checkSize(into);
        List<LayerOp> ops = drawOps(timelineTime);
        List<Object> signature = ops.stream().map(of -> of.op().signature()).toList();
        if (lastFrame.copyIfSame(signature, into)) {
            framesReused++;
            return;
        }
        draw(ops, into);
        onLayer.accept("");
        framesDrawn++;
        lastFrame.drawn(signature, into);
    }

    /// Lays out all texts now rather than when they are first seen, so that [#decisions()] tells
    /// about their fonts before anything is drawn.
    public void prepareTexts() {
        for (Painted layer : layers) {
            if (layer.painter instanceof TextPainter text) {
                onLayer.accept(layer.pointer);
                text.decisions();
            }
        }
    }

    /// What had to be decided so far, in the order of layers, each once.
    public List<Decision> decisions() {
        Set<Decision> decisions = new LinkedHashSet<>();
        if (viewport.hasBars()) {
            decisions.add(
                    Decision.of(
                            DecisionKind.LETTERBOXED,
                            "width",
                            Integer.toString(viewport.seen().width()),
                            "height",
                            Integer.toString(viewport.seen().height())));
        }
        for (Painted layer : layers) {
            switch (layer.painter) {
                case PicturePainter picture -> decisions.addAll(picture.decisions());
                case TextPainter text -> decisions.addAll(text.decisionsSoFar());
                case ShapePainter _ -> {}
            }
        }
        return List.copyOf(decisions);
    }

    public RenderStatistics statistics() {
        return new RenderStatistics(
                framesDrawn,
                framesReused,
                tools.picturesDecoded(),
                cache.hits(),
                cache.misses(),
                cache.evictions(),
                cache.peakBytes());
    }

    @Override
    public void close() {
        layers.forEach(layer -> layer.painter.close());
        layers.clear();
        tools.close();
    }

    private List<LayerOp> drawOps(Rational timelineTime) {
        Affine fromCanvas = viewport.fromCanvas(project.overlay(), timelineTime);
        List<LayerOp> ops = new ArrayList<>();
        for (Painted layer : layers) {
            if (layer.range.contains(timelineTime)) {
                Rational layerTime = timelineTime.minus(layer.range.start());
                onLayer.accept(layer.pointer);
                for (DrawOp op : layer.painter.drawOps(new FrameContext(layerTime, fromCanvas))) {
                    ops.add(new LayerOp(layer.pointer, op));
                }
            } else {
                layer.painter.suspend();
            }
        }
        return ops;
    }

    private void draw(List<LayerOp> ops, OutputFrame into) {
        int first = ops.size() - 1;
        while (first >= 0 && !ops.get(first).op().occludesFrame()) {
            first--;
        }
        if (first < 0) {
            backgrounds.clear(into);
        }
        for (LayerOp of : ops.subList(Math.max(0, first), ops.size())) {
            onLayer.accept(of.pointer());
            of.op().draw(into);
        }
        backgrounds.drawBars(into);
    }

    private Optional<LayerPainter> painter(Layer layer, Sources sources, PictureLibrary media) {
        boolean overlayMoves = project.overlay().moves();
        return switch (layer) {
            case TextLayer text -> Optional.of(new TextPainter(text, tools, overlayMoves));
            case ShapeLayer shape -> Optional.of(new ShapePainter(shape, tools, overlayMoves));
            case AudioLayer _ -> Optional.empty();
            case VideoLayer video -> {
                OpenPictures pictures = pictures(video, video.src(), sources, media);
                yield Optional.of(
                        new PicturePainter(
                                new PicturePainter.PictureLayer(
                                        video.pointer(),
                                        video.transform(),
                                        video.box(),
                                        video.src(),
                                        video.times(),
                                        true),
                                pictures,
                                tools,
                                overlayMoves));
            }
            case ImageLayer image -> {
                OpenPictures pictures = pictures(image, image.src(), sources, media);
                yield Optional.of(
                        new PicturePainter(
                                new PicturePainter.PictureLayer(
                                        image.pointer(),
                                        image.transform(),
                                        image.box(),
                                        image.src(),
                                        image.times(
                                                pictures.facts().round(), pictures.facts().plays()),
                                        false),
                                pictures,
                                tools,
                                overlayMoves));
            }
        };
    }

    private OpenPictures pictures(Layer layer, String src, Sources sources, PictureLibrary media) {
        SourceFile file = sources.get(src);
        VideoFacts facts =
                file.facts()
                        .video()
                        .orElseThrow(
                                () ->
                                        Failure.of(
                                                        FailureKind.MEDIA_UNSUPPORTED,
                                                        "file",
                                                        src,
                                                        "layer",
                                                        layer.pointer())
                                                .asException());
        return new OpenPictures(media, file, facts, tools::countPicture);
    }

    private void checkSize(OutputFrame into) {
        PixelSize size = viewport.output();
        if (into.width() != size.width() || into.height() != size.height()) {
            throw new IllegalArgumentException(
                    "a frame of " + into.width() + "×" + into.height() + " for " + size);
        }
    }
}
