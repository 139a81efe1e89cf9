package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Single bytes of an open file by their offset, read in blocks. The channel stays its owner's; for
/// one thread.
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

    /// The unsigned big-endian number of two bytes at `offset`, or -1 if the file ends before.
    int twoAt(long offset) throws IOException {
        int high = at(offset);
        int low = at(offset + 1);
        return low < 0 ? -1 : (high << 8) | low;
    }

    /// Whether `bytes`, each a character of Latin-1, lie at `offset`.
    boolean startsWith(long offset, String bytes) throws IOException {
        for (int i = 0; i < bytes.length(); i++) {
            if (at(offset + i) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Where the next byte `wanted` lies, from `offset` on; the file's end if there is none.
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
