package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.JsonTree;
import com.autoclipr.composition.json.Reading;
import com.autoclipr.composition.value.Notation;
import com.autoclipr.time.FrameRate;
import java.math.BigDecimal;
import java.util.Optional;

/// Frames per second: a number or a fraction.
public record FrameRateType() implements Type<FrameRate> {
    /// In the schema.
    public static final Definition DEFINITION =
            Definition.of(
                    "frameRate",
                    "Frames per second",
                    "1 to 240: a number with at most three decimals, or a fraction. 23.976, 23.98,"
                            + " 29.97, 47.952, 59.94 and 119.88 mean the exact fractions of 1001.",
                    "30",
                    "29.97",
                    "\"30000/1001\"");

    @Override
    public Optional<FrameRate> read(Json json, Reading reading) {
        Optional<String> text =
                switch (json) {
                    case Json.Decimal number -> Optional.of(plain(number.value()));
                    case Json.Text written -> Optional.of(written.value());
                    case Json.Fields _, Json.Items _, Json.Flag _, Json.Null _, Json.Refused _ -> {
                        reading.wrongType(json, "frame-rate");
                        yield Optional.empty();
                    }
                };
        Optional<FrameRate> rate = text.flatMap(Notation::frameRate);
        if (text.isPresent() && rate.isEmpty()) {
            reading.wrongForm(json, "frame-rate", text.get());
        }
        return rate;
    }

    /// Without exponent and trailing zeros where that is short, so that `30.0` and `29.970` are
    /// what they look like.
    private static String plain(BigDecimal value) {
        return Math.abs((long) value.scale()) <= JsonTree.MAX_NUMBER
                ? value.stripTrailingZeros().toPlainString()
                : value.toString();
    }

    @Override
    public void write(FrameRate value, JsonText json) {
        json.rational(value.framesPerSecond());
    }
}
