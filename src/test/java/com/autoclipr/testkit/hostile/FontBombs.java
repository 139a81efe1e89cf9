package com.autoclipr.testkit.hostile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Invalid fonts, and fonts with endless glyphs.
final class FontBombs {
    private static final int WORDS = 0x0001;
    private static final int MORE = 0x0020;

    private FontBombs() {}

    static List<Bomb> all() {
        return List.of(
                font("sound.ttf", file -> TrueType.of(List.of(TrueType.box())).to(file)),
                font("noise.ttf", file -> noise().to(file)),
                font("empty.otf", file -> new Bytes().text("OTTO").to(file)),
                font("cut.ttf", file -> cut().to(file)),
                font("doubling.ttf", file -> TrueType.of(doubling(30)).to(file)),
                font("round.ttf", file -> TrueType.of(round()).to(file)),
                font("deep.ttf", file -> TrueType.of(deep(60_000)).to(file)),
                font("faces.ttc", file -> collection(1_000_000).to(file)),
                font("points.ttf", file -> TrueType.of(List.of(points())).to(file)),
                font("zeros.woff2", file -> new Bytes().text("wOF2").zeros(10_000).to(file)));
    }

    private static Bomb font(String name, Bomb.Maker maker) {
        return new Bomb(name, "font", maker);
    }

    private static Bytes noise() {
        byte[] bytes = new byte[100_000];
        new Random(5).nextBytes(bytes);
        return new Bytes().bytes(bytes);
    }

    private static Bytes cut() {
        byte[] whole = TrueType.of(List.of(TrueType.box())).done();
        return new Bytes().bytes(Arrays.copyOf(whole, whole.length / 2));
    }

    /// Each glyph is the one before, twice.
    private static List<byte[]> doubling(int levels) {
        List<byte[]> glyphs = new ArrayList<>(List.of(TrueType.box()));
        for (int i = 0; i < levels; i++) {
            glyphs.add(composite(i, i));
        }
        return glyphs;
    }

    /// Two glyphs that are made of each other.
    private static List<byte[]> round() {
        return List.of(composite(1, 1), composite(0, 0));
    }

    private static List<byte[]> deep(int levels) {
        List<byte[]> glyphs = new ArrayList<>(List.of(TrueType.box()));
        for (int i = 0; i < levels; i++) {
            glyphs.add(composite(i));
        }
        return glyphs;
    }

    private static byte[] composite(int... parts) {
        Bytes glyph = new Bytes().big(-1, 2).zeros(8);
        for (int i = 0; i < parts.length; i++) {
            glyph.big(WORDS | (i + 1 < parts.length ? MORE : 0), 2).big(parts[i], 2).zeros(4);
        }
        return glyph.done();
    }

    /// A collection whose faces are all the same one.
    private static Bytes collection(int faces) {
        Bytes out = new Bytes().text("ttcf").big(0x10000, 4).big(faces, 4);
        for (int i = 0; i < faces; i++) {
            out.big(12 + 4L * faces, 4);
        }
        return out.bytes(TrueType.of(List.of(TrueType.box())).done());
    }

    /// A contour that claims as many points as a number of 16 bits can.
    private static byte[] points() {
        return new Bytes().big(1, 2).zeros(8).big(0xfffe, 2).zeros(40).done();
    }
}
