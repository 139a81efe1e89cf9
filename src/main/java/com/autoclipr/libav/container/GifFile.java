package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.channels.FileChannel;

/// Properties of a GIF (GIF89a) that FFmpeg does not expose.
///
/// @param plays how many times it plays; 0: infinitely
/// @param whole whether the file ends at the end of a block
public record GifFile(int plays, boolean whole) {
    private static final int HEADER_BYTES = 13;
    private static final int EXTENSION = 0x21;
    private static final int APPLICATION = 0xff;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int IMAGE_HEADER_BYTES = 9;
    private static final int NAME_BYTES = 11;

    public static GifFile read(FileChannel channel) throws IOException {
        FileBytes file = new FileBytes(channel);
        long at = (long) HEADER_BYTES + colours(file.at(10));
        int plays = 1;
        while (true) {
            int kind = file.at(at);
            if (kind < 0 || kind == TRAILER) {
                return new GifFile(plays, at <= file.size());
            }
            if (kind == IMAGE) {
                at += 1 + IMAGE_HEADER_BYTES + colours(file.at(at + IMAGE_HEADER_BYTES)) + 1;
            } else if (kind == EXTENSION) {
                if (file.at(at + 1) == APPLICATION && isLoop(file, at + 2)) {
                    long number = at + 2 + 1 + NAME_BYTES + 2;
                    int count = file.at(number) + 256 * file.at(number + 1);
                    // The number of repetitions.
                    plays = count <= 0 ? 0 : count + 1;
                }
                at += 2;
            } else {
                return new GifFile(plays, false);
            }
            at = endOfBlocks(file, at);
        }
    }

    /// `NETSCAPE2.0` or `ANIMEXTS1.0`, then a block of three bytes, the first of them 1.
    private static boolean isLoop(FileBytes file, long at) throws IOException {
        boolean named =
                file.startsWith(at, "\u000bNETSCAPE2.0")
                        || file.startsWith(at, "\u000bANIMEXTS1.0");
        return named && file.startsWith(at + 1 + NAME_BYTES, "\u0003\u0001");
    }

    /// Size of the colour table described by these flags.
    private static int colours(int flags) {
        return flags > 0 && (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;
    }

    private static long endOfBlocks(FileBytes file, long from) throws IOException {
        long at = from;
        int size = file.at(at);
        while (size > 0) {
            at += 1 + size;
            size = file.at(at);
        }
        // Past the end if the block is truncated.
        return size < 0 ? file.size() + 1 : at + 1;
    }
}
