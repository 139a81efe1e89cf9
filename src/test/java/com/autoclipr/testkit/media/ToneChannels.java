package com.autoclipr.testkit.media;

import com.autoclipr.testkit.TestFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Audio whose channels differ in pitch, and the audible ones among them.
public final class ToneChannels {
    public static final int SAMPLE_RATE_HZ = 48_000;
    private static final int LOWEST_HZ = 300;
    private static final int STEP_HZ = 250;
    private static final double AMPLITUDE = 0.5;

    private ToneChannels() {}

    /// The pitch of a channel.
    public static double hertz(int channel) {
        return LOWEST_HZ + STEP_HZ * channel;
    }

    /// A file of so many channels, each with its tone at half of full scale, 16 bits without a
    /// header.
    public static Path raw(int channels, int seconds) {
        return TestFolder.cached(
                "tones", "raw", channels + " " + seconds, file -> write(file, channels, seconds));
    }

    private static void write(Path file, int channels, int seconds) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(2 * channels).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < SAMPLE_RATE_HZ * seconds; i++) {
                frame.clear();
                for (int channel = 0; channel < channels; channel++) {
                    double phase = 2 * Math.PI * hertz(channel) * i / SAMPLE_RATE_HZ;
                    frame.putShort(
                            (short) Math.round(AMPLITUDE * Short.MAX_VALUE * Math.sin(phase)));
                }
                out.write(frame.array());
            }
        }
    }

    /// Arguments by which `ffmpeg` reads such a file.
    ///
    /// @param layout FFmpeg's name of where its channels stand; empty: nothing says it
    public static List<String> input(int channels, int seconds, String layout) {
        List<String> arguments =
                new ArrayList<>(List.of("-f", "s16le", "-ar", Integer.toString(SAMPLE_RATE_HZ)));
        arguments.addAll(
                layout.isEmpty()
                        ? List.of("-guess_layout_max", "0", "-ac", Integer.toString(channels))
                        : List.of("-ch_layout", layout));
        arguments.addAll(List.of("-i", raw(channels, seconds).toString()));
        return arguments;
    }

    /// How loud each channel's tone is in `sound`, against how loud it was made.
    public static double[] levels(float[] sound, int channels) {
        double[] levels = new double[channels];
        for (int channel = 0; channel < channels; channel++) {
            Sine tone = new Sine(hertz(channel), AMPLITUDE);
            levels[channel] =
                    tone.amplitudeAt(sound, SAMPLE_RATE_HZ, sound.length / 2, SAMPLE_RATE_HZ / 4)
                            / AMPLITUDE;
        }
        return levels;
    }
}
