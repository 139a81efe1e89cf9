package com.autoclipr.render.fonts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Assembles a font file from its tables (OpenType 1.9, "Organization of an OpenType Font").
/// Checksums are zero, since font renderers ignore them.
public final class Sfnt {
    /// Signature of a font with TrueType outlines.
    public static final int TRUE_TYPE = 0x00010000;

    /// Signature of a font with CFF outlines: `OTTO`.
    public static final int CFF = 0x4F54544F;

    private static final int HEADER_BYTES = 12;
    private static final int ENTRY_BYTES = 16;

    private Sfnt() {}

    /// @param flavor the first four bytes
    /// @param tables by their four-character tags
    public static byte[] of(int flavor, Map<String, byte[]> tables) {
        int size = HEADER_BYTES + ENTRY_BYTES * tables.size();
        for (byte[] table : tables.values()) {
            size = Math.addExact(size, padded(table.length));
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(flavor).putShort((short) tables.size()).position(HEADER_BYTES);
        int at = HEADER_BYTES + ENTRY_BYTES * tables.size();
        Map<String, byte[]> sorted = new TreeMap<>(tables);
        for (Map.Entry<String, byte[]> table : sorted.entrySet()) {
            byte[] content = table.getValue();
            out.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1), 0, 4);
            out.putInt(0).putInt(at).putInt(content.length);
            out.put(at, content);
            at += padded(content.length);
        }
        return out.array();
    }

    private static int padded(int length) {
        return Math.addExact(length, 3) & ~3;
    }
}
