package com.autoclipr.composition.json;

import com.autoclipr.composition.Point;
import com.autoclipr.time.Rational;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// JSON being written, in which every value has one form. Writes to memory only; for one thread.
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);

    /// Ends the text.
    byte[] utf8() {
        out.close();
        return bytes.toByteArray();
    }

    /// Names the field whose value is written next.
    JsonText field(String name) {
        out.writeName(name);
        return this;
    }

    void object(Runnable fields) {
        out.writeStartObject();
        fields.run();
        out.writeEndObject();
    }

    <T> void list(List<T> items, Consumer<T> item) {
        out.writeStartArray();
        items.forEach(item);
        out.writeEndArray();
    }

    void text(String value) {
        out.writeString(value);
    }

    void number(int value) {
        out.writeNumber(value);
    }

    void number(double value) {
        out.writeNumber(decimal(value));
    }

    /// A whole number, or `"n/d"` in lowest terms.
    void rational(Rational value) {
        if (value.denominator() == 1) {
            out.writeNumber(value.numerator());
        } else {
            out.writeString(value.toString());
        }
    }

    void point(Point point) {
        object(
                () -> {
                    field("x").number(point.x());
                    field("y").number(point.y());
                });
    }

    /// A part of something and pixels: a number, `"50.0%"`, or both as `"50.0%+3.5"`.
    void parts(double part, double pixels) {
        if (part == 0) {
            number(pixels);
            return;
        }
        String percent = BigDecimal.valueOf(part).movePointRight(2).toPlainString() + "%";
        String sign = pixels > 0 ? "+" : "";
        text(
                pixels == 0
                        ? percent
                        : percent + sign + new BigDecimal(decimal(pixels)).toPlainString());
    }

    /// As [Double#toString(double)] has it; both zeros are `0.0`.
    static String decimal(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        return Double.toString(value + 0.0);
    }
}
