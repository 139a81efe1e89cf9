package com.autoclipr.libav.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a mono DSF file (DSD Stream File, version 1.01) with a sine, by a sigma-delta modulator
/// of the second order.
final class DsdFile {
    private static final int RATE_HZ = 2_822_400;
    private static final int BLOCK_BYTES = 4096;
    private static final int HEADER_BYTES = 28 + 52 + 12;

    private DsdFile() {}

    /// @param amplitude 1 being full scale
    static void write(Path file, double hertz, double amplitude, int seconds) throws IOException {
        long samples = (long) RATE_HZ * seconds;
        int blocks = Math.ceilDiv((int) (samples / 8), BLOCK_BYTES);
        int size = HEADER_BYTES + blocks * BLOCK_BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(name("DSD ")).putLong(28).putLong(size).putLong(0);
        bytes.put(name("fmt ")).putLong(52).putInt(1).putInt(0);
        bytes.putInt(1).putInt(1).putInt(RATE_HZ).putInt(1);
        bytes.putLong(samples).putInt(BLOCK_BYTES).putInt(0);
        bytes.put(name("data")).putLong(12 + (long) blocks * BLOCK_BYTES);
        double first = 0;
        double second = 0;
        for (int i = 0; i < blocks * BLOCK_BYTES; i++) {
            int packed = 0;
            for (int bit = 0; bit < 8; bit++) {
                double time = (i * 8.0 + bit) / RATE_HZ;
                double value = amplitude * Math.sin(2 * Math.PI * hertz * time);
                double out = second >= 0 ? 1 : -1;
                first += value - out;
                second += first - 2 * out;
                packed |= (out > 0 ? 1 : 0) << bit;
            }
            bytes.put((byte) packed);
        }
        Files.write(file, bytes.array());
    }

    private static byte[] name(String chunk) {
        return chunk.getBytes(StandardCharsets.US_ASCII);
    }
}
