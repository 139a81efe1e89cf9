package com.autoclipr.render.fonts;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Removes the emoji selector U+FE0F from the ligatures of a font (OpenType 1.9, table `GSUB`,
/// lookup type 4).
///
/// HarfBuzz removes selectors before it applies ligatures, so a font whose keycaps are ligatures of
/// a digit, the selector and U+20E3 never shows them. Sizes and offsets do not change.
public final class SelectorLigatures {
    private static final int LIGATURES = 4;
    private static final int EXTENSION = 7;

    /// Fonts with all emoji have a few thousand.
    private static final int MAX_VISITED = 1_000_000;

    private final ByteBuffer table;
    private final int selector;
    private int visited;
    private boolean changed;

    private SelectorLigatures(byte[] table, int selector) {
        this.table = ByteBuffer.wrap(table);
        this.selector = selector;
    }

    /// Changes `gsub` in place.
    ///
    /// @param selector glyph id of U+FE0F
    /// @return whether anything was changed; false for a table that is invalid or far too large,
    ///   whose content must not be used then
    public static boolean remove(byte[] gsub, int selector) {
        SelectorLigatures ligatures = new SelectorLigatures(gsub, selector);
        try {
            ligatures.lookups();
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
        return ligatures.changed;
    }

    private void lookups() {
        int list = word(8);
        for (int i = 0; i < word(list); i++) {
            int lookup = list + word(list + 2 + 2 * i);
            int type = word(lookup);
            for (int k = 0; k < word(lookup + 4); k++) {
                int subtable = lookup + word(lookup + 6 + 2 * k);
                visit();
                if (type == LIGATURES) {
                    sets(subtable);
                } else if (type == EXTENSION && word(subtable + 2) == LIGATURES) {
                    long far = subtable + Integer.toUnsignedLong(table.getInt(subtable + 4));
                    sets((int) Objects.checkIndex(far, table.limit()));
                }
            }
        }
    }

    private void sets(int subtable) {
        int count = word(subtable + 4);
        for (int i = 0; i < count; i++) {
            visit();
            set(subtable + word(subtable + 6 + 2 * i));
        }
    }

    /// The first matching ligature wins, so they are sorted again, longest first.
    private void set(int set) {
        List<Integer> places = new ArrayList<>();
        boolean shortened = false;
        for (int i = 0; i < word(set); i++) {
            visit();
            int place = word(set + 2 + 2 * i);
            places.add(place);
            shortened |= shorten(set + place);
        }
        if (shortened) {
            places.sort(Comparator.comparing((Integer place) -> -word(set + place + 2)));
            for (int i = 0; i < places.size(); i++) {
                table.putShort(set + 2 + 2 * i, places.get(i).shortValue());
            }
            changed = true;
        }
    }

    /// A ligature consists of its glyph, the number of its components, and all components but the
    /// first. One that would be left with a single component is kept: it distinguishes an emoji
    /// from the same character in text.
    private boolean shorten(int ligature) {
        int parts = word(ligature + 2) - 1;
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            visit();
            int part = word(ligature + 4 + 2 * i);
            if (part != selector) {
                kept.add(part);
            }
        }
        if (kept.isEmpty() || kept.size() == parts) {
            return false;
        }
        for (int i = 0; i < kept.size(); i++) {
            table.putShort(ligature + 4 + 2 * i, kept.get(i).shortValue());
        }
        table.putShort(ligature + 2, (short) (kept.size() + 1));
        return true;
    }

    private void visit() {
        visited++;
        if (visited > MAX_VISITED) {
            throw new IndexOutOfBoundsException(visited);
        }
    }

    private int word(int at) {
        return Short.toUnsignedInt(table.getShort(at));
    }
}
