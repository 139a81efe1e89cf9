package com.autoclipr.libav;

import java.io.IOException;
import java.nio.channels.FileChannel;

/// What the chunks of a PNG say (ISO/IEC 15948, and APNG).
///
/// @param animated whether it is an APNG
/// @param plays how many times it plays; 0: for ever
/// @param end where the picture ends in the file
/// @param whole whether its last chunk is there
record PngFile(boolean animated, int plays, long end, boolean whole) {
    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
    private static final int AROUND_BYTES = 12;

    static boolean isPng(FileBytes file) throws IOException {
        return file.startsWith(0, SIGNATURE);
    }

    static PngFile read(FileChannel channel) throws IOException {
        FileBytes file = new FileBytes(channel);
        boolean animated = false;
        boolean data = false;
        int plays = 0;
        long at = SIGNATURE.length();
        while (at + AROUND_BYTES <= file.size()) {
            long size = four(file, at);
            boolean last = file.startsWith(at + 4, "IEND");
            if (file.startsWith(at + 4, "acTL") && !data) {
                animated = true;
                plays = Math.clamp(four(file, at + 12), 0, Integer.MAX_VALUE);
            }
            data |= file.startsWith(at + 4, "IDAT");
            at += AROUND_BYTES + size;
            if (last) {
                return new PngFile(animated, plays, Math.min(at, file.size()), at <= file.size());
            }
        }
        return new PngFile(animated, plays, file.size(), false);
    }

    private static long four(FileBytes file, long at) throws IOException {
        return ((long) file.twoAt(at) << 16) | file.twoAt(at + 2);
    }
}
