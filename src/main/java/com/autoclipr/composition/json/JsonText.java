package com.autoclipr.composition.json;

import com.autoclipr.time.Rational;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// JSON being written, in which every value has one form. Writes to memory only; for one thread.
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);

    /// Ends the text.
    public byte[] utf8() {
        out.close();
        return bytes.toByteArray();
    }

    /// Names the field whose value is written next.
    public JsonText field(String name) {
        out.writeName(name);
        return this;
    }

    public void object(Runnable fields) {
        out.writeStartObject();
        fields.run();
        out.writeEndObject();
    }

    public <T> void list(List<T> items, Consumer<T> item) {
        out.writeStartArray();
        items.forEach(item);
        out.writeEndArray();
    }

    public void text(String value) {
        out.writeString(value);
    }

    public void number(int value) {
        out.writeNumber(value);
    }

    public void number(double value) {
        out.writeNumber(decimal(value));
    }

    /// A whole number, or `"n/d"` in lowest terms.
    public void rational(Rational value) {
        if (value.denominator() == 1) {
            out.writeNumber(value.numerator());
        } else {
            out.writeString(value.toString());
        }
    }

    /// A part of something and pixels: a number, `"50.0%"`, or both as `"50.0%+3.5"`.
    public void parts(double part, double pixels) {
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
    public static String decimal(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        return Double.toString(value + 0.0);
    }
}
