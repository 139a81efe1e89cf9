package com.autoclipr.testkit.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Bytes in the making.
final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Bytes text(String latin) {
        return bytes(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    Bytes bytes(byte... more) {
        out.writeBytes(more);
        return this;
    }

    /// The `count` lowest bytes of `value`, the highest first.
    Bytes big(long value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            out.write((int) (value >> (8 * i)));
        }
        return this;
    }

    /// The `count` lowest bytes of `value`, the lowest first.
    Bytes little(long value, int count) {
        for (int i = 0; i < count; i++) {
            out.write((int) (value >> (8 * i)));
        }
        return this;
    }

    Bytes zeros(int count) {
        return bytes(new byte[count]);
    }

    /// A box of the MP4 family.
    Bytes box(String type, byte[] content) {
        return big(content.length + 8L, 4).text(type).bytes(content);
    }

    /// A box with a version and flags of zero.
    Bytes fullBox(String type, byte[] content) {
        return big(content.length + 12L, 4).text(type).zeros(4).bytes(content);
    }

    /// An element of Matroska, its size in 8 bytes.
    Bytes element(long id, byte[] content) {
        return elementHead(id, content.length).bytes(content);
    }

    Bytes elementHead(long id, long size) {
        int idBytes = (Long.SIZE - Long.numberOfLeadingZeros(id) + 7) / 8;
        return big(id, idBytes).big(size | (1L << 56), 8);
    }

    /// A chunk of a PNG.
    Bytes pngChunk(String type, byte[] content) {
        byte[] typed = new Bytes().text(type).bytes(content).done();
        CRC32 crc = new CRC32();
        crc.update(typed);
        return big(content.length, 4).bytes(typed).big(crc.getValue(), 4);
    }

    byte[] done() {
        return out.toByteArray();
    }

    void to(Path file) throws IOException {
        Files.write(file, done());
    }

    /// So many zeros, deflated: about a thousandth of it.
    static byte[] deflatedZeros(long count) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        byte[] block = new byte[1 << 16];
        for (long left = count; left > 0; left -= zeros.length) {
            deflater.setInput(zeros, 0, (int) Math.min(left, zeros.length));
            drain(deflater, block, out);
        }
        deflater.finish();
        drain(deflater, block, out);
        deflater.end();
        return out.toByteArray();
    }

    private static void drain(Deflater deflater, byte[] block, ByteArrayOutputStream out) {
        for (int n = deflater.deflate(block); n > 0; n = deflater.deflate(block)) {
            out.write(block, 0, n);
        }
    }

    /// Where `what` stands in `in` first, from `from` on.
    static int find(byte[] in, String what, int from) {
        byte[] wanted = what.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = from; at + wanted.length <= in.length; at++) {
            int same = 0;
            while (same < wanted.length && in[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        throw new IllegalStateException("there is no " + what);
    }

    /// Writes a number over what is there, the highest byte first.
    static void put(byte[] into, int at, long value, int count) {
        for (int i = 0; i < count; i++) {
            into[at + i] = (byte) (value >> (8 * (count - 1 - i)));
        }
    }

    /// The same, the lowest byte first.
    static void putLittle(byte[] into, int at, long value, int count) {
        for (int i = 0; i < count; i++) {
            into[at + i] = (byte) (value >> (8 * i));
        }
    }
}
