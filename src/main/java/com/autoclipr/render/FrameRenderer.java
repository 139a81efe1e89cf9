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
import com.autoclipr.failure.Fact;
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

/// Draws frames of a project: everything under the overlay at a time, in output resolution.
///
/// A frame is a pure function of project and time: it does not depend on what was drawn before.
/// State kept between frames (open sources, rasters of layers, the last frame) only saves work.
/// Owns the sources that it opens; closed by the caller; not thread-safe.
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

    /// A visible layer, its time range, and its painter.
    private record Painted(String pointer, TimeRange range, LayerPainter painter) {}

    /// An operation of the layer with this pointer.
    private record LayerOp(String pointer, DrawOp op) {}

    /// @param output size of the frames
    /// @param sources sources of the layers; contains every `src`
    /// @param media opens them
    /// @param cacheBudgetBytes limit of the layer cache
    /// @throws com.autoclipr.failure.FailureException `MEDIA_UNSUPPORTED` if the source of a video
    ///   or image layer has no video
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

    /// Everything besides this program's code that affects what is drawn: Skia, the bundled emoji
    /// font, and the system fonts.
    public static String fingerprint() {
        return "skia "
                + SkiaRuntime.version()
                + " emoji "
                + EmojiFont.VERSION
                + " fonts "
                + SystemFonts.fingerprint();
    }

    /// Sets a listener that is called before a layer is decoded, laid out or drawn: with its JSON
    /// pointer, or an empty string after the last one.
    public void onLayer(Consumer<String> listener) {
        onLayer = listener;
    }

    /// Draws the frame at `timelineTime` into `into`, which has the size of the output and any
    /// content.
    ///
    /// @throws com.autoclipr.failure.FailureException if a source cannot be read, a font is invalid
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

    /// Lays out all texts now instead of on first use, so that [#decisions()] covers their fonts
    /// before anything is drawn.
    public void prepareTexts() {
        for (Painted layer : layers) {
            if (layer.painter instanceof TextPainter text) {
                onLayer.accept(layer.pointer);
                text.decisions();
            }
        }
    }

    /// The decisions so far, in layer order, without duplicates.
    public List<Decision> decisions() {
        Set<Decision> decisions = new LinkedHashSet<>();
        if (viewport.hasBars()) {
            decisions.add(
                    Decision.of(DecisionKind.LETTERBOXED)
                            .with(Fact.WIDTH, Integer.toString(viewport.seen().width()))
                            .with(Fact.HEIGHT, Integer.toString(viewport.seen().height())));
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
                                        video.effects(),
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
                                        image.effects(),
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
                                        Failure.of(FailureKind.MEDIA_UNSUPPORTED)
                                                .with(Fact.FILE, src)
                                                .with(Fact.LAYER, layer.pointer())
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
