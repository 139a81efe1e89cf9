package com.autoclipr.testkit.media;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes sound as WAV: 16 bits, any number of channels that all carry the same.
public final class WaveFile {
    private static final int HEADER_BYTES = 44;

    /// The value of a sample, -1 to 1.
    @FunctionalInterface
    public interface Signal {
        double at(long sampleIndex);
    }

    private WaveFile() {}

    public static void write(Path file, int sampleRateHz, int channels, long samples, Signal signal)
            throws IOException {
        int bytesPerSample = 2 * channels;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(header(sampleRateHz, channels, samples * bytesPerSample));
            ByteBuffer frame = ByteBuffer.allocate(bytesPerSample).order(ByteOrder.LITTLE_ENDIAN);
            for (long index = 0; index < samples; index++) {
                short value = (short) Math.round(signal.at(index) * Short.MAX_VALUE);
                frame.clear();
                for (int channel = 0; channel < channels; channel++) {
                    frame.putShort(value);
                }
                out.write(frame.array());
            }
        }
    }

    private static byte[] header(int sampleRateHz, int channels, long dataBytes) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII));
        header.putInt(Math.toIntExact(dataBytes + HEADER_BYTES - 8));
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        header.putInt(16).putShort((short) 1).putShort((short) channels);
        header.putInt(sampleRateHz).putInt(sampleRateHz * channels * 2);
        header.putShort((short) (channels * 2)).putShort((short) 16);
        header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(Math.toIntExact(dataBytes));
        return header.array();
    }
}
