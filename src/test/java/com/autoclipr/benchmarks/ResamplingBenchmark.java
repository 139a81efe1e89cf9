package com.autoclipr.benchmarks;

import com.autoclipr.media.ColourFacts.Matrix;
import com.autoclipr.media.Plane;
import com.autoclipr.media.YuvPicture;
import com.autoclipr.render.planes.AxisMap;
import com.autoclipr.render.planes.Placing;
import com.autoclipr.render.planes.Region;
import com.autoclipr.render.planes.YuvRaster;
import com.autoclipr.render.planes.YuvScaler;
import java.util.Random;

/// Prints milliseconds per 1080×1920 frame for resampling pictures of several formats. Run by hand:
/// `java -cp target/classes:target/test-classes:target/lib/*
/// com.autoclipr.benchmarks.ResamplingBenchmark`.
public final class ResamplingBenchmark {
    private static final int ROUNDS = 6;
    private static final int FRAMES = 60;

    private ResamplingBenchmark() {}

    public static void main(String[] arguments) {
        measure("1080p 709, 607.5 px crop", picture(1920, 1080, 8, Matrix.BT709, false), 607.5);
        measure("1080p 709 full range", picture(1920, 1080, 8, Matrix.BT709, true), 607.5);
        measure("1080p 601", picture(1920, 1080, 8, Matrix.BT601, false), 607.5);
        measure("1080p 2020 10 bits", picture(1920, 1080, 10, Matrix.BT2020, false), 607.5);
        measure("2160p 709, 1215 px crop", picture(3840, 2160, 8, Matrix.BT709, false), 1215);
        measure("720p 709, 405 px crop", picture(1280, 720, 8, Matrix.BT709, false), 405);
        measure("1080×1920 as it is", picture(1080, 1920, 8, Matrix.BT709, false), 1080);
    }

    private static void measure(String name, YuvPicture picture, double cropWidth) {
        double best = Double.MAX_VALUE;
        double bestMoving = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            YuvScaler scaler = scaler(picture, cropWidth, 0);
            YuvRaster raster = scaler.newRaster();
            long start = System.nanoTime();
            for (int frame = 0; frame < FRAMES; frame++) {
                scaler.scale(picture, raster);
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e6 / FRAMES);
            start = System.nanoTime();
            for (int frame = 0; frame < FRAMES; frame++) {
                scaler(picture, cropWidth, frame * 0.37).scale(picture, raster);
            }
            bestMoving = Math.min(bestMoving, (System.nanoTime() - start) / 1e6 / FRAMES);
        }
        System.out.printf("%-28s %6.2f ms still, %6.2f ms moving%n", name, best, bestMoving);
    }

    private static YuvScaler scaler(YuvPicture picture, double cropWidth, double shift) {
        double left = (picture.width() - cropWidth) / 2 + shift;
        return YuvScaler.toOutput(
                picture,
                new Placing(
                        AxisMap.ofPixels(cropWidth / 1080, left),
                        AxisMap.ofPixels(picture.height() / 1920.0, 0),
                        new Region(0, 0, 1080, 1920)));
    }

    private static YuvPicture picture(
            int width, int height, int depth, Matrix matrix, boolean fullRange) {
        Random random = new Random(1);
        return new YuvPicture(
                plane(width, height, depth, random),
                plane(width / 2, height / 2, depth, random),
                plane(width / 2, height / 2, depth, random),
                0,
                0.5,
                2,
                2,
                matrix,
                fullRange);
    }

    private static Plane plane(int width, int height, int depth, Random random) {
        if (depth == 8) {
            byte[] samples = new byte[width * height];
            random.nextBytes(samples);
            return Plane.ofBytes(samples, width, height, width);
        }
        short[] samples = new short[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) random.nextInt(1 << depth);
        }
        return Plane.ofShorts(samples, width, height, width, depth);
    }
}
