package com.autoclipr.libav.container;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A chunk of a WebP file: a four-letter type, a little-endian size, content padded to an even
/// number of bytes.
///
/// @param type such as `ANMF`
/// @param offset file offset of the content
/// @param size bytes of content
public record RiffChunk(String type, long offset, int size) {
    private static final int HEADER = 8;

    /// `RIFF`, size, `WEBP`.
    private static final int FILE_HEADER = 12;

    /// Maximum number of chunks: well above the number of frames.
    private static final int MOST_CHUNKS = 100_000;

    /// Whether the file has the signature of a WebP.
    public static boolean isWebp(FileChannel file) throws IOException {
        if (file.size() < FILE_HEADER + HEADER) {
            return false;
        }
        ByteBuffer head = read(file, 0, FILE_HEADER);
        return letters(head, 0).equals("RIFF") && letters(head, 8).equals("WEBP");
    }

    /// All chunks of the file, up to the first truncated one.
    public static List<RiffChunk> ofFile(FileChannel file) throws IOException {
        return between(file, FILE_HEADER, file.size());
    }

    /// The chunks between two offsets.
    static List<RiffChunk> between(FileChannel file, long from, long end) throws IOException {
        List<RiffChunk> chunks = new ArrayList<>();
        long at = from;
        while (at + HEADER <= end && chunks.size() < MOST_CHUNKS) {
            ByteBuffer head = read(file, at, HEADER);
            long size = Integer.toUnsignedLong(head.getInt(4));
            if (at + HEADER + size > end || size > Integer.MAX_VALUE - HEADER) {
                break;
            }
            chunks.add(new RiffChunk(letters(head, 0), at + HEADER, (int) size));
            at += HEADER + size + (size & 1);
        }
        return chunks;
    }

    ByteBuffer content(FileChannel file) throws IOException {
        return read(file, offset, size);
    }

    /// `size` bytes from `offset`, little-endian.
    ///
    /// @throws EOFException if the file ends before
    public static ByteBuffer read(FileChannel file, long offset, int size) throws IOException {
        if (offset < 0 || size < 0 || offset > file.size() - size) {
            throw new EOFException(size + " bytes at " + offset + " of " + file.size());
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("the file ends at " + file.size());
            }
        }
        return bytes.flip();
    }

    public static String letters(ByteBuffer bytes, int at) {
        byte[] four = new byte[4];
        bytes.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
