package com.autoclipr.render.skia;

import com.autoclipr.render.fonts.SelectorLigatures;
import com.autoclipr.render.fonts.Sfnt;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.Typeface;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Inspects the tables of a face, and creates a face with modified ones.
final class FaceTables {
    /// Tables with colour glyphs, which Skia may or may not support.
    private static final List<String> COLOURS = List.of("COLR", "SVG ", "CBDT", "sbix", "EBDT");

    private static final String SUBSTITUTIONS = "GSUB";
    private static final int EMOJI_SELECTOR = 0xFE0F;

    /// Limit; emoji fonts are smaller.
    private static final long MAX_BYTES = 64L << 20;

    private FaceTables() {}

    /// Whether it has colour glyphs.
    static boolean hasColours(Typeface face) {
        Set<String> tags = Set.of(tags(face));
        return COLOURS.stream().anyMatch(tags::contains);
    }

    /// The face with ligatures that do not require U+FE0F: `face` itself if there are none to
    /// change, else a new one, and `face` is closed.
    static Typeface withoutSelectors(Typeface face) {
        int selector = Short.toUnsignedInt(face.getUTF32Glyph(EMOJI_SELECTOR));
        List<String> tags = List.of(tags(face));
        if (selector == 0 || !tags.contains(SUBSTITUTIONS) || tags.contains("fvar")) {
            return face;
        }
        byte[] substitutions = table(face, SUBSTITUTIONS);
        if (!SelectorLigatures.remove(substitutions, selector) || bytes(face, tags) > MAX_BYTES) {
            return face;
        }
        Map<String, byte[]> tables = new HashMap<>();
        for (String tag : tags) {
            tables.put(tag, table(face, tag));
        }
        tables.put(SUBSTITUTIONS, substitutions);
        int flavor = tags.contains("CFF ") ? Sfnt.CFF : Sfnt.TRUE_TYPE;
        Typeface changed = FaceFile.of(Sfnt.of(flavor, tables));
        if (changed == null) {
            return face;
        }
        face.close();
        return changed;
    }

    private static long bytes(Typeface face, List<String> tags) {
        return tags.stream().mapToLong(face::getTableSize).sum();
    }

    private static byte[] table(Typeface face, String tag) {
        try (Data data = face.getTableData(tag)) {
            return data == null ? new byte[0] : data.getBytes();
        }
    }

    private static String[] tags(Typeface face) {
        String[] tags = face.getTableTags();
        return tags == null ? new String[0] : Arrays.stream(tags).distinct().toArray(String[]::new);
    }
}
