package com.autoclipr.composition.json;

import com.autoclipr.composition.Output;
import com.autoclipr.composition.ProblemKind;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `output`.
final class OutputReader {
    static final Output STANDARD =
            new Output(new Output.ShortSide(1080), Optional.empty(), 23, "medium", 192_000, true);

    private static final int MIN_AUDIO_BPS = 32_000;
    private static final int MAX_AUDIO_BPS = 512_000;
    private static final Pattern KILOBITS = Pattern.compile("(\\d{1,6})k");

    private final Diagnostics findings;
    private final Scalars scalars;
    private final Times times;

    OutputReader(Diagnostics findings, Times times) {
        this.findings = findings;
        this.scalars = new Scalars(findings);
        this.times = times;
    }

    ValueReader<Output> reader() {
        return FieldReader.object(
                findings,
                fields -> {
                    Output.Size size = size(fields);
                    Optional<FrameRate> fps = fields.find("fps", times.frameRate());
                    return new Output(
                            size,
                            fps,
                            fields.get("crf", STANDARD.crf(), scalars.whole(0, 51)),
                            fields.get("preset", STANDARD.preset(), scalars.choice(Names.PRESETS)),
                            fields.get("audioBitrate", STANDARD.audioBitrateBps(), this::bitrate),
                            fields.get("audio", STANDARD.audio(), scalars.choice(Names.AUDIO)));
                });
    }

    private Output.Size size(FieldReader fields) {
        Optional<Output.Size> named = fields.find("resolution", this::resolution);
        Optional<Integer> width = fields.find("width", this::side);
        Optional<Integer> height = fields.find("height", this::side);
        boolean anySide = fields.has("width") || fields.has("height");
        if (fields.has("resolution") && anySide) {
            findings.problem(
                    ProblemKind.CONFLICT,
                    fields.place(),
                    "first",
                    "resolution",
                    "second",
                    fields.has("width") ? "width" : "height",
                    "reason",
                    "same-thing");
        } else if (anySide && !(fields.has("width") && fields.has("height"))) {
            findings.problem(
                    ProblemKind.MISSING_FIELD,
                    fields.place(),
                    "field",
                    fields.has("width") ? "height" : "width");
        }
        if (width.isPresent() && height.isPresent()) {
            return new Output.Exact(width.get(), height.get());
        }
        return named.orElse(STANDARD.size());
    }

    private Optional<Output.Size> resolution(Json json) {
        if (!(json instanceof Json.Text text)) {
            Scalars.wrongType(findings, json, "text");
            return Optional.empty();
        }
        Optional<Output.Size> size = Notation.resolution(text.value());
        if (size.isEmpty()) {
            Scalars.wrongForm(findings, json, "resolution", text.value());
        }
        return size;
    }

    private Optional<Integer> side(Json json) {
        return scalars.whole(Notation.MIN_OUTPUT, Notation.MAX_OUTPUT)
                .read(json)
                .filter(
                        pixels -> {
                            boolean even = pixels % 2 == 0;
                            if (!even) {
                                Scalars.wrongForm(findings, json, "even-number", pixels.toString());
                            }
                            return even;
                        });
    }

    private Optional<Integer> bitrate(Json json) {
        ValueReader<Integer> number = scalars.whole(MIN_AUDIO_BPS, MAX_AUDIO_BPS);
        if (!(json instanceof Json.Text text)) {
            if (!(json instanceof Json.Decimal)) {
                Scalars.wrongType(findings, json, "bitrate");
                return Optional.empty();
            }
            return number.read(json);
        }
        Matcher kilobits = KILOBITS.matcher(text.value());
        if (!kilobits.matches()) {
            Scalars.wrongForm(findings, json, "bitrate", text.value());
            return Optional.empty();
        }
        int bps = Integer.parseInt(kilobits.group(1)) * 1000;
        return number.read(new Json.Decimal(json.place(), new java.math.BigDecimal(bps)));
    }

    /// Reports a resolution whose long side, which follows from the overlay, is too large.
    void checkLongSide(Output output, Rational aspectRatio, JsonLocation place) {
        if (output.size() instanceof Output.ShortSide size) {
            boolean upright = aspectRatio.compareTo(Rational.ONE) <= 0;
            Rational longByShort = upright ? aspectRatio.reciprocal() : aspectRatio;
            Rational longSide = longByShort.times(size.pixels());
            if (longSide.compareTo(Rational.of(Notation.MAX_OUTPUT)) > 0) {
                findings.problem(
                        ProblemKind.OUT_OF_RANGE,
                        place,
                        "min",
                        Integer.toString(Notation.MIN_OUTPUT),
                        "max",
                        Integer.toString(Notation.MAX_OUTPUT),
                        "actual",
                        longSide.toDecimal(0));
            }
        }
    }
}
