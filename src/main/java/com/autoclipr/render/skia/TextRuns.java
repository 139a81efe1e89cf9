package com.autoclipr.render.skia;

import com.autoclipr.composition.TextLayer;
import com.autoclipr.render.fonts.Cluster;
import com.autoclipr.render.fonts.JoinedScripts;
import com.autoclipr.render.fonts.SeenText;
import com.autoclipr.render.skia.FontSearch.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A text in runs of one face each, and what was found out about it.
///
/// @param runs in the order of the text; at least one
/// @param found by the text of each cluster that needs a glyph, in their order: the face that draws
///   it, empty if none does
/// @param unspaced names of joined scripts whose letters got none of the space that was asked for
record TextRuns(
        List<Run> runs,
        SeenText text,
        Map<Cluster, Optional<Found>> found,
        Set<String> unspaced,
        FontSearch search) {
    /// @param spaced whether letter spacing is applied
    record Run(String text, FontFace face, boolean spaced) {}

    static TextRuns of(TextLayer layer, FontLibrary fonts) {
        FontSearch search = new FontSearch(fonts, fonts.choose(layer.font()));
        SeenText text = SeenText.of(layer.textTransform().of(layer.text()));
        List<Cluster> clusters = Cluster.of(text.text());
        Map<String, Optional<Found>> byText = new LinkedHashMap<>();
        Map<Cluster, Optional<Found>> found = new LinkedHashMap<>();
        List<@Nullable FontFace> faces = new ArrayList<>(clusters.size());
        for (Cluster cluster : clusters) {
            if (!cluster.needsGlyph()) {
                faces.add(null);
                continue;
            }
            Optional<Found> known = byText.get(cluster.text());
            if (known == null) {
                known = search.find(cluster);
                byText.put(cluster.text(), known);
                found.put(cluster, known);
            }
            faces.add(known.map(Found::face).orElseGet(search::boxes));
        }
        boolean spacing = layer.font().letterSpacing() != 0;
        List<Boolean> joined = spacing ? JoinedScripts.joined(clusters) : List.of();
        List<Run> runs = runs(text.text(), clusters, filled(faces, search), joined);
        runs.forEach(run -> fonts.prepare(run.face));
        Set<String> unspaced = spacing ? JoinedScripts.names(clusters) : Set.of();
        return new TextRuns(runs, text, found, unspaced, search);
    }

    /// Clusters that need no glyph go with the one before, those at the beginning with the first
    /// that does.
    private static List<FontFace> filled(List<@Nullable FontFace> faces, FontSearch search) {
        FontFace last = search.choice().named().getFirst();
        for (FontFace face : faces) {
            if (face != null) {
                last = face;
                break;
            }
        }
        List<FontFace> filled = new ArrayList<>(faces.size());
        for (FontFace face : faces) {
            last = face == null ? last : face;
            filled.add(last);
        }
        if (filled.isEmpty()) {
            filled.add(last);
        }
        return filled;
    }

    private static List<Run> runs(
            String text, List<Cluster> clusters, List<FontFace> faces, List<Boolean> joined) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= clusters.size(); i++) {
            boolean ends =
                    i == clusters.size()
                            || faces.get(i) != faces.get(i - 1)
                            || isSpaced(joined, i) != isSpaced(joined, i - 1);
            if (ends) {
                int end = clusters.get(i - 1).end();
                runs.add(
                        new Run(
                                text.substring(start, end),
                                faces.get(i - 1),
                                isSpaced(joined, i - 1)));
                start = end;
            }
        }
        return runs.isEmpty() ? List.of(new Run("", faces.getFirst(), false)) : runs;
    }

    private static boolean isSpaced(List<Boolean> joined, int cluster) {
        return !joined.isEmpty() && !joined.get(cluster);
    }
}
