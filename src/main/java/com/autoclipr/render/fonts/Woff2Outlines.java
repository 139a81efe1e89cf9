package com.autoclipr.render.fonts;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Reconstructs `glyf` and `loca` from the transformed `glyf` table of a WOFF 2.0 file (section
/// 5.1). Each kind of value has its own stream; reading past the end of one throws.
final class Woff2Outlines {
    /// Offset of `indexToLocFormat` in `head`.
    static final int LONG_PLACES_AT = 50;

    private static final int STREAMS = 7;
    private static final int STREAMS_AT = 8 + 4 * STREAMS;
    private static final int HAS_OVERLAP_MAP = 1;
    private static final int BOX_BYTES = 8;
    private static final int MORE_PARTS = 0x0020;
    private static final int HAS_INSTRUCTIONS = 0x0100;
    private static final int LEFT_BEARINGS_OMITTED = 1;
    private static final int REST_OF_BEARINGS_OMITTED = 2;

    private final int count;
    private final ByteBuffer contours;
    private final ByteBuffer points;
    private final ByteBuffer flags;
    private final ByteBuffer triplets;
    private final ByteBuffer parts;
    private final ByteBuffer boxMap;
    private final ByteBuffer boxes;
    private final ByteBuffer instructions;
    private final ByteBuffer overlaps;
    private final ByteArrayOutputStream outlines = new ByteArrayOutputStream();
    private final ByteBuffer places;
    private final short[] lefts;

    Woff2Outlines(ByteBuffer table) {
        int options = table.getShort(2);
        count = Short.toUnsignedInt(table.getShort(4));
        ByteBuffer[] streams = new ByteBuffer[STREAMS];
        int at = STREAMS_AT;
        for (int i = 0; i < STREAMS; i++) {
            int size = table.getInt(8 + 4 * i);
            streams[i] = table.slice(at, size);
            at = Math.addExact(at, size);
        }
        contours = streams[0];
        points = streams[1];
        flags = streams[2];
        triplets = streams[3];
        parts = streams[4];
        int mapBytes = (count + 31) / 32 * 4;
        boxMap = streams[5].slice(0, mapBytes);
        boxes = streams[5].slice(mapBytes, streams[5].capacity() - mapBytes);
        instructions = streams[6];
        overlaps =
                (options & HAS_OVERLAP_MAP) != 0
                        ? table.slice(at, (count + 7) / 8)
                        : ByteBuffer.allocate((count + 7) / 8);
        places = ByteBuffer.allocate(4 * (count + 1));
        lefts = new short[count];
        for (int glyph = 0; glyph < count; glyph++) {
            places.putInt(outlines.size());
            add(glyph);
        }
        places.putInt(outlines.size());
    }

    /// The table `glyf`.
    byte[] outlines() {
        return outlines.toByteArray();
    }

    /// The table `loca`, four bytes per offset.
    byte[] places() {
        return places.array();
    }

    /// The table `hmtx`; omitted left side bearings are the left edges of the glyphs (section 5.4).
    ///
    /// @param full number of glyphs with an advance of their own
    byte[] metrics(ByteBuffer in, int full) {
        int omitted = in.get();
        ByteBuffer advances = in.slice(1, 2 * full);
        in.position(1 + 2 * full);
        ByteBuffer out = ByteBuffer.allocate(4 * full + 2 * Math.max(0, count - full));
        for (int glyph = 0; glyph < Math.max(full, count); glyph++) {
            int rule = glyph < full ? LEFT_BEARINGS_OMITTED : REST_OF_BEARINGS_OMITTED;
            if (glyph < full) {
                out.putShort(advances.getShort());
            }
            out.putShort((omitted & rule) != 0 ? lefts[glyph] : in.getShort());
        }
        return out.array();
    }

    private void add(int glyph) {
        int contourCount = contours.getShort();
        boolean hasBox = bit(boxMap, glyph);
        if (contourCount > 0) {
            addSimple(glyph, contourCount, hasBox);
        } else if (contourCount < 0) {
            addComposite(glyph);
        }
        while (outlines.size() % 4 != 0) {
            outlines.write(0);
        }
    }

    private void addSimple(int glyph, int contourCount, boolean hasBox) {
        ByteArrayOutputStream ends = new ByteArrayOutputStream();
        int pointCount = 0;
        for (int i = 0; i < contourCount; i++) {
            pointCount += Woff2Numbers.short255(points);
            word(ends, pointCount - 1);
        }
        Woff2Points decoded = new Woff2Points(pointCount, flags, triplets);
        byte[] box = hasBox ? bytes(boxes, BOX_BYTES) : decoded.box();
        lefts[glyph] = ByteBuffer.wrap(box).getShort();
        word(outlines, contourCount);
        outlines.writeBytes(box);
        outlines.writeBytes(ends.toByteArray());
        addInstructions();
        decoded.write(outlines, bit(overlaps, glyph));
    }

    private void addComposite(int glyph) {
        byte[] box = bytes(boxes, BOX_BYTES);
        lefts[glyph] = ByteBuffer.wrap(box).getShort();
        word(outlines, -1);
        outlines.writeBytes(box);
        boolean hasInstructions = false;
        boolean more = true;
        while (more) {
            int partFlags = parts.getShort(parts.position());
            outlines.writeBytes(bytes(parts, GlyphPart.bytes(partFlags)));
            hasInstructions |= (partFlags & HAS_INSTRUCTIONS) != 0;
            more = (partFlags & MORE_PARTS) != 0;
        }
        if (hasInstructions) {
            addInstructions();
        }
    }

    private void addInstructions() {
        int length = Woff2Numbers.short255(triplets);
        word(outlines, length);
        outlines.writeBytes(bytes(instructions, length));
    }

    private static boolean bit(ByteBuffer map, int index) {
        return (map.get(index / 8) & (0x80 >> (index % 8))) != 0;
    }

    private static byte[] bytes(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    private static void word(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }
}
