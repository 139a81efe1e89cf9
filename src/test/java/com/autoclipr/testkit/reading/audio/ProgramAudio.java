package com.autoclipr.testkit.reading.audio;

import com.autoclipr.testkit.reading.EditList;
import com.autoclipr.testkit.reading.ProgramRun;
import com.autoclipr.time.Rational;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sound that the program decoded.
///
/// @param file interleaved samples as 32-bit floating-point numbers, little-endian
/// @param lowFrequency index of that channel; −1 if there is none
/// @param edits what of it is heard when; without edits all is, at its own time
/// @param declared when the container says that the sound is first heard, seconds
public record ProgramAudio(
        Path file,
        List<Piece> pieces,
        int rateHz,
        int channels,
        int lowFrequency,
        Optional<Rational> declared,
        EditList edits) {
    private static final Pattern TIME = Pattern.compile("^frame:\\d+ +pts:(-?\\d+)");
    private static final Pattern LENGTH = Pattern.compile("Number_of_samples=(\\d+)");
    private static final Pattern FORMAT = Pattern.compile("Audio: pcm_f32le.*?, (\\d+) Hz");

    private static final Rational START_UP = Rational.of(1, 10);

    /// A piece of decoded sound.
    ///
    /// @param pts its time in samples
    record Piece(long pts, int samples) {}

    public static Optional<ProgramAudio> of(
            ProgramRun run, int lowFrequency, Optional<Rational> declared) throws IOException {
        List<Piece> pieces = pieces(run.soundLines());
        int rateHz = rate(run.lines());
        long samples = pieces.stream().mapToLong(Piece::samples).sum();
        if (samples == 0 || rateHz == 0 || !Files.exists(run.soundFile())) {
            return Optional.empty();
        }
        // The last piece may have been cut short where reading was to end.
        int channels =
                Math.toIntExact(
                        Math.round((double) Files.size(run.soundFile()) / Float.BYTES / samples));
        return channels == 0
                ? Optional.empty()
                : Optional.of(
                        new ProgramAudio(
                                run.soundFile(),
                                pieces,
                                rateHz,
                                channels,
                                lowFrequency,
                                declared,
                                new EditList(List.of())));
    }

    private static List<Piece> pieces(List<String> lines) {
        List<Piece> pieces = new ArrayList<>();
        long pts = 0;
        long next = 0;
        for (String line : lines) {
            Matcher time = TIME.matcher(line);
            Matcher length = LENGTH.matcher(line);
            if (line.startsWith("frame:")) {
                pts = time.find() ? Long.parseLong(time.group(1)) : next;
            } else if (length.find()) {
                int samples = Integer.parseInt(length.group(1));
                pieces.add(new Piece(pts, samples));
                next = pts + samples;
            }
        }
        return pieces;
    }

    private static int rate(List<String> lines) {
        for (String line : lines) {
            Matcher format = FORMAT.matcher(line);
            if (format.find()) {
                return Integer.parseInt(format.group(1));
            }
        }
        return 0;
    }

    /// Seconds from the program's zero to the first sample that is meant to be heard. What lies
    /// before it is priming, and where decoding begins a little later, the decoder had to start.
    public Rational start() {
        if (!edits.edits().isEmpty()) {
            return edits.placed().isEmpty() ? Rational.ZERO : edits.placed().getFirst().from();
        }
        Rational decoded = Rational.of(pieces.getFirst().pts(), rateHz);
        return declared.filter(d -> isNear(d, decoded)).orElse(decoded);
    }

    private static boolean isNear(Rational a, Rational b) {
        Rational apart = a.minus(b);
        return apart.max(apart.negate()).compareTo(START_UP) <= 0;
    }

    /// The same as an edit list plays it.
    public ProgramAudio edited(EditList list) {
        return new ProgramAudio(file, pieces, rateHz, channels, lowFrequency, declared, list);
    }

    /// Sound that is played faster or slower, or held, is silent.
    private AudioReading playEdits(Rational zero) throws IOException {
        AudioProfile profile = new AudioProfile(channels, lowFrequency);
        double step = 1.0 / rateHz;
        for (EditList.Placed placed : edits.placed()) {
            if (!placed.edit().rate().equals(Rational.ONE)) {
                continue;
            }
            double from = placed.edit().media().toDouble();
            double until = from + placed.edit().seconds().toDouble();
            double moved = placed.from().minus(zero).toDouble() - from;
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 18)) {
                for (Piece piece : pieces) {
                    float[] samples = floats(in, piece.samples() * channels);
                    for (int i = 0; i < samples.length / channels; i++) {
                        double media = (piece.pts() + i) * step;
                        if (media >= from && media < until) {
                            profile.add(media + moved, step, samples, i * channels);
                        }
                    }
                }
            }
        }
        Rational end = edits.end().minus(zero);
        return new AudioReading(
                start().minus(zero), end, end, Rational.ZERO, List.of(), profile, true);
    }

    /// @param zero seconds of the program's clock from which times are counted
    public AudioReading read(Rational zero) throws IOException {
        if (!edits.edits().isEmpty()) {
            return playEdits(zero);
        }
        AudioProfile profile = new AudioProfile(channels, lowFrequency);
        AudioClock clock = AudioClock.of(pieces, rateHz);
        double step = 1.0 / rateHz;
        double zeroSamples = zero.times(rateHz).toDouble();
        long end = Long.MIN_VALUE;
        int longest = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 18)) {
            for (int p = 0; p < pieces.size(); p++) {
                float[] samples = floats(in, pieces.get(p).samples() * channels);
                int count = samples.length / channels;
                double from = clock.begin(p) - zeroSamples;
                for (int i = 0; i < count; i++) {
                    profile.add((from + i) * step, step, samples, i * channels);
                }
                end = Math.max(end, clock.begin(p) + count);
                longest = Math.max(longest, count);
            }
        }
        Rational until = Rational.of(end, rateHz).minus(zero);
        Rational piece = Rational.of(longest, rateHz);
        return new AudioReading(
                start().minus(zero), until, until, piece, clock.jumps(), profile, true);
    }

    private static float[] floats(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count * Float.BYTES);
        FloatBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] samples = new float[buffer.remaining()];
        buffer.get(samples);
        return samples;
    }
}
