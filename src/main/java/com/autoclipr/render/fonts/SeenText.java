package com.autoclipr.render.fonts;

import java.util.ArrayList;
import java.util.List;

/// A text prepared for layout: line ends are `\n`, tabs are spaces, and characters that cannot be
/// drawn (controls, noncharacters, lone surrogates) are removed.
///
/// @param text the result
/// @param removed the removed code points, in order, with duplicates
public record SeenText(String text, List<Integer> removed) {
    private static final int NEXT_LINE = 0x85;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;
    private static final int VERTICAL_TAB = 0x0B;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int FIRST_ANNOTATION = 0xFFF9;
    private static final int OBJECT_REPLACEMENT = 0xFFFC;

    public SeenText {
        removed = List.copyOf(removed);
    }

    /// Line ends are those of Unicode 16, section 5.8; CR LF counts as one.
    public static SeenText of(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        List<Integer> removed = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (codePoint == '\r' && at < text.length() && text.charAt(at) == '\n') {
                continue;
            }
            if (endsLine(codePoint)) {
                seen.append('\n');
            } else if (codePoint == '\t') {
                seen.append(' ');
            } else if (isDrawable(codePoint)) {
                seen.appendCodePoint(codePoint);
            } else {
                removed.add(codePoint);
            }
        }
        return new SeenText(seen.toString(), removed);
    }

    private static boolean endsLine(int codePoint) {
        return switch (codePoint) {
            case '\n', VERTICAL_TAB, '\f', '\r', NEXT_LINE, LINE_SEPARATOR, PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /// Whether a character affects the drawn text: it has a glyph, or it controls joining, ordering
    /// or line breaking of others.
    private static boolean isDrawable(int codePoint) {
        boolean placeholder = codePoint >= FIRST_ANNOTATION && codePoint <= OBJECT_REPLACEMENT;
        return !Character.isISOControl(codePoint)
                && codePoint != BYTE_ORDER_MARK
                && !placeholder
                && !isNoncharacter(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE;
    }

    private static boolean isNoncharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }
}
