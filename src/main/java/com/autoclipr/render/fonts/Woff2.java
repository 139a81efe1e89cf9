package com.autoclipr.render.fonts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.brotli.dec.BrotliInputStream;

/// Decompresses the fonts of a WOFF 2.0 file (W3C Recommendation). FreeType is tried first, but it
/// refuses some files that browsers read, such as fonts whose original outlines were longer than
/// FreeType reconstructs them.
public final class Woff2 {
    /// Limit for one font; the largest decompress to half of it.
    static final int MAX_UNPACKED_BYTES = 32 << 20;

    /// Limit for all fonts of a collection together, which share tables.
    private static final long MAX_MEMBERS_BYTES = 4L * MAX_UNPACKED_BYTES;

    private static final int SIGNATURE = 0x774F4632; // wOF2
    private static final int COLLECTION = 0x74746366; // ttcf
    private static final int HEADER_BYTES = 48;
    private static final int MAX_TABLES = 4096;
    private static final int MAX_FONTS = 64;
    private static final int OTHER_TAG = 63;
    private static final int PLAIN_OUTLINES = 3;

    /// Section 5.3.
    private static final String KNOWN_TAGS =
            "cmapheadhheahmtxmaxpnameOS/2postcvt fpgmglyflocaprepCFF VORGEBDTEBLCgasphdmxkernLTSH"
                    + "PCLTVDMXvheavmtxBASEGDEFGPOSGSUBEBSCJSTFMATHCBDTCBLCCOLRCPALSVG sbixacntavar"
                    + "bdatblocbslncvarfdscfeatfmtxfvargvarhstyjustlcarmortmorxopbdproptrakZapfSilf"
                    + "GlatGlocFeatSill";

    /// @param version of its transform
    private record Entry(String tag, int version, int unpackedBytes, int packedBytes) {
        boolean isTransformed() {
            return isOutlines() ? version != PLAIN_OUTLINES : version != 0;
        }

        boolean isOutlines() {
            return tag.equals("glyf") || tag.equals("loca");
        }
    }

    /// @param flavor signature of the font
    /// @param tables indices into the directory
    private record Member(int flavor, List<Integer> tables) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<ByteBuffer> contents = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();

    private Woff2(ByteBuffer in) throws IOException {
        int flavor = in.getInt(4);
        int count = Short.toUnsignedInt(in.getShort(12));
        int packedBytes = in.getInt(20);
        in.position(HEADER_BYTES);
        require(count > 0 && count <= MAX_TABLES && packedBytes > 0);
        for (int i = 0; i < count; i++) {
            entries.add(entry(in));
        }
        if (flavor == COLLECTION) {
            readMembers(in);
        } else {
            members.add(new Member(flavor, IntStream.range(0, count).boxed().toList()));
        }
        require(packedBytes <= in.remaining());
        byte[] packed = new byte[packedBytes];
        in.get(packed);
        unpack(new ByteArrayInputStream(packed));
    }

    /// Decompresses a file; empty if it is not WOFF2 or is invalid.
    public static Optional<Woff2> of(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (file.length < HEADER_BYTES || in.getInt(0) != SIGNATURE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Woff2(in));
        } catch (IOException | IndexOutOfBoundsException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /// The font with this index as a separate file; empty if there is none or it is invalid.
    public Optional<byte[]> font(int index) {
        if (index >= members.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(font(members.get(index)));
        } catch (IOException
                | IndexOutOfBoundsException
                | BufferUnderflowException
                | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Entry entry(ByteBuffer in) throws IOException {
        int flags = Byte.toUnsignedInt(in.get());
        int known = flags & OTHER_TAG;
        String tag;
        if (known == OTHER_TAG) {
            byte[] name = new byte[4];
            in.get(name);
            tag = new String(name, StandardCharsets.ISO_8859_1);
        } else {
            tag = KNOWN_TAGS.substring(4 * known, 4 * known + 4);
        }
        int unpackedBytes = base128(in);
        Entry plain = new Entry(tag, flags >> 6, unpackedBytes, unpackedBytes);
        return plain.isTransformed()
                ? new Entry(tag, plain.version, unpackedBytes, base128(in))
                : plain;
    }

    private void readMembers(ByteBuffer in) throws IOException {
        in.getInt();
        int count = Woff2Numbers.short255(in);
        require(count <= MAX_FONTS);
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            int tables = Woff2Numbers.short255(in);
            int flavor = in.getInt();
            List<Integer> indices = new ArrayList<>();
            for (int k = 0; k < tables; k++) {
                int index = Woff2Numbers.short255(in);
                bytes += entries.get(index).packedBytes;
                indices.add(index);
            }
            require(bytes <= MAX_MEMBERS_BYTES);
            members.add(new Member(flavor, indices));
        }
    }

    private void unpack(InputStream packed) throws IOException {
        long size = 0;
        for (Entry entry : entries) {
            size += entry.packedBytes;
        }
        require(size <= MAX_UNPACKED_BYTES);
        byte[] all;
        try (InputStream in = new BrotliInputStream(packed)) {
            all = in.readNBytes((int) size);
        }
        require(all.length == size);
        int at = 0;
        for (Entry entry : entries) {
            contents.add(ByteBuffer.wrap(all, at, entry.packedBytes).slice());
            at += entry.packedBytes;
        }
    }

    private byte[] font(Member member) throws IOException {
        Map<String, byte[]> tables = new HashMap<>();
        Map<String, ByteBuffer> transformed = new HashMap<>();
        for (int index : member.tables) {
            Entry entry = entries.get(index);
            ByteBuffer content = contents.get(index);
            if (entry.isTransformed()) {
                transformed.put(entry.tag, content.duplicate());
            } else {
                byte[] bytes = new byte[content.capacity()];
                content.get(0, bytes);
                tables.put(entry.tag, bytes);
            }
        }
        ByteBuffer outlines = transformed.remove("glyf");
        transformed.remove("loca");
        if (outlines != null) {
            Woff2Outlines glyphs = new Woff2Outlines(outlines);
            tables.put("glyf", glyphs.outlines());
            tables.put("loca", glyphs.places());
            ByteBuffer.wrap(table(tables, "head"))
                    .putShort(Woff2Outlines.LONG_PLACES_AT, (short) 1);
            ByteBuffer metrics = transformed.remove("hmtx");
            if (metrics != null) {
                int count =
                        Short.toUnsignedInt(ByteBuffer.wrap(table(tables, "hhea")).getShort(34));
                tables.put("hmtx", glyphs.metrics(metrics, count));
            }
        }
        require(transformed.isEmpty());
        return Sfnt.of(member.flavor, tables);
    }

    private static byte[] table(Map<String, byte[]> tables, String tag) throws IOException {
        byte[] table = tables.get(tag);
        if (table == null) {
            throw new IOException("no table " + tag);
        }
        return table;
    }

    /// A variable-length number in groups of seven bits, highest first.
    private static int base128(ByteBuffer in) throws IOException {
        long value = 0;
        for (int i = 0; i < 5; i++) {
            int next = Byte.toUnsignedInt(in.get());
            value = (value << 7) | (next & 0x7F);
            if (next < 0x80) {
                require(value <= MAX_UNPACKED_BYTES);
                return (int) value;
            }
        }
        throw new IOException("a number without end");
    }

    private static void require(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("not a sound WOFF2 file");
        }
    }
}
