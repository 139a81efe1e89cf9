package com.autoclipr.render.fonts;

import java.nio.ByteBuffer;

/// Variable-length numbers in WOFF 2.0 files.
final class Woff2Numbers {
    private static final int WORD = 253;
    private static final int ONE_MORE_BYTE_HIGH = 254;
    private static final int ONE_MORE_BYTE = 255;

    private Woff2Numbers() {}

    /// 255UInt16 of section 6.1.1.
    static int short255(ByteBuffer in) {
        int first = Byte.toUnsignedInt(in.get());
        return switch (first) {
            case WORD -> Short.toUnsignedInt(in.getShort());
            case ONE_MORE_BYTE -> WORD + Byte.toUnsignedInt(in.get());
            case ONE_MORE_BYTE_HIGH -> 2 * WORD + Byte.toUnsignedInt(in.get());
            default -> first;
        };
    }
}
