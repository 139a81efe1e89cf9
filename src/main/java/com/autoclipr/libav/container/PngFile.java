package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.channels.FileChannel;

/// Properties of a PNG (ISO/IEC 15948, and APNG).
///
/// @param animated whether it is an APNG
/// @param plays how many times it plays; 0: infinitely
/// @param end offset of the end of the image
/// @param whole whether its last chunk is present
public record PngFile(boolean animated, int plays, long end, boolean whole) {
    static boolean isPng(FileBytes file) throws IOException {
        return file.startsWith(0, PngChunks.SIGNATURE);
    }

    public static PngFile read(FileChannel channel) throws IOException {
        FileBytes file = new FileBytes(channel);
        PngChunks chunks = new PngChunks(file);
        boolean animated = false;
        boolean data = false;
        int plays = 0;
        while (chunks.next()) {
            if (chunks.is("acTL") && !data) {
                animated = true;
                plays = Math.clamp(chunks.numberAt(4), 0, Integer.MAX_VALUE);
            }
            data |= chunks.is("IDAT");
            if (chunks.is(PngChunks.LAST)) {
                long end = chunks.end();
                return new PngFile(animated, plays, Math.min(end, file.size()), end <= file.size());
            }
        }
        return new PngFile(animated, plays, file.size(), false);
    }
}
