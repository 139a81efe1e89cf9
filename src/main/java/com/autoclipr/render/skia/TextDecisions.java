package com.autoclipr.render.skia;

import com.autoclipr.composition.TextLayer;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.render.fonts.Cluster;
import com.autoclipr.render.skia.FontSearch.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Decisions about a text: substituted fonts and glyphs, missing glyphs, and anything else that is
/// not drawn as requested.
final class TextDecisions {
    /// Maximum number of removed characters that are listed.
    private static final int MOST_NAMED = 20;

    private final List<Decision> decisions = new ArrayList<>();
    private final String layer;

    private TextDecisions(String layer) {
        this.layer = layer;
    }

    /// The decisions, in the order of the characters.
    static List<Decision> of(TextLayer layer, TextRuns runs) {
        TextDecisions decisions = new TextDecisions(layer.pointer());
        FontLibrary.Choice choice = runs.search().choice();
        if (!choice.asked()) {
            decisions.decisions.add(
                    decisions
                            .about(DecisionKind.FONT_SUBSTITUTED)
                            .with(Fact.FAMILY, layer.font().family())
                            .with(Fact.FONT, choice.family()));
        }
        decisions.addGlyphs(runs);
        decisions.addRemoved(runs.text().removed());
        if (!runs.unspaced().isEmpty()) {
            decisions.decisions.add(
                    decisions
                            .about(DecisionKind.LETTER_SPACING_IGNORED)
                            .with(Fact.SCRIPTS, String.join(", ", runs.unspaced())));
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
                        decisions.add(
                                about(DecisionKind.GLYPH_SUBSTITUTED)
                                        .with(Fact.CHARACTERS, characters.toString())
                                        .with(Fact.FONT, font)));
        if (!missing.isEmpty()) {
            decisions.add(
                    about(DecisionKind.GLYPH_MISSING).with(Fact.CHARACTERS, missing.toString()));
        }
        if (!split.isEmpty()) {
            decisions.add(about(DecisionKind.EMOJI_SPLIT).with(Fact.CHARACTERS, split.toString()));
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
        decisions.add(
                about(DecisionKind.CHARACTERS_REMOVED)
                        .with(Fact.COUNT, Integer.toString(removed.size()))
                        .with(Fact.CODE_POINTS, codePoints));
    }

    private Decision about(DecisionKind kind) {
        return Decision.of(kind).with(Fact.LAYER, layer);
    }
}
