package com.autoclipr.composition;

import com.autoclipr.composition.json.Fields;
import com.autoclipr.composition.type.BitrateType;
import com.autoclipr.composition.type.ChoiceType;
import com.autoclipr.composition.type.FrameRateType;
import com.autoclipr.composition.type.NotationType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Group;
import com.autoclipr.composition.type.Values;
import com.autoclipr.composition.type.WholeType;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the file should be.
///
/// @param size how large
/// @param frameRate empty: that of the lowest video layer in the cut
/// @param crf libx264's constant rate factor
/// @param preset libx264's preset
/// @param audioBitrateBps bits per second of the audio track
/// @param audio whether there is an audio track
public record Output(
        Size size,
        Optional<FrameRate> frameRate,
        int crf,
        String preset,
        int audioBitrateBps,
        boolean audio) {
    /// libx264's presets, fastest first.
    public static final List<String> PRESETS =
            List.of(
                    "ultrafast",
                    "superfast",
                    "veryfast",
                    "faster",
                    "fast",
                    "medium",
                    "slow",
                    "slower",
                    "veryslow",
                    "placebo");

    /// Pixels of each side.
    private static final int MIN_SIDE = 16;

    private static final int MAX_SIDE = 8192;
    private static final ShortSide STANDARD_SIZE = new ShortSide(1080);
    private static final List<Integer> SHORT_SIDES = List.of(720, 1080, 1440);
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[x×](\\d{1,5})");

    private static final Property<Output, Optional<Size>> RESOLUTION =
            Property.<Output, Size>optional(
                            "resolution",
                            new NotationType<>(
                                    "resolution",
                                    "^(720p|1080p|1440p|\\d{1,4}[02468][x×]\\d{1,4}[02468])$",
                                    List.of("1080p", "1080x1920"),
                                    Output::resolution,
                                    Output::text),
                            output ->
                                    Optional.of(output.size()).filter(ShortSide.class::isInstance),
                            "`\"1080p\"`")
                    .says(
                            "The names give the short side; the long one follows from the overlay's"
                                    + " aspect ratio.")
                    .unit("px")
                    .range(
                            "`\"720p\"`, `\"1080p\"`, `\"1440p\"`, or `\"WIDTHxHEIGHT\"`, even, 16 to"
                                    + " 8 192")
                    .in(Group.VIDEO);
    private static final Property<Output, Optional<Integer>> WIDTH =
            Property.optional(
                            "width",
                            WholeType.even(MIN_SIDE, MAX_SIDE),
                            (Output output) -> exact(output).map(Exact::width),
                            "from `resolution`")
                    .says("With `height`, instead of `resolution`.")
                    .unit("px")
                    .in(Group.VIDEO);
    private static final Property<Output, Optional<Integer>> HEIGHT =
            Property.optional(
                            "height",
                            WholeType.even(MIN_SIDE, MAX_SIDE),
                            (Output output) -> exact(output).map(Exact::height),
                            "from `resolution`")
                    .says("With `width`, instead of `resolution`.")
                    .unit("px")
                    .in(Group.VIDEO);
    private static final Property<Output, Optional<FrameRate>> FPS =
            Property.optional(
                            "fps",
                            new FrameRateType(),
                            Output::frameRate,
                            "that of the lowest video in the cut, up to 60; else 30")
                    .says("Frames per second.")
                    .in(Group.VIDEO);
    private static final Property<Output, Integer> CRF =
            Property.of("crf", WholeType.of(0, 51), Output::crf)
                    .or(23)
                    .says("Quality of x264: less is better and larger.")
                    .control("slider")
                    .in(Group.VIDEO);
    private static final Property<Output, String> PRESET =
            Property.of("preset", ChoiceType.of(PRESETS), Output::preset)
                    .or("medium")
                    .says("Speed of x264: slower is smaller.")
                    .in(Group.VIDEO);
    private static final Property<Output, Boolean> AUDIO =
            Property.of("audio", ChoiceType.of("aac", "none", true), Output::audio)
                    .or("aac")
                    .says("`\"none\"` leaves the audio track out.")
                    .in(Group.AUDIO);
    private static final Property<Output, Integer> AUDIO_BITRATE =
            Property.of("audioBitrate", new BitrateType(), Output::audioBitrateBps)
                    .or(192_000)
                    .says("Bits per second of the audio track.")
                    .in(Group.AUDIO);

    public static final ObjectType<Output> TYPE =
            ObjectType.<Output>define("output", "Output", "What the exported file should be.")
                    .with(RESOLUTION)
                    .with(WIDTH)
                    .with(HEIGHT)
                    .with(FPS)
                    .with(CRF)
                    .with(PRESET)
                    .with(AUDIO)
                    .with(AUDIO_BITRATE)
                    .schemaRules(
                            """
                            "dependentRequired": {"width": ["height"], "height": ["width"]},
                            "not": {"required": ["resolution"],
                              "anyOf": [{"required": ["width"]}, {"required": ["height"]}]}
                            """)
                    .makes(
                            v ->
                                    new Output(
                                            size(v),
                                            v.get(FPS),
                                            v.get(CRF),
                                            v.get(PRESET),
                                            v.get(AUDIO_BITRATE),
                                            v.get(AUDIO)));

    /// How large the output is.
    public sealed interface Size permits ShortSide, Exact {
        /// The size in pixels, for an overlay of this aspect ratio (width divided by height).
        PixelSize pixels(Rational aspectRatio);
    }

    /// The short side in pixels, even; the long one follows from the overlay's aspect ratio, to the
    /// nearest even number.
    public record ShortSide(int pixels) implements Size {
        @Override
        public PixelSize pixels(Rational aspectRatio) {
            boolean portrait = aspectRatio.compareTo(Rational.ONE) <= 0;
            int longSide =
                    Math.toIntExact(
                            longByShort(aspectRatio).times(Rational.of(pixels, 2)).round() * 2);
            return portrait ? new PixelSize(pixels, longSide) : new PixelSize(longSide, pixels);
        }

        private static Rational longByShort(Rational aspectRatio) {
            return aspectRatio.compareTo(Rational.ONE) <= 0
                    ? aspectRatio.reciprocal()
                    : aspectRatio;
        }
    }

    /// @param width pixels, even
    /// @param height pixels, even
    public record Exact(int width, int height) implements Size {
        @Override
        public PixelSize pixels(Rational aspectRatio) {
            return new PixelSize(width, height);
        }
    }

    private static Optional<Exact> exact(Output output) {
        return Optional.of(output.size()).filter(Exact.class::isInstance).map(Exact.class::cast);
    }

    private static Size size(Values v) {
        Optional<Size> named = v.get(RESOLUTION);
        Optional<Integer> width = v.get(WIDTH);
        Optional<Integer> height = v.get(HEIGHT);
        v.fields().ifPresent(Output::checkSides);
        if (width.isPresent() && height.isPresent()) {
            return new Exact(width.get(), height.get());
        }
        return named.orElse(STANDARD_SIZE);
    }

    private static void checkSides(Fields fields) {
        boolean width = fields.has(WIDTH.name());
        boolean height = fields.has(HEIGHT.name());
        if (fields.has(RESOLUTION.name()) && (width || height)) {
            fields.conflict(RESOLUTION.name(), width ? WIDTH.name() : HEIGHT.name(), "same-thing");
        } else if (width != height) {
            fields.missing(width ? HEIGHT.name() : WIDTH.name());
        }
    }

    /// `720p`, `1080p`, `1440p`, or `WIDTHxHEIGHT` with even sides of 16 to 8192 pixels.
    public static Optional<Size> resolution(String text) {
        for (int side : SHORT_SIDES) {
            if (text.equals(side + "p")) {
                return Optional.of(new ShortSide(side));
            }
        }
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return Optional.empty();
        }
        int width = Integer.parseInt(size.group(1));
        int height = Integer.parseInt(size.group(2));
        return isSide(width) && isSide(height)
                ? Optional.of(new Exact(width, height))
                : Optional.empty();
    }

    private static boolean isSide(int pixels) {
        return pixels >= MIN_SIDE && pixels <= MAX_SIDE && pixels % 2 == 0;
    }

    private static String text(Size size) {
        return switch (size) {
            case ShortSide side -> side.pixels() + "p";
            case Exact exact -> exact.width() + "x" + exact.height();
        };
    }

    /// Reports a resolution whose long side, which follows from the overlay, is too large.
    ///
    /// @param project the fields of the project
    void checkLongSide(Overlay overlay, Fields project) {
        if (size instanceof ShortSide side) {
            Rational longSide = ShortSide.longByShort(overlay.aspectRatio()).times(side.pixels());
            if (longSide.compareTo(Rational.of(MAX_SIDE)) > 0) {
                project.reading()
                        .outOfRange(
                                project.fieldOrObject("output"),
                                Integer.toString(MIN_SIDE),
                                Integer.toString(MAX_SIDE),
                                longSide.toDecimal(0));
            }
        }
    }
}
