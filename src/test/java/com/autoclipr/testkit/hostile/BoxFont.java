package com.autoclipr.testkit.hostile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Fonts in which every letter is a box, or nothing.
public final class BoxFont {
    private static final byte[] NOTHING = {};

    private BoxFont() {}

    /// A font with a box for each character.
    public static byte[] of(int... codePoints) {
        List<byte[]> glyphs = new ArrayList<>(List.of(TrueType.box()));
        for (int i = 0; i < codePoints.length; i++) {
            glyphs.add(TrueType.box());
        }
        return TrueType.of(glyphs, characters(codePoints), Map.of()).done();
    }

    /// A font that has a character, but an empty glyph for it, and more tables.
    public static byte[] empty(int codePoint, Map<String, byte[]> more) {
        List<byte[]> glyphs = List.of(TrueType.box(), NOTHING, TrueType.box());
        return TrueType.of(glyphs, characters(codePoint), more).done();
    }

    /// A font whose only character is a box that nothing but a table `COLR` of version 1 names:
    /// glyph 2 in one colour.
    public static byte[] colourVersionOne(int codePoint) {
        byte[] solid = new Bytes().big(2, 1).big(0, 2).big(0x4000, 2).done();
        byte[] glyph = new Bytes().big(10, 1).big(6, 3).big(2, 2).bytes(solid).done();
        byte[] list = new Bytes().big(1, 4).big(1, 2).big(10, 4).bytes(glyph).done();
        byte[] colours = new Bytes().big(1, 2).zeros(12).big(34, 4).zeros(16).bytes(list).done();
        byte[] palette = new Bytes().big(0, 2).big(1, 2).big(1, 2).big(1, 2).big(14, 4).done();
        byte[] red = new Bytes().bytes(palette).big(0, 2).big(0x0000FFFFL, 4).done();
        return empty(codePoint, Map.of("COLR", colours, "CPAL", red));
    }

    /// Format 12: each character the next glyph, from 1 on.
    private static byte[] characters(int... characters) {
        int[] codePoints = characters.clone();
        Arrays.sort(codePoints);
        Bytes map = new Bytes().big(12, 2).zeros(2).big(16 + 12L * codePoints.length, 4).zeros(4);
        map.big(codePoints.length, 4);
        for (int i = 0; i < codePoints.length; i++) {
            map.big(codePoints[i], 4).big(codePoints[i], 4).big(i + 1, 4);
        }
        return new Bytes()
                .zeros(2)
                .big(1, 2)
                .big(3, 2)
                .big(10, 2)
                .big(12, 4)
                .bytes(map.done())
                .done();
    }
}
