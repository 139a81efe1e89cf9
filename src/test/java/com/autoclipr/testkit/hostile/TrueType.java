package com.autoclipr.testkit.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The smallest TrueType font (OpenType 1.9) with given outlines: each letter from `A` on is the
/// last glyph.
final class TrueType {
    private static final int EM = 1000;
    private static final int FIRST = 'A';
    private static final int LAST = 'Z';

    private TrueType() {}

    static Bytes of(List<byte[]> glyphs) {
        return of(glyphs, characters(glyphs.size() - 1), Map.of());
    }

    /// @param characters the table `cmap`
    /// @param more tables besides the usual ones
    static Bytes of(List<byte[]> glyphs, byte[] characters, Map<String, byte[]> more) {
        Bytes outlines = new Bytes();
        Bytes places = new Bytes();
        int at = 0;
        for (byte[] glyph : glyphs) {
            places.big(at, 4);
            int padding = -glyph.length & 3;
            outlines.bytes(glyph).zeros(padding);
            at += glyph.length + padding;
        }
        places.big(at, 4);
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("cmap", characters);
        tables.put("glyf", outlines.done());
        tables.put("head", head());
        tables.put("hhea", horizontal(glyphs.size()));
        tables.put("hmtx", advances(glyphs.size()));
        tables.put("loca", places.done());
        tables.put("maxp", profile(glyphs.size()));
        tables.put("name", name());
        tables.put("post", new Bytes().big(0x30000, 4).zeros(28).done());
        tables.putAll(more);
        return file(tables);
    }

    /// A square.
    static byte[] box() {
        return new Bytes()
                .big(1, 2)
                .zeros(4)
                .big(EM, 2)
                .big(EM, 2)
                .big(3, 2)
                .big(0, 2)
                .bytes((byte) 1, (byte) 1, (byte) 1, (byte) 1)
                .big(0, 2)
                .big(EM, 2)
                .big(0, 2)
                .big(-EM, 2)
                .big(0, 2)
                .big(0, 2)
                .big(EM, 2)
                .big(0, 2)
                .done();
    }

    private static Bytes file(Map<String, byte[]> tables) {
        List<Map.Entry<String, byte[]>> all = new ArrayList<>(tables.entrySet());
        Bytes directory = new Bytes().big(0x10000, 4).big(all.size(), 2).zeros(6);
        Bytes content = new Bytes();
        int at = 12 + 16 * all.size();
        for (Map.Entry<String, byte[]> table : all) {
            byte[] bytes = table.getValue();
            directory.text(table.getKey()).zeros(4).big(at, 4).big(bytes.length, 4);
            int padding = -bytes.length & 3;
            content.bytes(bytes).zeros(padding);
            at += bytes.length + padding;
        }
        return directory.bytes(content.done());
    }

    private static byte[] head() {
        return new Bytes()
                .big(0x10000, 4)
                .zeros(8)
                .big(0x5F0F3CF5L, 4)
                .big(0, 2)
                .big(EM, 2)
                .zeros(16)
                .zeros(4)
                .big(EM, 2)
                .big(EM, 2)
                .zeros(2)
                .big(8, 2)
                .big(2, 2)
                .big(1, 2)
                .zeros(2)
                .done();
    }

    private static byte[] horizontal(int glyphs) {
        return new Bytes()
                .big(0x10000, 4)
                .big(800, 2)
                .big(-200, 2)
                .zeros(2)
                .big(EM, 2)
                .zeros(22)
                .big(glyphs, 2)
                .done();
    }

    private static byte[] advances(int glyphs) {
        Bytes advances = new Bytes();
        for (int i = 0; i < glyphs; i++) {
            advances.big(EM, 2).zeros(2);
        }
        return advances.done();
    }

    private static byte[] profile(int glyphs) {
        return new Bytes()
                .big(0x10000, 4)
                .big(glyphs, 2)
                .big(0xffff, 2)
                .big(0xffff, 2)
                .big(0xffff, 2)
                .big(0xffff, 2)
                .big(2, 2)
                .zeros(12)
                .big(0xffff, 2)
                .big(0xffff, 2)
                .done();
    }

    private static byte[] name() {
        byte[] bomb = new Bytes().zeros(1).text("B").zeros(1).text("o").done();
        return new Bytes()
                .big(0, 2)
                .big(1, 2)
                .big(18, 2)
                .big(3, 2)
                .big(1, 2)
                .big(0x409, 2)
                .big(1, 2)
                .big(bomb.length, 2)
                .big(0, 2)
                .bytes(bomb)
                .done();
    }

    /// Format 4, one segment of letters and the last one that every table has.
    private static byte[] characters(int glyph) {
        Bytes map = new Bytes().big(4, 2).big(32 + 2 * (LAST - FIRST + 1), 2).big(0, 2);
        map.big(4, 2).big(4, 2).big(1, 2).big(0, 2);
        map.big(LAST, 2).big(0xffff, 2).big(0, 2).big(FIRST, 2).big(0xffff, 2);
        map.big(0, 2).big(1, 2).big(4, 2).big(0, 2);
        for (int letter = FIRST; letter <= LAST; letter++) {
            map.big(glyph, 2);
        }
        return new Bytes()
                .big(0, 2)
                .big(1, 2)
                .big(3, 2)
                .big(1, 2)
                .big(12, 4)
                .bytes(map.done())
                .done();
    }
}
