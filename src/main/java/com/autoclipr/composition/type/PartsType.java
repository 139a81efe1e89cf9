package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Numbers;
import com.autoclipr.composition.json.Reading;
import com.autoclipr.composition.value.Notation;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of something whose size isn't known yet, and pixels: `12`, `"50%"`, `"100% - 40"`.
public record PartsType() implements Type<PartsType.Parts> {
    private static final String NUMBER = "\\d{1,20}(?:\\.\\d{1,400})?(?:[eE][+-]?\\d{1,3})?";
    private static final Pattern PARTS =
            Pattern.compile("(-?" + NUMBER + ")%(?: ?([+-]) ?(" + NUMBER + "))?");

    /// @param part 1 being the whole
    /// @param pixels added to it
    public record Parts(BigDecimal part, BigDecimal pixels) {
        /// @param part 1 being the whole
        /// @param pixels added to it
        public static Parts of(double part, double pixels) {
            return new Parts(BigDecimal.valueOf(part), BigDecimal.valueOf(pixels));
        }

        BigDecimal of(int whole) {
            return part.multiply(BigDecimal.valueOf(whole)).add(pixels);
        }

        public double partAsDouble() {
            return Notation.toDouble(part);
        }

        public double pixelsAsDouble() {
            return Notation.toDouble(pixels);
        }
    }

    @Override
    public Optional<Parts> read(Json json, Reading reading) {
        return parts(json, reading)
                .filter(
                        parts ->
                                isNear(parts.part, json, reading)
                                        && isNear(parts.pixels, json, reading));
    }

    private static boolean isNear(BigDecimal value, Json json, Reading reading) {
        double most = LengthType.FARTHEST;
        return Numbers.within(value, -most, most, json, reading).isPresent();
    }

    @Override
    public void write(Parts value, JsonText json) {
        json.parts(value.partAsDouble(), value.pixelsAsDouble());
    }

    static Optional<Parts> parts(Json json, Reading reading) {
        return switch (json) {
            case Json.Decimal number -> pixels(number, reading);
            case Json.Text text -> written(text, reading);
            case Json.Fields _, Json.Items _, Json.Flag _, Json.Null _, Json.Refused _ -> {
                reading.wrongType(json, "length");
                yield Optional.empty();
            }
        };
    }

    private static Optional<Parts> pixels(Json.Decimal number, Reading reading) {
        // Checked before any arithmetic: adding numbers of very different sizes is slow.
        double most = LengthType.FARTHEST;
        return Numbers.within(number.value(), -most, most, number, reading)
                .map(_ -> new Parts(BigDecimal.ZERO, withoutTiny(number.value())));
    }

    private static Optional<Parts> written(Json.Text text, Reading reading) {
        Matcher matcher = PARTS.matcher(text.value());
        if (!matcher.matches()) {
            reading.wrongForm(text, "length", text.value());
            return Optional.empty();
        }
        BigDecimal part = new BigDecimal(matcher.group(1)).movePointLeft(2);
        BigDecimal pixels =
                matcher.group(3) == null ? BigDecimal.ZERO : new BigDecimal(matcher.group(3));
        return Optional.of(
                new Parts(part, "-".equals(matcher.group(2)) ? pixels.negate() : pixels));
    }

    private static BigDecimal withoutTiny(BigDecimal value) {
        return Notation.toDouble(value) == 0 ? BigDecimal.ZERO : value;
    }
}
