package com.autoclipr.cli.clip;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.time.Rational;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A project around one video: a canvas of its size, the largest 9:16 overlay that fits, and what
/// the options request. The timeline is the time of the video.
public final class StarterProject {
    /// Under a voice: −16 dB.
    private static final double MUSIC_BELOW_VOICE = 0.16;

    private static final double MUSIC_ALONE = 0.8;
    private static final Rational FADE_IN_SECONDS = Rational.of(1, 2);
    private static final Rational FADE_OUT_SECONDS = Rational.of(2);

    /// Fractions of the overlay: maximum width and height of a title, and its vertical centre. Apps
    /// draw their own controls above and beside it.
    private static final double TITLE_WIDTH = 0.84;

    private static final double TITLE_HEIGHT = 0.24;
    private static final double TITLE_CENTRE = 0.21;

    private static final Rational FASTEST = Rational.of(60);
    private static final int TITLE_WEIGHT = 800;

    private final Path video;
    private final URI schema;
    private final MediaFacts facts;
    private final VideoFacts pictures;
    private final Rational width;
    private final Rational height;
    private final Rational overlayWidth;
    private final Rational overlayHeight;

    /// The part of the video and what is added to it.
    ///
    /// @param start seconds
    /// @param end seconds; after `start`
    /// @param overlay where the overlay lies
    /// @param title text over the pictures
    /// @param music file that plays below the voice
    public record Clip(
            Rational start,
            Rational end,
            OverlayPlace overlay,
            Optional<String> title,
            Optional<Path> music) {}

    /// @param video a file with moving pictures
    /// @param schema where editors find the schema of project files
    /// @throws com.autoclipr.failure.FailureException MEDIA_UNSUPPORTED if it has none
    public StarterProject(Path video, MediaFacts facts, URI schema) {
        this.video = video;
        this.schema = schema;
        this.facts = facts;
        this.pictures =
                facts.video()
                        .orElseThrow(
                                () ->
                                        Failure.of(FailureKind.MEDIA_UNSUPPORTED)
                                                .with(Fact.FILE, video.toString())
                                                .with(Fact.NEEDED, "video")
                                                .asException());
        this.width = Rational.of(pictures.displayWidth());
        this.height = Rational.of(pictures.displayHeight());
        Rational widthAtFullHeight = height.times(Rational.of(9, 16));
        boolean fullHeight = widthAtFullHeight.compareTo(width) <= 0;
        this.overlayWidth = fullHeight ? widthAtFullHeight : width;
        this.overlayHeight = fullHeight ? height : width.times(Rational.of(16, 9));
    }

    /// Duration of the video stream, seconds; zero if unknown, and for a still image.
    public Rational duration() {
        return pictures.still() ? Rational.ZERO : pictures.duration();
    }

    /// Whether the overlay is inside the canvas there.
    public boolean isPossible(OverlayPlace place) {
        Rational x = place.centreX(width, overlayWidth);
        Rational half = overlayWidth.dividedBy(Rational.of(2));
        return x.compareTo(half) >= 0 && x.compareTo(width.minus(half)) <= 0;
    }

    /// Where the centre of the overlay may lie, such as `303.75 to 1616.25`.
    public String possibleX() {
        Rational half = overlayWidth.dividedBy(Rational.of(2));
        return length(half) + " to " + length(width.minus(half));
    }

    /// The project as JSON values, in the order of the documentation.
    ///
    /// @param folder of the project file: names of files below it are relative; empty: all names
    ///   are absolute
    public Map<String, Object> json(Clip clip, Optional<Path> folder) {
        Map<String, Object> project = new LinkedHashMap<>();
        project.put("$schema", schema.toString());
        project.put("version", 1);
        project.put(
                "canvas",
                fields("width", pictures.displayWidth(), "height", pictures.displayHeight()));
        project.put("overlay", overlay(clip.overlay()));
        project.put("cut", fields("start", time(clip.start()), "end", time(clip.end())));
        List<Object> layers = new ArrayList<>();
        layers.add(fields("id", "video", "type", "video", "src", name(video, folder)));
        clip.title().ifPresent(text -> layers.add(title(text, clip)));
        clip.music().ifPresent(file -> layers.add(music(name(file, folder), clip)));
        project.put("layers", layers);
        project.put("output", output());
        return project;
    }

    private Map<String, Object> overlay(OverlayPlace place) {
        boolean fullHeight = overlayHeight.equals(height);
        return fields(
                "aspectRatio",
                "9:16",
                "position",
                fields(
                        "x",
                        length(place.centreX(width, overlayWidth)),
                        "y",
                        length(height.dividedBy(Rational.of(2)))),
                fullHeight ? "height" : "width",
                length(fullHeight ? height : width));
    }

    private Map<String, Object> output() {
        Map<String, Object> output = fields("resolution", "1080p");
        Rational fps = pictures.frameRate().framesPerSecond();
        // For a variable frame rate the export selects one.
        if (pictures.constantFrameRate() && !pictures.still() && fps.compareTo(FASTEST) <= 0) {
            output.put("fps", pictures.frameRate().toString());
        }
        return output;
    }

    private Map<String, Object> title(String text, Clip clip) {
        double across = overlayWidth.toDouble();
        double lineWidth = across * TITLE_WIDTH;
        double size =
                Math.round(
                        TitleSize.of(
                                text, across, lineWidth, overlayHeight.toDouble() * TITLE_HEIGHT));
        double top = (height.toDouble() - overlayHeight.toDouble()) / 2;
        Map<String, Object> layer = fields("id", "title", "type", "text", "text", text);
        layer.put("start", time(clip.start()));
        layer.put("duration", time(clip.end().minus(clip.start())));
        layer.put(
                "position",
                fields(
                        "x",
                        length(clip.overlay().centreX(width, overlayWidth)),
                        "y",
                        (double) Math.round(top + overlayHeight.toDouble() * TITLE_CENTRE)));
        layer.put("width", (double) Math.round(lineWidth));
        layer.put("align", "center");
        layer.put("lineHeight", TitleSize.LINE_HEIGHT);
        layer.put(
                "font",
                fields(
                        "family",
                        "Inter",
                        "weight",
                        TITLE_WEIGHT,
                        "size",
                        size,
                        "color",
                        "#ffffff"));
        layer.put("stroke", fields("color", "#000000", "width", Math.ceil(size * 0.06)));
        layer.put(
                "shadow",
                fields(
                        "color",
                        "#000000b0",
                        "x",
                        0,
                        "y",
                        Math.ceil(size * 0.05),
                        "blur",
                        Math.ceil(size * 0.25)));
        return layer;
    }

    private Map<String, Object> music(String src, Clip clip) {
        Rational duration = clip.end().minus(clip.start());
        double volume = facts.audio().isPresent() ? MUSIC_BELOW_VOICE : MUSIC_ALONE;
        Rational fadeIn = FADE_IN_SECONDS.min(duration.dividedBy(Rational.of(4)));
        Rational fadeOut = FADE_OUT_SECONDS.min(duration.dividedBy(Rational.of(4)));
        Map<String, Object> layer = fields("id", "music", "type", "audio", "src", src);
        layer.put("start", time(clip.start()));
        layer.put("duration", time(duration));
        layer.put(
                "volume",
                fields(
                        "keyframes",
                        List.of(
                                key(Rational.ZERO, 0),
                                key(fadeIn, volume),
                                key(duration.minus(fadeOut), volume),
                                key(duration, 0))));
        return layer;
    }

    private static Map<String, Object> key(Rational time, double value) {
        return fields("time", time(time), "value", value);
    }

    /// A length in canvas pixels, to a ten-thousandth.
    private static Object length(Rational pixels) {
        return pixels.denominator() == 1
                ? (Object) pixels.numerator()
                : Double.valueOf(pixels.toDecimal(4));
    }

    /// A time in seconds, exactly: a number of up to six decimals, or a fraction.
    private static Object time(Rational value) {
        if (value.denominator() == 1) {
            return value.numerator();
        }
        String decimal = value.toDecimal(6);
        return Rational.parse(decimal).equals(value)
                ? Double.valueOf(decimal)
                : (Object) value.toString();
    }

    private static String name(Path file, Optional<Path> folder) {
        Path whole = file.toAbsolutePath().normalize();
        Path name =
                folder.map(path -> path.toAbsolutePath().normalize())
                        .filter(whole::startsWith)
                        .map(base -> base.relativize(whole))
                        .orElse(whole);
        return name.toString().replace('\\', '/');
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
