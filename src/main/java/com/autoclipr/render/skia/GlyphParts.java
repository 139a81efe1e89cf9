package com.autoclipr.render.skia;

import com.autoclipr.render.fonts.GlyphPart;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.Typeface;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Counts the components of glyphs of a TrueType face (OpenType 1.9, table `glyf`). Components
/// nest: thirty levels of two each are a billion outlines, which FreeType would load one by one.
final class GlyphParts {
    private static final int MORE = 0x0020;
    private static final int GLYPH_HEADER_BYTES = 10;
    private static final int LONG_OFFSETS_AT = 50;
    private static final int DEEPEST = 64;
    private static final int BEING_COUNTED = -1;

    private final ByteBuffer outlines;
    private final ByteBuffer places;
    private final boolean longOffsets;
    private final int limit;

    /// Number of components by glyph; 0 if not counted yet.
    private final int[] counted;

    private GlyphParts(ByteBuffer outlines, ByteBuffer places, boolean longOffsets, int limit) {
        this.outlines = outlines;
        this.places = places;
        this.longOffsets = longOffsets;
        this.limit = limit;
        int glyphs = places.capacity() / (longOffsets ? 4 : 2) - 1;
        this.counted = new int[Math.clamp(glyphs, 0, 0x10000)];
    }

    /// The maximum number of components of a glyph of `face`, counted up to `limit` + 1; 0 for a
    /// face with other outlines.
    static int most(Typeface face, int limit) {
        Optional<ByteBuffer> head = table(face, "head");
        Optional<ByteBuffer> places = table(face, "loca");
        Optional<ByteBuffer> outlines = table(face, "glyf");
        if (head.isEmpty() || places.isEmpty() || outlines.isEmpty()) {
            return 0;
        }
        boolean longOffsets =
                head.get().capacity() >= LONG_OFFSETS_AT + 2
                        && head.get().getShort(LONG_OFFSETS_AT) != 0;
        return new GlyphParts(outlines.get(), places.get(), longOffsets, limit).most();
    }

    private static Optional<ByteBuffer> table(Typeface face, String tag) {
        try (Data data = face.getTableData(tag)) {
            return data == null || data.getSize() == 0
                    ? Optional.empty()
                    : Optional.of(ByteBuffer.wrap(data.getBytes()));
        }
    }

    private int most() {
        int most = 0;
        for (int glyph = 0; glyph < counted.length && most <= limit; glyph++) {
            most = Math.max(most, parts(glyph, 0));
        }
        return most;
    }

    /// FreeType refuses recursive glyphs itself.
    private int parts(int glyph, int depth) {
        if (glyph >= counted.length || counted[glyph] == BEING_COUNTED) {
            return 1;
        }
        if (depth > DEEPEST) {
            return limit + 1;
        }
        if (counted[glyph] == 0) {
            counted[glyph] = BEING_COUNTED;
            counted[glyph] = count(offset(glyph), offset(glyph + 1), depth);
        }
        return counted[glyph];
    }

    private long offset(int glyph) {
        return longOffsets
                ? Integer.toUnsignedLong(places.getInt(4 * glyph))
                : 2L * Short.toUnsignedInt(places.getShort(2 * glyph));
    }

    private int count(long from, long to, int depth) {
        long end = Math.min(to, outlines.capacity());
        if (end - from < GLYPH_HEADER_BYTES || outlines.getShort((int) from) >= 0) {
            return 1;
        }
        int sum = 1;
        long at = from + GLYPH_HEADER_BYTES;
        boolean more = true;
        while (more && at + 4 <= end && sum <= limit) {
            int flags = outlines.getShort((int) at);
            sum += parts(Short.toUnsignedInt(outlines.getShort((int) at + 2)), depth + 1);
            at += GlyphPart.bytes(flags);
            more = (flags & MORE) != 0;
        }
        return sum;
    }
}
