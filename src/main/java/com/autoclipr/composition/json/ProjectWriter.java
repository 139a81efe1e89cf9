package com.autoclipr.composition.json;

import com.autoclipr.composition.Anchor;
import com.autoclipr.composition.Animated;
import com.autoclipr.composition.AudioLayer;
import com.autoclipr.composition.Canvas;
import com.autoclipr.composition.Easing;
import com.autoclipr.composition.FontFile;
import com.autoclipr.composition.ImageLayer;
import com.autoclipr.composition.Keyframe;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Output;
import com.autoclipr.composition.Overlay;
import com.autoclipr.composition.PictureBox;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.Stroke;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.Transform;
import com.autoclipr.composition.VideoLayer;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeRange;
import java.util.List;
import java.util.function.Consumer;

/// Writes a project in the one normal form: a project file with every field given, in one order,
/// lengths in pixels, times as whole numbers or `"n/d"`, numbers as [Double#toString(double)] has
/// them.
///
/// `ProjectReader.read(ProjectWriter.write(p))` equals `p`, and equal projects give equal bytes. A
/// field that is left out is one that the project does not have (a duration, a stroke, …). Where a
/// layer stands is told by its place in the list; its pointer is not written.
public final class ProjectWriter {
    private final JsonText json = new JsonText();

    private ProjectWriter() {}

    /// UTF-8, one line, without a line end.
    public static byte[] write(Project project) {
        ProjectWriter writer = new ProjectWriter();
        writer.project(project);
        return writer.json.utf8();
    }

    private void project(Project project) {
        json.object(
                () -> {
                    json.field("version").number(ProjectReader.VERSION);
                    json.field("canvas").object(() -> canvas(project.canvas()));
                    json.field("overlay").object(() -> overlay(project.overlay()));
                    json.field("cut").object(() -> cut(project.cut()));
                    json.field("layers").list(project.layers(), this::layer);
                    json.field("fonts").list(project.fonts(), this::font);
                    json.field("output").object(() -> output(project.output()));
                });
    }

    private void canvas(Canvas canvas) {
        json.field("width").number(canvas.width());
        json.field("height").number(canvas.height());
        json.field("background").text(canvas.background().toString());
    }

    private void overlay(Overlay overlay) {
        Rational ratio = overlay.aspectRatio();
        json.field("aspectRatio").text(ratio.numerator() + ":" + ratio.denominator());
        animated("position", overlay.centre(), json::point);
        animated("height", overlay.height(), json::number);
    }

    private void cut(TimeRange cut) {
        json.field("start").rational(cut.start());
        json.field("end").rational(cut.end());
    }

    private void font(FontFile font) {
        json.object(
                () -> {
                    json.field("src").text(font.src());
                    font.family().ifPresent(family -> json.field("family").text(family));
                });
    }

    private void output(Output output) {
        switch (output.size()) {
            case Output.ShortSide size -> json.field("resolution").text(size.pixels() + "p");
            case Output.Exact size -> {
                json.field("width").number(size.width());
                json.field("height").number(size.height());
            }
        }
        output.frameRate().ifPresent(rate -> json.field("fps").rational(rate.framesPerSecond()));
        json.field("crf").number(output.crf());
        json.field("preset").text(output.preset());
        json.field("audio").text(Names.of(Names.AUDIO, output.audio()));
        json.field("audioBitrate").number(output.audioBitrateBps());
    }

    private void layer(Layer layer) {
        json.object(
                () -> {
                    switch (layer) {
                        case VideoLayer video -> video(video);
                        case ImageLayer image -> image(image);
                        case TextLayer text -> text(text);
                        case ShapeLayer shape -> shape(shape);
                        case AudioLayer audio -> audio(audio);
                    }
                });
    }

    private void video(VideoLayer layer) {
        json.field("type").text("video");
        json.field("src").text(layer.src());
        span(layer.span());
        json.field("trim").rational(layer.trim());
        placement(layer.placement());
        frame(layer.frame());
        animated("volume", layer.volume(), json::number);
        layer.audioTrack().ifPresent(this::audioTrack);
    }

    private void image(ImageLayer layer) {
        json.field("type").text("image");
        json.field("src").text(layer.src());
        span(layer.span());
        placement(layer.placement());
        frame(layer.frame());
        json.field("loop").text(Names.of(Names.LOOPS, layer.loop()));
    }

    private void audio(AudioLayer layer) {
        json.field("type").text("audio");
        json.field("src").text(layer.src());
        span(layer.span());
        json.field("trim").rational(layer.trim());
        animated("volume", layer.volume(), json::number);
        layer.audioTrack().ifPresent(this::audioTrack);
    }

    private void audioTrack(String track) {
        json.field("audioTrack");
        if (track.chars().allMatch(Character::isDigit)) {
            json.number(Integer.parseInt(track));
        } else {
            json.text(track);
        }
    }

    private void text(TextLayer layer) {
        json.field("type").text("text");
        json.field("text").text(layer.text());
        span(layer.span());
        placement(layer.placement());
        json.field("font").object(() -> letters(layer.font()));
        json.field("align").text(Names.of(Names.ALIGNMENTS, layer.align()));
        json.field("direction").text(Names.of(Names.DIRECTIONS, layer.direction()));
        json.field("lineHeight").number(layer.lineHeight());
        layer.width().ifPresent(width -> json.field("width").number(width));
        layer.stroke().ifPresent(this::stroke);
        layer.shadow().ifPresent(shadow -> json.field("shadow").object(() -> shadow(shadow)));
        layer.box().ifPresent(box -> json.field("box").object(() -> box(box)));
    }

    private void letters(TextLayer.Font font) {
        json.field("family").text(font.family());
        json.field("weight").number(font.weight());
        json.field("style").text(Names.of(Names.FONT_STYLES, font.italic()));
        json.field("size").number(font.size());
        json.field("color").text(font.colour().toString());
        json.field("letterSpacing").number(font.letterSpacing());
    }

    private void shadow(TextLayer.Shadow shadow) {
        json.field("color").text(shadow.colour().toString());
        json.field("x").number(shadow.x());
        json.field("y").number(shadow.y());
        json.field("blur").number(shadow.blur());
    }

    private void box(TextLayer.TextBox box) {
        json.field("color").text(box.colour().toString());
        json.field("padding")
                .object(
                        () -> {
                            json.field("x").number(box.paddingX());
                            json.field("y").number(box.paddingY());
                        });
        json.field("radius").number(box.radius());
    }

    private void shape(ShapeLayer layer) {
        json.field("type").text("shape");
        span(layer.span());
        placement(layer.placement());
        switch (layer.shape()) {
            case ShapeLayer.Box box -> {
                json.field("shape").text("rectangle");
                animated("width", box.width(), json::number);
                animated("height", box.height(), json::number);
                json.field("radius").number(box.radius());
                fill(layer);
            }
            case ShapeLayer.Ellipse ellipse -> {
                json.field("shape").text("ellipse");
                animated("width", ellipse.width(), json::number);
                animated("height", ellipse.height(), json::number);
                fill(layer);
            }
            case ShapeLayer.Line line -> {
                json.field("shape").text("line");
                json.field("from").point(line.from());
                json.field("to").point(line.to());
            }
        }
        layer.stroke().ifPresent(this::stroke);
    }

    private void fill(ShapeLayer layer) {
        json.field("fill").text(layer.fill().map(Object::toString).orElse("none"));
    }

    private void stroke(Stroke stroke) {
        json.field("stroke")
                .object(
                        () -> {
                            json.field("color").text(stroke.colour().toString());
                            json.field("width").number(stroke.width());
                        });
    }

    private void span(Layer.Span span) {
        json.field("start").rational(span.start());
        span.duration().ifPresent(duration -> json.field("duration").rational(duration));
    }

    private void placement(Transform placement) {
        animated("position", placement.position(), json::point);
        animated("anchor", placement.anchor(), this::anchor);
        animated("scale", placement.scale(), json::point);
        animated("rotation", placement.rotation(), json::number);
        animated("opacity", placement.opacity(), json::number);
    }

    private void frame(PictureBox frame) {
        animated("width", frame.width(), json::number);
        animated("height", frame.height(), json::number);
        animated("fit", frame.fit(), fit -> json.text(Names.of(Names.FITS, fit)));
    }

    private void anchor(Anchor anchor) {
        json.object(
                () -> {
                    json.field("x").parts(anchor.partX(), anchor.pixelsX());
                    json.field("y").parts(anchor.partY(), anchor.pixelsY());
                });
    }

    private <T> void animated(String name, Animated<T> animated, Consumer<T> value) {
        json.field(name);
        if (animated.isConstant()) {
            value.accept(animated.keyframes().getFirst().value());
            return;
        }
        List<Keyframe<T>> frames = animated.keyframes();
        json.object(() -> json.field("keyframes").list(frames, frame -> keyframe(frame, value)));
    }

    private <T> void keyframe(Keyframe<T> frame, Consumer<T> value) {
        json.object(
                () -> {
                    json.field("time").rational(frame.time());
                    json.field("value");
                    value.accept(frame.value());
                    json.field("easing").text(easing(frame.easing()));
                });
    }

    private static String easing(Easing easing) {
        if (Names.EASINGS.containsValue(easing)) {
            return Names.of(Names.EASINGS, easing);
        }
        return switch (easing) {
            case Easing.Hold _ -> Names.of(Names.EASINGS, Easing.HOLD);
            case Easing.CubicBezier curve ->
                    "cubic-bezier("
                            + String.join(
                                    ", ",
                                    JsonText.decimal(curve.x1()),
                                    JsonText.decimal(curve.y1()),
                                    JsonText.decimal(curve.x2()),
                                    JsonText.decimal(curve.y2()))
                            + ")";
        };
    }
}
