package com.autoclipr.render.skia;

import com.autoclipr.render.fonts.Cluster;
import io.github.humbleui.skija.Typeface;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A face that texts can be drawn with, opened when it is first looked at. Its typeface belongs to
/// the font library.
final class FontFace {
    private static final int GRINNING_FACE = 0x1F600;

    private final String family;
    private final String name;
    private final Supplier<Typeface> opening;
    private final Map<String, Coverage> coverage = new HashMap<>();
    private @Nullable Typeface typeface;
    private @Nullable Boolean colours;

    /// What a face can do with a cluster.
    enum Coverage {
        /// It lacks a part, or draws nothing.
        NONE,
        /// It has its characters, but not that they are one picture.
        PARTS,
        /// It draws it as it is meant.
        WHOLE
    }

    /// @param family human-readable
    /// @param name as Skia finds it
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

    /// Whether its signs are made to be emoji, not letters among which a few signs are.
    boolean isEmojiFont() {
        return hasColours() || typeface().getUTF32Glyph(GRINNING_FACE) != 0;
    }

    Coverage coverage(Cluster cluster, GlyphInk ink) {
        return coverage.computeIfAbsent(cluster.text(), _ -> ink.coverage(this, cluster));
    }
}
