package com.autoclipr.render.fonts;

/// A component of a composite glyph (OpenType 1.9, table `glyf`).
public final class GlyphPart {
    private static final int ARGUMENTS_ARE_WORDS = 0x0001;
    private static final int HAS_SCALE = 0x0008;
    private static final int HAS_TWO_SCALES = 0x0040;
    private static final int HAS_MATRIX = 0x0080;

    private GlyphPart() {}

    /// Its size in bytes: flags, glyph, arguments, scale.
    public static int bytes(int flags) {
        int size = 4 + ((flags & ARGUMENTS_ARE_WORDS) != 0 ? 4 : 2);
        if ((flags & HAS_SCALE) != 0) {
            return size + 2;
        }
        if ((flags & HAS_TWO_SCALES) != 0) {
            return size + 4;
        }
        return (flags & HAS_MATRIX) != 0 ? size + 8 : size;
    }
}
