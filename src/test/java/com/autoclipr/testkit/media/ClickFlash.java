package com.autoclipr.testkit.media;

import com.autoclipr.testkit.AudioReader;
import com.autoclipr.testkit.FrameReader;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.StreamFacts;
import com.autoclipr.testkit.TestFolder;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/// A video that is black but for one white frame a second, with a click at the start of that frame.
///
/// A click is a short burst that is symmetrical around its time, so that the centre of its energy
/// stays where it is when a codec smears it.
///
/// @param rate frames per second, such as `30000/1001`
/// @param seconds how long; flashes are at the first frame of each second but the first
public record ClickFlash(String rate, int seconds) {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 36;
    private static final int SAMPLE_RATE_HZ = 48_000;
    private static final double CLICK_HZ = 3_000;
    private static final double CLICK_SIGMA_SECONDS = 0.001;
    private static final double CLICK_REACH_SECONDS = 0.006;
    private static final double QUIET = 0.02;
    private static final int WHITE_FROM = 128;

    /// Seconds at which frames flash: frame times, increasing.
    public List<Rational> flashes() {
        Rational framesPerSecond = Rational.parse(rate);
        List<Rational> flashes = new ArrayList<>();
        for (int second = 1; second < seconds; second++) {
            long frame = framesPerSecond.times(second).ceil();
            flashes.add(Rational.of(frame).dividedBy(framesPerSecond));
        }
        return flashes;
    }

    /// The file: H.264 and 16-bit PCM in Matroska.
    public Path file() {
        return TestFolder.cached("click", "mkv", toString(), this::make);
    }

    /// When the frames of a file flash: times of the first white frame of each run, seconds.
    public static List<Rational> flashesIn(Path file) {
        StreamFacts facts = StreamFacts.of(file, "v:0");
        int pixels = facts.number("width") * facts.number("height");
        List<Rational> times = StreamFacts.presentationTimes(file, "v:0");
        List<Rational> flashes = new ArrayList<>();
        boolean[] white = {false};
        FrameReader.luma(
                file,
                (index, luma) -> {
                    long sum = 0;
                    for (int i = 0; i < pixels; i++) {
                        sum += luma[i] & 255;
                    }
                    boolean now = sum > (long) WHITE_FROM * pixels;
                    if (now && !white[0]) {
                        flashes.add(times.get(index));
                    }
                    white[0] = now;
                });
        return flashes;
    }

    /// When clicks are heard: the centre of energy of each, seconds.
    public static double[] clicksIn(Path file) {
        float[] sound = AudioReader.channel(file, 0);
        DoubleStream.Builder clicks = DoubleStream.builder();
        int reach = (int) (2 * CLICK_REACH_SECONDS * SAMPLE_RATE_HZ);
        for (int i = 0; i < sound.length; i++) {
            if (Math.abs(sound[i]) > 0.2) {
                clicks.add(centreOfEnergy(sound, i - reach, i + 2 * reach) / SAMPLE_RATE_HZ);
                i += SAMPLE_RATE_HZ / 4;
            }
        }
        return clicks.build().toArray();
    }

    private static double centreOfEnergy(float[] sound, int from, int to) {
        double energy = 0;
        double moment = 0;
        for (int i = Math.max(0, from); i < Math.min(to, sound.length); i++) {
            if (Math.abs(sound[i]) > QUIET) {
                energy += sound[i] * sound[i];
                moment += (double) sound[i] * sound[i] * i;
            }
        }
        return moment / energy;
    }

    private void make(Path file) {
        Path sound =
                TestFolder.cached(
                        "clicks",
                        "wav",
                        toString(),
                        wave ->
                                WaveFile.write(
                                        wave,
                                        SAMPLE_RATE_HZ,
                                        2,
                                        (long) seconds * SAMPLE_RATE_HZ,
                                        clicks()));
        Programs.ffmpeg(
                List.of(
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "gray",
                        "-s",
                        WIDTH + "x" + HEIGHT,
                        "-r",
                        rate,
                        "-i",
                        "-",
                        "-i",
                        sound.toString(),
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-qp",
                        "10",
                        "-pix_fmt",
                        "yuv420p",
                        "-c:a",
                        "pcm_s16le",
                        file.toString()),
                this::writeFrames);
    }

    private WaveFile.Signal clicks() {
        double[] times = flashes().stream().mapToDouble(Rational::toDouble).toArray();
        return index -> {
            double time = (double) index / SAMPLE_RATE_HZ;
            int nearest = Math.clamp(Math.round(time) - 1, 0, times.length - 1);
            return click(time - times[nearest]);
        };
    }

    private static double click(double awaySeconds) {
        if (Math.abs(awaySeconds) > CLICK_REACH_SECONDS) {
            return 0;
        }
        double sigmas = awaySeconds / CLICK_SIGMA_SECONDS;
        return 0.8
                * Math.exp(-sigmas * sigmas / 2)
                * Math.cos(2 * Math.PI * CLICK_HZ * awaySeconds);
    }

    private void writeFrames(OutputStream out) throws IOException {
        Set<Rational> flashes = Set.copyOf(flashes());
        Rational framesPerSecond = Rational.parse(rate);
        byte[] frame = new byte[WIDTH * HEIGHT];
        long count = framesPerSecond.times(seconds).floor();
        for (long index = 0; index < count; index++) {
            boolean flash = flashes.contains(Rational.of(index).dividedBy(framesPerSecond));
            Arrays.fill(frame, flash ? (byte) 255 : 0);
            out.write(frame);
        }
    }
}
