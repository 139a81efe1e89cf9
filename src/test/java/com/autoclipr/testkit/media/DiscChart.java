package com.autoclipr.testkit.media;

import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.TestFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// White discs at known places on a dark ground, drawn with exact edges, and the finder of their
/// centres.
///
/// Places are continuous: pixel i covers `[i, i + 1)`, so a disc centred on the first pixel lies at
/// 0.5.
///
/// @param width pixels
/// @param height pixels
/// @param radius of every disc, pixels
/// @param centres of the discs, pixels
public record DiscChart(int width, int height, double radius, List<Place> centres) {
    private static final int GROUND = 16;
    private static final int DISC = 235;
    private static final int STEPS = 8;
    private static final double NOISE = 0.08;

    /// A place in a picture, pixels.
    public record Place(double x, double y) {
        public double distanceTo(Place other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    public DiscChart {
        centres = List.copyOf(centres);
    }

    /// The chart as a PNG.
    public Path image() {
        return TestFolder.cached(
                "discs",
                "png",
                toString(),
                file -> {
                    if (!ImageIO.write(picture(), "png", file.toFile())) {
                        throw new IOException("no PNG writer");
                    }
                });
    }

    /// The chart as a video of `frames` equal frames: H.264, nearly lossless, BT.709 limited.
    public Path video(String rate, int frames) {
        Path image = image();
        return TestFolder.cached(
                "discs",
                "mp4",
                image.getFileName() + rate + frames,
                file ->
                        Programs.ffmpeg(
                                List.of(
                                        "-loop",
                                        "1",
                                        "-r",
                                        rate,
                                        "-i",
                                        image.toString(),
                                        "-frames:v",
                                        Integer.toString(frames),
                                        "-vf",
                                        "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,"
                                                + Footage.tags("tv", "bt709", "bt709", "bt709"),
                                        "-c:v",
                                        "libx264",
                                        "-preset",
                                        "ultrafast",
                                        "-qp",
                                        "2",
                                        file.toString())));
    }

    /// The centre of the disc near `expected` in a picture of `width` bytes a row: centre of
    /// gravity of what is lighter than the ground.
    ///
    /// @param reach pixels to each side in which the disc is looked for; it must lie inside, alone
    public static Place find(byte[] luma, int width, int height, Place expected, double reach) {
        int left = (int) Math.max(0, Math.floor(expected.x - reach));
        int right = (int) Math.min(width, Math.ceil(expected.x + reach));
        int top = (int) Math.max(0, Math.floor(expected.y - reach));
        int bottom = (int) Math.min(height, Math.ceil(expected.y + reach));
        int ground = 255;
        int peak = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int value = luma[y * width + x] & 255;
                ground = Math.min(ground, value);
                peak = Math.max(peak, value);
            }
        }
        if (peak - ground < 100) {
            throw new IllegalStateException("no disc near " + expected);
        }
        double threshold = ground + NOISE * (peak - ground);
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                double weight = Math.max(0, (luma[y * width + x] & 255) - threshold);
                sum += weight;
                sumX += weight * (x + 0.5);
                sumY += weight * (y + 0.5);
            }
        }
        return new Place(sumX / sum, sumY / sum);
    }

    private BufferedImage picture() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, grey(0));
            }
        }
        for (Place centre : centres) {
            int reach = (int) Math.ceil(radius) + 1;
            int middleX = (int) centre.x;
            int middleY = (int) centre.y;
            for (int y = Math.max(0, middleY - reach);
                    y < Math.min(height, middleY + reach + 1);
                    y++) {
                for (int x = Math.max(0, middleX - reach);
                        x < Math.min(width, middleX + reach + 1);
                        x++) {
                    image.setRGB(x, y, grey(cover(centre, x, y)));
                }
            }
        }
        return image;
    }

    /// The part of a pixel that a disc covers.
    private double cover(Place centre, int x, int y) {
        int inside = 0;
        for (int i = 0; i < STEPS * STEPS; i++) {
            double sampleX = x + (i % STEPS + 0.5) / STEPS;
            double sampleY = y + (Math.floorDiv(i, STEPS) + 0.5) / STEPS;
            if (Math.hypot(sampleX - centre.x, sampleY - centre.y) < radius) {
                inside++;
            }
        }
        return (double) inside / (STEPS * STEPS);
    }

    private static int grey(double cover) {
        int value = (int) Math.round(GROUND + (DISC - GROUND) * cover);
        return value << 16 | value << 8 | value;
    }
}
