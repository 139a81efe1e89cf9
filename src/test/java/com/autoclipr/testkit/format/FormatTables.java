package com.autoclipr.testkit.format;

import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.ObjectType.Constant;
import com.autoclipr.composition.type.ObjectType.Member;
import com.autoclipr.composition.type.Property;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tables of `docs/composition-format.md`: one for each object of the format, below a mark with
/// the object's name in the JSON Schema.
final class FormatTables {
    private static final String HEAD =
            """
            | field | type | unit | default | range | meaning |
            |---|---|---|---|---|---|
            """;
    private static final Pattern TABLE =
            Pattern.compile("(<!-- fields of #(?:/\\$defs/)?(\\w*) -->\n)(?:\\|[^\n]*\n)*");

    private FormatTables() {}

    /// The document with the tables as they follow from the declarations.
    ///
    /// @throws IllegalStateException if an object has no table, or a table no object
    static String update(String document) {
        Map<String, ObjectType<?>> left = new LinkedHashMap<>(DeclaredObjects.byName());
        StringBuilder text = new StringBuilder();
        Matcher matcher = TABLE.matcher(document);
        while (matcher.find()) {
            ObjectType<?> object = left.remove(matcher.group(2));
            if (object == null) {
                throw new IllegalStateException("a table of no object: " + matcher.group(1));
            }
            matcher.appendReplacement(
                    text, Matcher.quoteReplacement(matcher.group(1) + table(object)));
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("objects without a table: " + left.keySet());
        }
        return matcher.appendTail(text).toString();
    }

    private static String table(ObjectType<?> object) {
        StringBuilder table = new StringBuilder(HEAD);
        for (Constant constant : object.constants()) {
            table.append(
                    row(
                            constant.name(),
                            "text",
                            "",
                            "required",
                            "`\"" + constant.value() + "\"`",
                            constant.description()));
        }
        for (Member<?, ?> member : object.members()) {
            Property<?, ?> property = member.property();
            table.append(
                    row(
                            property.name(),
                            PropertyText.type(property),
                            PropertyText.unit(property),
                            PropertyText.fallback(property),
                            PropertyText.range(property),
                            property.notes().description()));
        }
        return table.toString();
    }

    private static String row(String name, String... cells) {
        StringBuilder row = new StringBuilder("| `" + name + "` |");
        for (String cell : cells) {
            row.append(cell.isEmpty() ? " |" : " " + cell + " |");
        }
        return row.append('\n').toString();
    }
}
