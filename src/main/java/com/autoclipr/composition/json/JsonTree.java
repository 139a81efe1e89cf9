package com.autoclipr.composition.json;

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

/// Parses bytes into a tree of [Json], strictly and within limits, and reports what isn't JSON.
public final class JsonTree {
    /// Bytes of a project file.
    public static final int MAX_BYTES = 16 << 20;

    /// Objects and lists within each other.
    public static final int MAX_DEPTH = 64;

    /// Characters of a text.
    public static final int MAX_TEXT = 100_000;

    /// Characters of a field's name.
    public static final int MAX_NAME = 256;

    /// Characters of a number.
    public static final int MAX_NUMBER = 100;

    /// Values in a file: bounds the memory of the tree.
    public static final int MAX_VALUES = 1_000_000;

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
    private final Diagnostics diagnostics;
    private int count;

    /// Ends the reading after a problem that makes the rest unreadable.
    private static final class Stop extends RuntimeException {
        private Stop() {
            super(null, null, false, false);
        }
    }

    private JsonTree(JsonParser parser, Diagnostics diagnostics) {
        this.parser = parser;
        this.diagnostics = diagnostics;
    }

    /// The tree, or nothing after a problem that makes the whole unreadable.
    public static Optional<Json> read(byte[] bytes, Diagnostics diagnostics) {
        if (bytes.length > MAX_BYTES) {
            tooLarge(diagnostics, JsonLocation.ROOT, MAX_BYTES, "bytes");
            return Optional.empty();
        }
        if (startsWithMark(bytes)) {
            notJson(diagnostics, 1, 1, "byte-order-mark");
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
            notJson(diagnostics, lines, text.length() - lineStart + 1, "encoding");
            return Optional.empty();
        }
        if (text.toString().isBlank()) {
            notJson(diagnostics, 1, 1, "empty");
            return Optional.empty();
        }
        return read(text, diagnostics);
    }

    private static Optional<Json> read(CharBuffer text, Diagnostics diagnostics) {
        try (JsonParser parser =
                FACTORY.createParser(ObjectReadContext.empty(), text.array(), 0, text.length())) {
            JsonTree tree = new JsonTree(parser, diagnostics);
            parser.nextToken();
            Json root = tree.value(JsonLocation.ROOT, 0);
            if (parser.nextToken() != null) {
                TokenStreamLocation at = parser.currentTokenLocation();
                notJson(diagnostics, at.getLineNr(), at.getColumnNr(), "after-end");
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
            notJson(diagnostics, line, column, cut ? "cut-short" : "syntax");
            return Optional.empty();
        }
    }

    private Json value(JsonLocation location, int depth) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(location, depth + 1);
            case START_ARRAY -> items(location, depth + 1);
            case VALUE_STRING -> text(location);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(location);
            case VALUE_TRUE -> new Json.Flag(location, true);
            case VALUE_FALSE -> new Json.Flag(location, false);
            case VALUE_NULL -> new Json.Null(location);
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException("no value: " + parser.currentToken());
        };
    }

    private Json fields(JsonLocation location, int depth) {
        checkDepth(location, depth);
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.length() > MAX_NAME) {
                tooLarge(diagnostics, location, MAX_NAME, "characters");
                value(next(location, "…"), depth);
                continue;
            }
            JsonLocation at = next(location, name);
            boolean seen = fields.containsKey(name);
            if (seen) {
                diagnostics.problem(ProblemKind.DUPLICATE_FIELD, at, "field", name);
            }
            Json value = value(at, depth);
            if (!seen) {
                fields.put(name, value);
            }
        }
        return new Json.Fields(location, fields);
    }

    private Json items(JsonLocation location, int depth) {
        checkDepth(location, depth);
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(next(location, Integer.toString(items.size())), depth));
        }
        return new Json.Items(location, items);
    }

    private Json text(JsonLocation location) {
        String text = parser.getString();
        if (text.length() > MAX_TEXT) {
            tooLarge(diagnostics, location, MAX_TEXT, "characters");
            return new Json.Refused(location);
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            // Half of a surrogate pair, written as an escape.
            diagnostics.problem(
                    ProblemKind.WRONG_FORM, location, "expected", "unicode", "actual", text);
            return new Json.Refused(location);
        }
        return new Json.Text(location, text);
    }

    private Json number(JsonLocation location) {
        if (parser.getStringLength() > MAX_NUMBER) {
            tooLarge(diagnostics, location, MAX_NUMBER, "characters");
            return new Json.Refused(location);
        }
        String text = parser.getString();
        try {
            return new Json.Decimal(location, new BigDecimal(text));
        } catch (NumberFormatException e) {
            // NaN, Infinity, or an exponent beyond reason.
            diagnostics.problem(
                    ProblemKind.WRONG_FORM, location, "expected", "number", "actual", text);
            return new Json.Refused(location);
        }
    }

    private JsonLocation next(JsonLocation parent, String segment) {
        count++;
        if (count > MAX_VALUES) {
            diagnostics.problem(
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

    private void checkDepth(JsonLocation location, int depth) {
        if (depth > MAX_DEPTH) {
            diagnostics.problem(
                    ProblemKind.TOO_DEEP, location, "limit", Integer.toString(MAX_DEPTH));
            throw new Stop();
        }
    }

    private static void tooLarge(
            Diagnostics diagnostics, JsonLocation location, int limit, String unit) {
        diagnostics.problem(
                ProblemKind.TOO_LARGE, location, "limit", Integer.toString(limit), "unit", unit);
    }

    private static void notJson(Diagnostics diagnostics, int line, int column, String detail) {
        diagnostics.problem(
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
