package com.autoclipr.composition.json;

import com.autoclipr.composition.ProblemKind;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads bytes into a tree of [Json], strictly, within limits, and reports what is no JSON.
final class JsonTree {
    /// Bytes of a project file.
    static final int MAX_BYTES = 16 << 20;

    /// Objects and lists within each other.
    static final int MAX_DEPTH = 64;

    /// Characters of a text.
    static final int MAX_TEXT = 100_000;

    /// Characters of a field's name.
    static final int MAX_NAME = 256;

    /// Characters of a number.
    static final int MAX_NUMBER = 100;

    /// Values in a file: bounds the memory of the tree.
    static final int MAX_VALUES = 1_000_000;

    /// Our own limits are checked here, with pointers; Jackson's would end the reading.
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH + 1)
                                    .maxStringLength(MAX_BYTES)
                                    .maxNameLength(MAX_BYTES)
                                    .maxNumberLength(MAX_BYTES)
                                    .build())
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                    .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    private final JsonParser parser;
    private final Diagnostics findings;
    private int count;

    /// Ends the reading after a problem that makes the rest unreadable.
    private static final class Stop extends RuntimeException {
        private Stop() {
            super(null, null, false, false);
        }
    }

    private JsonTree(JsonParser parser, Diagnostics findings) {
        this.parser = parser;
        this.findings = findings;
    }

    /// The tree, or nothing after a problem that makes the whole unreadable.
    static Optional<Json> read(byte[] bytes, Diagnostics findings) {
        if (bytes.length > MAX_BYTES) {
            tooLarge(findings, JsonLocation.ROOT, MAX_BYTES, "bytes");
            return Optional.empty();
        }
        if (startsWithMark(bytes)) {
            notJson(findings, 1, 1, "byte-order-mark");
            return Optional.empty();
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult decoded =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(in, text, true);
        text.flip();
        if (decoded.isError() || startsWithZero(text)) {
            int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
            int lineStart = text.toString().lastIndexOf('\n') + 1;
            notJson(findings, lines, text.length() - lineStart + 1, "encoding");
            return Optional.empty();
        }
        if (text.toString().isBlank()) {
            notJson(findings, 1, 1, "empty");
            return Optional.empty();
        }
        return read(text, findings);
    }

    private static Optional<Json> read(CharBuffer text, Diagnostics findings) {
        try (JsonParser parser =
                FACTORY.createParser(ObjectReadContext.empty(), text.array(), 0, text.length())) {
            JsonTree tree = new JsonTree(parser, findings);
            parser.nextToken();
            Json root = tree.value(JsonLocation.ROOT, 0);
            if (parser.nextToken() != null) {
                TokenStreamLocation at = parser.currentTokenLocation();
                notJson(findings, at.getLineNr(), at.getColumnNr(), "after-end");
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (Stop e) {
            return Optional.empty();
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int line = at == null ? 1 : at.getLineNr();
            int column = at == null ? 1 : at.getColumnNr();
            boolean cut = e instanceof UnexpectedEndOfInputException;
            notJson(findings, line, column, cut ? "cut-short" : "syntax");
            return Optional.empty();
        }
    }

    private Json value(JsonLocation place, int depth) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(place, depth + 1);
            case START_ARRAY -> items(place, depth + 1);
            case VALUE_STRING -> text(place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place);
            case VALUE_TRUE -> new Json.Flag(place, true);
            case VALUE_FALSE -> new Json.Flag(place, false);
            case VALUE_NULL -> new Json.Null(place);
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException("no value: " + parser.currentToken());
        };
    }

    private Json fields(JsonLocation place, int depth) {
        checkDepth(place, depth);
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.length() > MAX_NAME) {
                tooLarge(findings, place, MAX_NAME, "characters");
                value(next(place, "…"), depth);
                continue;
            }
            JsonLocation at = next(place, name);
            boolean seen = fields.containsKey(name);
            if (seen) {
                findings.problem(ProblemKind.DUPLICATE_FIELD, at, "field", name);
            }
            Json value = value(at, depth);
            if (!seen) {
                fields.put(name, value);
            }
        }
        return new Json.Fields(place, fields);
    }

    private Json items(JsonLocation place, int depth) {
        checkDepth(place, depth);
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(next(place, Integer.toString(items.size())), depth));
        }
        return new Json.Items(place, items);
    }

    private Json text(JsonLocation place) {
        String text = parser.getString();
        if (text.length() > MAX_TEXT) {
            tooLarge(findings, place, MAX_TEXT, "characters");
            return new Json.Refused(place);
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            // Half of a surrogate pair, written as an escape.
            findings.problem(ProblemKind.WRONG_FORM, place, "expected", "unicode", "actual", text);
            return new Json.Refused(place);
        }
        return new Json.Text(place, text);
    }

    private Json number(JsonLocation place) {
        if (parser.getStringLength() > MAX_NUMBER) {
            tooLarge(findings, place, MAX_NUMBER, "characters");
            return new Json.Refused(place);
        }
        String text = parser.getString();
        try {
            return new Json.Decimal(place, new BigDecimal(text));
        } catch (NumberFormatException e) {
            // NaN, Infinity, or an exponent beyond reason.
            findings.problem(ProblemKind.WRONG_FORM, place, "expected", "number", "actual", text);
            return new Json.Refused(place);
        }
    }

    private JsonLocation next(JsonLocation parent, String segment) {
        count++;
        if (count > MAX_VALUES) {
            findings.problem(
                    ProblemKind.TOO_MANY,
                    JsonLocation.ROOT,
                    "what",
                    "values",
                    "limit",
                    Integer.toString(MAX_VALUES));
            throw new Stop();
        }
        return new JsonLocation(parent, segment, count);
    }

    private void checkDepth(JsonLocation place, int depth) {
        if (depth > MAX_DEPTH) {
            findings.problem(ProblemKind.TOO_DEEP, place, "limit", Integer.toString(MAX_DEPTH));
            throw new Stop();
        }
    }

    private static void tooLarge(Diagnostics findings, JsonLocation place, int limit, String unit) {
        findings.problem(
                ProblemKind.TOO_LARGE, place, "limit", Integer.toString(limit), "unit", unit);
    }

    private static void notJson(Diagnostics findings, int line, int column, String detail) {
        findings.problem(
                ProblemKind.NOT_JSON,
                JsonLocation.ROOT,
                "line",
                Integer.toString(line),
                "column",
                Integer.toString(column),
                "detail",
                detail);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3
                && (bytes[0] & 0xff) == 0xef
                && (bytes[1] & 0xff) == 0xbb
                && (bytes[2] & 0xff) == 0xbf;
    }

    /// Whether it looks like UTF-16 or UTF-32.
    private static boolean startsWithZero(CharBuffer text) {
        return text.subSequence(0, Math.min(4, text.length())).chars().anyMatch(c -> c == 0);
    }
}
