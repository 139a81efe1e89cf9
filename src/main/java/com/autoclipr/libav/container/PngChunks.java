package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/// Iterates over the chunks of a PNG (ISO/IEC 15948): a big-endian size, a four-letter type,
/// content, a checksum. A file may have millions of them.
final class PngChunks {
    static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

    /// The type of the chunk that ends a PNG.
    static final String LAST = "IEND";

    private static final int HEAD_BYTES = 8;
    private static final int AROUND_BYTES = 12;

    private final FileBytes file;
    private long at = -1;
    private long size;

    /// Positioned before the first chunk.
    PngChunks(FileBytes file) {
        this.file = file;
    }

    /// Moves to the next chunk; false if there is none. Its content may be truncated.
    boolean next() throws IOException {
        if (at >= 0 && is(LAST)) {
            return false;
        }
        long next = at < 0 ? SIGNATURE.length() : end();
        if (next + AROUND_BYTES > file.size()) {
            return false;
        }
        at = next;
        size = number(at);
        return true;
    }

    /// Whether it is of this type, such as `IDAT`.
    boolean is(String type) throws IOException {
        return file.startsWith(at + 4, type);
    }

    /// File offset of its end.
    long end() {
        return at + AROUND_BYTES + size;
    }

    /// The 32-bit number at an offset in its content.
    long numberAt(int offset) throws IOException {
        return number(at + HEAD_BYTES + offset);
    }

    /// Its content, big-endian, up to a number of bytes.
    ///
    /// @param channel the file
    ByteBuffer content(FileChannel channel, int most) throws IOException {
        return RiffChunk.read(channel, at + HEAD_BYTES, (int) Math.min(size, most))
                .order(ByteOrder.BIG_ENDIAN);
    }

    private long number(long place) throws IOException {
        return ((long) file.twoAt(place) << 16) | file.twoAt(place + 2);
    }
}
