package com.autoclipr.render.skia;

import com.autoclipr.composition.TextLayer;
import com.autoclipr.media.Decision;
import com.autoclipr.media.DecisionKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out which fonts stand in for characters that a text's own font has not.
final class GlyphDecisions {
    private GlyphDecisions() {}

    /// What had to be decided about the fonts of a text, in the order of its characters.
    static List<Decision> of(TextLayer layer, FontLibrary.Choice choice, FontLibrary fonts) {
        List<Decision> decisions = new ArrayList<>();
        if (!choice.asked()) {
            decisions.add(
                    Decision.of(
                            DecisionKind.FONT_SUBSTITUTED,
                            "layer",
                            layer.pointer(),
                            "family",
                            layer.font().family(),
                            "font",
                            choice.family()));
        }
        Map<String, StringBuilder> byFont = new LinkedHashMap<>();
        StringBuilder missing = new StringBuilder();
        for (int codePoint : new LinkedHashSet<>(seen(layer.text()))) {
            if (!fonts.has(codePoint, choice)) {
                Optional<String> font = fonts.standIn(codePoint, choice);
                font.map(name -> byFont.computeIfAbsent(name, _ -> new StringBuilder()))
                        .orElse(missing)
                        .appendCodePoint(codePoint);
            }
        }
        byFont.forEach(
                (font, characters) ->
                        decisions.add(
                                Decision.of(
                                        DecisionKind.GLYPH_SUBSTITUTED,
                                        "layer",
                                        layer.pointer(),
                                        "characters",
                                        characters.toString(),
                                        "font",
                                        font)));
        if (!missing.isEmpty()) {
            decisions.add(
                    Decision.of(
                            DecisionKind.GLYPH_MISSING,
                            "layer",
                            layer.pointer(),
                            "characters",
                            missing.toString()));
        }
        return decisions;
    }

    /// Characters that a glyph is drawn for: no spaces, controls, joiners or variation selectors.
    private static List<Integer> seen(String text) {
        return text.codePoints()
                .filter(codePoint -> !Character.isWhitespace(codePoint))
                .filter(codePoint -> !Character.isSpaceChar(codePoint))
                .filter(codePoint -> !Character.isIdentifierIgnorable(codePoint))
                .filter(codePoint -> !isVariationSelector(codePoint))
                .boxed()
                .toList();
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
