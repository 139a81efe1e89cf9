package com.autoclipr.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/// Decodes the sound of a file with the `ffmpeg` program.
public final class AudioReader {
    /// Of what is read.
    public static final int SAMPLE_RATE_HZ = 48_000;

    private AudioReader() {}

    /// One channel at 48 kHz, 1.0 being full scale; index 0 is the time zero of the file, whenever
    /// its sound starts.
    public static float[] channel(Path file, int channel) {
        StreamFacts facts = StreamFacts.of(file, "a:0");
        int offset = Math.toIntExact(facts.startTime().times(SAMPLE_RATE_HZ).round());
        String filter = "pan=mono|c0=c" + channel + ",aresample=" + SAMPLE_RATE_HZ;
        List<String> arguments =
                List.of(
                        "-i",
                        file.toString(),
                        "-map",
                        "0:a:0",
                        "-af",
                        filter,
                        "-f",
                        "f32le",
                        "-c:a",
                        "pcm_f32le",
                        "-");
        ByteBuffer decoded = ByteBuffer.wrap(Programs.ffmpegOutput(arguments));
        decoded.order(ByteOrder.LITTLE_ENDIAN);
        int count = decoded.remaining() / Float.BYTES;
        int before = Math.max(0, -offset);
        float[] sound = new float[offset + count];
        decoded.asFloatBuffer().position(before).get(sound, offset + before, count - before);
        return sound;
    }

    /// Root mean square of `count` samples from `from` on, decibels below full scale.
    public static double levelDb(float[] sound, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += sound[i] * sound[i];
        }
        return 10 * Math.log10(sum / count);
    }
}
