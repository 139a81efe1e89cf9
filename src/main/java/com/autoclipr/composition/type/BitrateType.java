package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Reading;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bits per second: a number, or thousands as in `"192k"`.
public record BitrateType() implements Type<Integer> {
    public static final WholeType NUMBER = WholeType.of(32_000, 512_000);
    private static final Pattern KILOBITS = Pattern.compile("(\\d{1,6})k");

    @Override
    public Optional<Integer> read(Json json, Reading reading) {
        if (!(json instanceof Json.Text text)) {
            if (!(json instanceof Json.Decimal)) {
                reading.wrongType(json, "bitrate");
                return Optional.empty();
            }
            return NUMBER.read(json, reading);
        }
        Matcher kilobits = KILOBITS.matcher(text.value());
        if (!kilobits.matches()) {
            reading.wrongForm(json, "bitrate", text.value());
            return Optional.empty();
        }
        int bps = Integer.parseInt(kilobits.group(1)) * 1000;
        return NUMBER.read(new Json.Decimal(json.location(), new BigDecimal(bps)), reading);
    }

    @Override
    public void write(Integer value, JsonText json) {
        json.number(value);
    }
}
