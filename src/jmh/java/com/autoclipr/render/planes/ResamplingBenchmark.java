package com.autoclipr.render.planes;

import com.autoclipr.media.picture.ColourFacts.Matrix;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.YuvPicture;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Resampling a picture of each usual format to a frame of 1080 × 1920.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ResamplingBenchmark {
    /// What the samples of a picture mean.
    private record Colours(int bitDepth, Matrix matrix, boolean fullRange) {
        private static final Colours USUAL = new Colours(8, Matrix.BT709, false);
    }

    /// Pictures, and how much of their width is seen.
    public enum Source {
        HD_CROP(1920, 1080, 607.5, Colours.USUAL),
        HD_FULL_RANGE(1920, 1080, 607.5, new Colours(8, Matrix.BT709, true)),
        HD_BT601(1920, 1080, 607.5, new Colours(8, Matrix.BT601, false)),
        HD_BT2020_10_BITS(1920, 1080, 607.5, new Colours(10, Matrix.BT2020, false)),
        UHD_CROP(3840, 2160, 1215, Colours.USUAL),
        LINES_720_CROP(1280, 720, 405, Colours.USUAL),
        AS_IT_IS(1080, 1920, 1080, Colours.USUAL);

        private final int width;
        private final int height;
        private final double cropWidth;
        private final Colours colours;

        Source(int width, int height, double cropWidth, Colours colours) {
            this.width = width;
            this.height = height;
            this.cropWidth = cropWidth;
            this.colours = colours;
        }

        private YuvPicture picture() {
            Random random = new Random(1);
            return new YuvPicture(
                    plane(width, height, random),
                    plane(width / 2, height / 2, random),
                    plane(width / 2, height / 2, random),
                    0,
                    0.5,
                    2,
                    2,
                    colours.matrix,
                    colours.fullRange);
        }

        private Plane plane(int columns, int rows, Random random) {
            int bitDepth = colours.bitDepth;
            if (bitDepth == 8) {
                byte[] samples = new byte[columns * rows];
                random.nextBytes(samples);
                return Plane.ofBytes(samples, columns, rows, columns);
            }
            short[] samples = new short[columns * rows];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) random.nextInt(1 << bitDepth);
            }
            return Plane.ofShorts(samples, columns, rows, columns, bitDepth);
        }

        /// @param shift columns to the right of the middle
        private YuvScaler scaler(YuvPicture picture, double shift) {
            double left = (width - cropWidth) / 2 + shift;
            return YuvScaler.toOutput(
                    picture,
                    new Placing(
                            AxisMap.ofPixels(cropWidth / 1080, left),
                            AxisMap.ofPixels(height / 1920.0, 0),
                            new Region(0, 0, 1080, 1920)));
        }
    }

    @Param private Source source = Source.HD_CROP;

    private YuvPicture picture;
    private YuvScaler scaler;
    private YuvRaster raster;
    private int frame;

    @Setup
    public void prepare() {
        picture = source.picture();
        scaler = source.scaler(picture, 0);
        raster = scaler.newRaster();
    }

    /// The same place in every frame.
    @Benchmark
    public YuvRaster still() {
        scaler.scale(picture, raster);
        return raster;
    }

    /// Another place in every frame, so that weights are made anew.
    @Benchmark
    public YuvRaster moving() {
        frame = (frame + 1) % 60;
        source.scaler(picture, frame * 0.37).scale(picture, raster);
        return raster;
    }
}
