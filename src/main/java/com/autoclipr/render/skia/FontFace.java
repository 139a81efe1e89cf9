package com.autoclipr.render.skia;

import com.autoclipr.render.fonts.Cluster;
import io.github.humbleui.skija.Typeface;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A font face, opened on first use. Its typeface belongs to the font library.
final class FontFace {
    private static final int GRINNING_FACE = 0x1F600;

    private final String family;
    private final String name;
    private final Supplier<Typeface> opening;
    private final Map<String, Coverage> coverage = new HashMap<>();
    private @Nullable Typeface typeface;
    private @Nullable Boolean colours;

    /// How well a face supports a cluster.
    enum Coverage {
        /// It lacks a glyph, or draws nothing.
        NONE,
        /// It has the characters, but not the sequence as one glyph.
        PARTS,
        /// It supports it fully.
        WHOLE
    }

    /// @param family human-readable
    /// @param name under which Skia finds it
    FontFace(String family, String name, Supplier<Typeface> opening) {
        this.family = family;
        this.name = name;
        this.opening = opening;
    }

    String family() {
        return family;
    }

    String name() {
        return name;
    }

    Typeface typeface() {
        if (typeface == null) {
            typeface = opening.get();
        }
        return typeface;
    }

    boolean hasColours() {
        if (colours == null) {
            colours = FaceTables.hasColours(typeface());
        }
        return colours;
    }

    /// Whether it is an emoji font, not a text font that contains some emoji.
    boolean isEmojiFont() {
        return hasColours() || typeface().getUTF32Glyph(GRINNING_FACE) != 0;
    }

    Coverage coverage(Cluster cluster, GlyphInk ink) {
        return coverage.computeIfAbsent(cluster.text(), _ -> ink.coverage(this, cluster));
    }
}
