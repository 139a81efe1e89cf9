package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/// Reads numbers of a TIFF in its byte order. Does not own the file.
///
/// @param big whether it is a BigTIFF, with 8-byte counts and offsets
public record TiffBytes(FileChannel file, ByteOrder order, boolean big) {
    private static final int BIG_TIFF = 43;

    static TiffBytes of(FileChannel file) throws IOException {
        ByteBuffer head = RiffChunk.read(file, 0, 4);
        ByteOrder order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return new TiffBytes(file, order, head.order(order).getShort(2) == BIG_TIFF);
    }

    /// Offset of the first directory.
    long firstDirectory() throws IOException {
        return big ? number(8, 8) : number(4, 4);
    }

    /// Size of a count or an offset.
    int wordBytes() {
        return big ? 8 : 4;
    }

    /// @param bytes 1, 2, 4 or 8; all but 8 are unsigned
    long number(long at, int bytes) throws IOException {
        ByteBuffer read = RiffChunk.read(file, at, bytes).order(order);
        return switch (bytes) {
            case 1 -> read.get(0) & 0xff;
            case 2 -> Short.toUnsignedInt(read.getShort(0));
            case 4 -> Integer.toUnsignedLong(read.getInt(0));
            default -> read.getLong(0);
        };
    }
}
