package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Random access to bytes of an open file, read in blocks. Does not own the channel; not
/// thread-safe.
public final class FileBytes {
    private static final int BLOCK_BYTES = 1 << 16;

    private final FileChannel file;
    private final long size;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES).limit(0);
    private long blockStart;

    public FileBytes(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    long size() {
        return size;
    }

    /// The unsigned byte at `offset`, or -1 past the end.
    public int at(long offset) throws IOException {
        if (offset < blockStart || offset >= blockStart + block.limit()) {
            if (offset < 0 || offset >= size || !load(offset)) {
                return -1;
            }
        }
        return block.get((int) (offset - blockStart)) & 0xff;
    }

    /// The unsigned big-endian 16-bit number at `offset`, or -1 past the end.
    int twoAt(long offset) throws IOException {
        int high = at(offset);
        int low = at(offset + 1);
        return low < 0 ? -1 : (high << 8) | low;
    }

    /// Whether `bytes`, as Latin-1 characters, are at `offset`.
    boolean startsWith(long offset, String bytes) throws IOException {
        for (int i = 0; i < bytes.length(); i++) {
            if (at(offset + i) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The offset of the next byte `wanted` from `offset`; the end of the file if there is none.
    long find(long offset, int wanted) throws IOException {
        long at = offset;
        while (at(at) >= 0) {
            int end = block.limit();
            for (int i = (int) (at - blockStart); i < end; i++) {
                if (block.get(i) == (byte) wanted) {
                    return blockStart + i;
                }
            }
            at = blockStart + end;
        }
        return size;
    }

    private boolean load(long offset) throws IOException {
        block.clear();
        blockStart = offset;
        while (block.hasRemaining()) {
            if (file.read(block, offset + block.position()) < 0) {
                break;
            }
        }
        block.flip();
        return block.hasRemaining();
    }
}
