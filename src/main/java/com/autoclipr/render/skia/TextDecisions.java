package com.autoclipr.render.skia;

import com.autoclipr.composition.TextLayer;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.render.fonts.Cluster;
import com.autoclipr.render.skia.FontSearch.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says what had to be decided about a text: its font, what another font draws, what none does, and
/// what of it is not drawn as it was asked for.
final class TextDecisions {
    /// Kinds of removed characters that are named.
    private static final int MOST_NAMED = 20;

    private final List<Decision> decisions = new ArrayList<>();
    private final String layer;

    private TextDecisions(String layer) {
        this.layer = layer;
    }

    /// What had to be decided, in the order of the text's characters.
    static List<Decision> of(TextLayer layer, TextRuns runs) {
        TextDecisions decisions = new TextDecisions(layer.pointer());
        FontLibrary.Choice choice = runs.search().choice();
        if (!choice.asked()) {
            decisions.add(
                    DecisionKind.FONT_SUBSTITUTED,
                    "family",
                    layer.font().family(),
                    "font",
                    choice.family());
        }
        decisions.addGlyphs(runs);
        decisions.addRemoved(runs.text().removed());
        if (!runs.unspaced().isEmpty()) {
            decisions.add(
                    DecisionKind.LETTER_SPACING_IGNORED,
                    "scripts",
                    String.join(", ", runs.unspaced()));
        }
        return List.copyOf(decisions.decisions);
    }

    private void addGlyphs(TextRuns runs) {
        Map<String, StringBuilder> byFont = new LinkedHashMap<>();
        StringBuilder split = new StringBuilder();
        StringBuilder missing = new StringBuilder();
        runs.found()
                .forEach(
                        (cluster, result) -> {
                            if (result.isEmpty()) {
                                missing.append(cluster.text());
                                return;
                            }
                            Found found = result.get();
                            if (cluster.needsInk()
                                    && !runs.search().isExpected(found.face(), cluster)) {
                                byFont.computeIfAbsent(
                                                found.face().family(), _ -> new StringBuilder())
                                        .append(cluster.text());
                            }
                            if (isSplit(cluster, found)) {
                                split.append(cluster.text());
                            }
                        });
        byFont.forEach(
                (font, characters) ->
                        add(
                                DecisionKind.GLYPH_SUBSTITUTED,
                                "characters",
                                characters.toString(),
                                "font",
                                font));
        if (!missing.isEmpty()) {
            add(DecisionKind.GLYPH_MISSING, "characters", missing.toString());
        }
        if (!split.isEmpty()) {
            add(DecisionKind.EMOJI_SPLIT, "characters", split.toString());
        }
    }

    private static boolean isSplit(Cluster cluster, Found found) {
        return !found.whole() && cluster.presentation() == Cluster.Presentation.EMOJI_SEQUENCE;
    }

    private void addRemoved(List<Integer> removed) {
        if (removed.isEmpty()) {
            return;
        }
        String codePoints =
                removed.stream()
                        .distinct()
                        .limit(MOST_NAMED)
                        .map("U+%04X"::formatted)
                        .collect(Collectors.joining(", "));
        add(
                DecisionKind.CHARACTERS_REMOVED,
                "count",
                Integer.toString(removed.size()),
                "codePoints",
                codePoints);
    }

    private void add(DecisionKind kind, String... namesAndValues) {
        List<String> facts = new ArrayList<>(List.of("layer", layer));
        facts.addAll(List.of(namesAndValues));
        decisions.add(Decision.of(kind, facts.toArray(String[]::new)));
    }
}
