package com.autoclipr.composition.json;

import com.autoclipr.composition.Anchor;
import com.autoclipr.composition.Animated;
import com.autoclipr.composition.AudioLayer;
import com.autoclipr.composition.Fit;
import com.autoclipr.composition.ImageLayer;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Loop;
import com.autoclipr.composition.PictureBox;
import com.autoclipr.composition.Point;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.Transform;
import com.autoclipr.composition.VideoLayer;
import com.autoclipr.time.Rational;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads one entry of `layers`.
final class LayerReader {
    static final int MAX_PATH = 4_096;
    private static final int MAX_ID = 200;
    private static final double MAX_SCALE = 100;
    private static final double MAX_ROTATION = 360_000;
    private static final double MAX_VOLUME = 10;

    private static final int MAX_TRACK = 999;

    /// `all`, or a language by ISO 639 or BCP 47.
    private static final Pattern AUDIO_TRACK =
            Pattern.compile("all|(?!(?i:all)$)[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,6}");

    private final Diagnostics findings;
    private final Scalars scalars;
    private final Times times;
    private final Lengths lengths;
    private final Animations animations;
    private final Map<String, Kind> kinds;

    /// Reads the fields of one kind of layer.
    @FunctionalInterface
    private interface Kind {
        Optional<Layer> read(FieldReader fields, Layer.Span span);
    }

    LayerReader(Diagnostics findings, Times times, Lengths lengths) {
        this.findings = findings;
        this.scalars = new Scalars(findings);
        this.times = times;
        this.lengths = lengths;
        this.animations = new Animations(findings, times);
        TextReader texts = new TextReader(findings, lengths);
        ShapeReader shapes = new ShapeReader(findings, lengths, animations);
        this.kinds =
                Names.inOrder(
                        "video", (Kind) this::video,
                        "image", (Kind) this::image,
                        "text", (Kind) (fields, span) -> text(texts, fields, span),
                        "shape", (Kind) (fields, span) -> shape(shapes, fields, span),
                        "audio", (Kind) this::audio);
    }

    ValueReader<Layer> reader() {
        return json -> FieldReader.object(findings, this::layer).read(json).flatMap(found -> found);
    }

    private Optional<Layer> layer(FieldReader fields) {
        Optional<Kind> kind = fields.requireOptional("type", scalars.choice(kinds));
        fields.raw("id")
                .ifPresent(
                        json ->
                                scalars.line(MAX_ID, "name")
                                        .read(json)
                                        .ifPresent(
                                                id ->
                                                        findings.layerId(
                                                                json.place(), id, fields.place())));
        Layer.Span span =
                new Layer.Span(
                        fields.get("start", Rational.ZERO, times.any()),
                        fields.find("duration", times.from(Times.SHORTEST)));
        if (kind.isEmpty()) {
            // Which fields belong here is not known; a file that it names is.
            fields.raw("src").filter(Json.Text.class::isInstance).ifPresent(this::source);
            fields.ignoreOthers();
            return Optional.empty();
        }
        return kind.get().read(fields, span);
    }

    private Optional<Layer> video(FieldReader fields, Layer.Span span) {
        Transform placement = placement(fields, centre());
        String src = fields.require("src", "", this::source);
        Rational trim = fields.get("trim", Rational.ZERO, times.from(Rational.ZERO));
        PictureBox frame = frame(fields, Fit.COVER);
        Animated<Double> volume = volume(fields);
        return Optional.of(
                new VideoLayer(
                        pointer(fields), span, placement, src, trim, frame, volume, track(fields)));
    }

    private Optional<Layer> image(FieldReader fields, Layer.Span span) {
        Transform placement = placement(fields, centre());
        String src = fields.require("src", "", this::source);
        PictureBox frame = frame(fields, Fit.CONTAIN);
        Loop loop = fields.get("loop", Loop.SOURCE, scalars.choice(Names.LOOPS));
        return Optional.of(new ImageLayer(pointer(fields), span, placement, src, frame, loop));
    }

    private Optional<Layer> audio(FieldReader fields, Layer.Span span) {
        String src = fields.require("src", "", this::source);
        Rational trim = fields.get("trim", Rational.ZERO, times.from(Rational.ZERO));
        return Optional.of(
                new AudioLayer(pointer(fields), span, src, trim, volume(fields), track(fields)));
    }

    private Optional<Layer> text(TextReader reader, FieldReader fields, Layer.Span span) {
        Transform placement = placement(fields, centre());
        TextLayer text = reader.read(fields, span, placement);
        return Optional.of(text);
    }

    private Optional<Layer> shape(ShapeReader reader, FieldReader fields, Layer.Span span) {
        Optional<ShapeReader.Drawn> drawn = reader.read(fields);
        Point middle =
                drawn.map(ShapeReader.Drawn::shape)
                        .filter(ShapeLayer.Line.class::isInstance)
                        .map(ShapeLayer.Line.class::cast)
                        .map(LayerReader::middle)
                        .orElse(centre());
        Transform placement = placement(fields, middle);
        return drawn.map(
                all ->
                        new ShapeLayer(
                                pointer(fields),
                                span,
                                placement,
                                all.shape(),
                                all.fill(),
                                all.stroke()));
    }

    private static Point middle(ShapeLayer.Line line) {
        return new Point(
                (line.from().x() + line.to().x()) / 2, (line.from().y() + line.to().y()) / 2);
    }

    private Transform placement(FieldReader fields, Point position) {
        ValueReader<Double> factor = scalars.number(-MAX_SCALE, MAX_SCALE);
        ValueReader<Point> scale = lengths.oneOrTwo(factor, factor, "scale");
        return new Transform(
                fields.get(
                        "position",
                        Animated.constant(position),
                        animations.ofObject(lengths.point())),
                fields.get(
                        "anchor",
                        Animated.constant(Anchor.CENTRE),
                        animations.ofObject(lengths.anchor())),
                fields.get("scale", Animated.constant(new Point(1, 1)), animations.ofObject(scale)),
                fields.get(
                        "rotation",
                        Animated.constant(0.0),
                        animations.of(scalars.number(-MAX_ROTATION, MAX_ROTATION))),
                fields.get("opacity", Animated.constant(1.0), animations.of(scalars.number(0, 1))));
    }

    private PictureBox frame(FieldReader fields, Fit fit) {
        return new PictureBox(
                fields.get(
                        "width",
                        Animated.constant((double) lengths.canvasWidth()),
                        animations.of(lengths.ofWidth(0, Lengths.LARGEST))),
                fields.get(
                        "height",
                        Animated.constant((double) lengths.canvasHeight()),
                        animations.of(lengths.ofHeight(0, Lengths.LARGEST))),
                fields.get(
                        "fit", Animated.constant(fit), animations.of(scalars.choice(Names.FITS))));
    }

    private Animated<Double> volume(FieldReader fields) {
        return fields.get(
                "volume", Animated.constant(1.0), animations.of(scalars.number(0, MAX_VOLUME)));
    }

    private Optional<String> track(FieldReader fields) {
        return fields.find("audioTrack", this::track);
    }

    /// A track's number, a language, or `all`.
    private Optional<String> track(Json json) {
        if (json instanceof Json.Decimal) {
            return scalars.whole(0, MAX_TRACK).read(json).map(number -> Integer.toString(number));
        }
        if (!(json instanceof Json.Text text)) {
            Scalars.wrongType(findings, json, "audio-track");
            return Optional.empty();
        }
        if (!AUDIO_TRACK.matcher(text.value()).matches()) {
            Scalars.wrongForm(findings, json, "audio-track", text.value());
            return Optional.empty();
        }
        return Optional.of(text.value());
    }

    private Optional<String> source(Json json) {
        Optional<String> src = scalars.line(MAX_PATH, "path").read(json);
        src.ifPresent(path -> findings.source(json.place(), path, SourceReference.Kind.MEDIA));
        return src;
    }

    private Point centre() {
        return new Point(lengths.canvasWidth() / 2.0, lengths.canvasHeight() / 2.0);
    }

    private static String pointer(FieldReader fields) {
        return fields.place().pointer();
    }
}
