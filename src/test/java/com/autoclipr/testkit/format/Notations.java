package com.autoclipr.testkit.format;

import com.autoclipr.composition.json.Numbers;
import com.autoclipr.composition.type.ColourType;
import com.autoclipr.composition.type.Definition;
import com.autoclipr.composition.type.LengthType;
import com.autoclipr.composition.type.TimeType;
import java.math.BigDecimal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a JSON Schema can say of the notations of the format: never more than the reader does.
final class Notations {
    /// One line with something in it.
    static final String LINE = "^[^\\x00-\\x1f\\x7f]*[^\\x00-\\x20\\x7f][^\\x00-\\x1f\\x7f]*$";

    /// In a layer's box, whose size isn't known.
    static final Definition PART_OF_BOX =
            Definition.of(
                    "boxCoordinate",
                    "Coordinate in a box",
                    "Pixels of the box, or a part of it with or without pixels added.",
                    "12",
                    "\"50%\"",
                    "\"100% - 8\"");

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final double FARTHEST = 1_000_000;
    private static final String PIXELS = "\\d{1,20}(\\.\\d{1,400})?([eE][+-]?\\d{1,3})?";
    private static final String PERCENT = "^-?" + PIXELS + "%( ?[+-] ?" + PIXELS + ")?$";
    private static final String SECONDS = "[0-5]\\d(\\.\\d{1,9})?)$";
    private static final String FRACTION = "\\d{1,18}/0*[1-9]\\d{0,17}";
    private static final String RGB =
            "|rgba?\\( *\\d{1,3}( *, *| +)\\d{1,3}( *, *| +)\\d{1,3}"
                    + "( *[,/] *(\\d{1,3}(\\.\\d{1,9})?|\\.\\d{1,9}|\\d{1,3}\\.)%?)? *\\)|[a-zA-Z]+)$";
    private static final String WITHIN_ONE =
            "([01](\\.\\d{1,400})?([eE][+-]?\\d{1,3})?"
                    + "|(0|[1-9]\\d{0,19})(\\.\\d{1,400})?[eE]-\\d{1,3}"
                    + "|\\.\\d{1,400}([eE][+-]?\\d{1,3})?)";
    private static final String ANY_NUMBER =
            "-?((0|[1-9]\\d{0,19})(\\.\\d{1,400})?|\\.\\d{1,400})([eE][+-]?\\d{1,3})?";

    private Notations() {}

    /// Sets a bound as people write it.
    static void bound(ObjectNode node, String name, double bound) {
        node.set(name, MAPPER.readTree(Numbers.plain(bound)));
    }

    private static ObjectNode numberOr(double min, double max, String pattern) {
        ObjectNode node = MAPPER.createObjectNode();
        var choices = node.putArray("anyOf");
        ObjectNode number = choices.addObject().put("type", "number");
        bound(number, "minimum", min);
        bound(number, "maximum", max);
        choices.addObject().put("type", "string").put("pattern", pattern);
        return node;
    }

    static ObjectNode length(LengthType length) {
        return numberOr(length.min(), length.max(), PERCENT);
    }

    static ObjectNode partOfBox() {
        return numberOr(-FARTHEST, FARTHEST, PERCENT);
    }

    static ObjectNode time(TimeType time) {
        boolean before = time.min().signum() < 0;
        String sign = before ? "-?" : "";
        ObjectNode node =
                numberOr(
                        before ? time.min().toDouble() : 0,
                        TimeType.LONGEST.toDouble(),
                        "^("
                                + sign
                                + "\\d{1,9}(\\.\\d{1,9})?|"
                                + sign
                                + FRACTION
                                + "|"
                                + sign
                                + "(\\d{1,4}:[0-5]?\\d|\\d{1,6}):"
                                + SECONDS);
        if (time.min().signum() > 0) {
            ObjectNode number = (ObjectNode) node.get("anyOf").get(0);
            number.remove("minimum");
            number.set("exclusiveMinimum", MAPPER.valueToTree(BigDecimal.ZERO));
        }
        return node;
    }

    static ObjectNode frameRate() {
        return numberOr(1, 240, "^(\\d{1,3}(\\.\\d{1,3})?|" + FRACTION + ")$");
    }

    static ObjectNode colour(ColourType colour) {
        ObjectNode node = MAPPER.createObjectNode().put("type", "string");
        if (!colour.opaque()) {
            return node.put("pattern", "^(#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})" + RGB);
        }
        node.put("pattern", "^(#([0-9a-fA-F]{3}[fF]?|[0-9a-fA-F]{6}([fF]{2})?)" + RGB);
        node.putObject("not").put("const", "transparent");
        return node;
    }

    static ObjectNode cubicBezier() {
        return pattern(
                "^cubic-bezier\\( *"
                        + WITHIN_ONE
                        + " *, *"
                        + ANY_NUMBER
                        + " *, *"
                        + WITHIN_ONE
                        + " *, *"
                        + ANY_NUMBER
                        + " *\\)$");
    }

    static ObjectNode language() {
        return pattern("^(?![aA][lL][lL]$)[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,6}$");
    }

    static ObjectNode kilobits() {
        return pattern("^0*(3[2-9]|[4-9]\\d|[1-4]\\d\\d|50\\d|51[0-2])k$");
    }

    private static ObjectNode pattern(String pattern) {
        return MAPPER.createObjectNode().put("type", "string").put("pattern", pattern);
    }
}
