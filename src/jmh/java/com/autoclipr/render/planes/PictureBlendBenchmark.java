package com.autoclipr.render.planes;

import com.autoclipr.media.picture.OutputFrame;
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

/// A resampled picture on its way into a frame of 1080 × 1920.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PictureBlendBenchmark {
    /// Where the picture lies and how much of it is seen.
    public enum Case {
        /// Hides the frame: copied.
        WHOLE(new Bounds(0, 0, 1080, 1920), 256),
        /// Edges between pixels on all sides.
        INSET(new Bounds(40.3, 60.7, 1039.6, 1859.2), 256),
        FADED(new Bounds(0, 0, 1080, 1920), 100);

        private final Bounds bounds;
        private final int opacity;

        Case(Bounds bounds, int opacity) {
            this.bounds = bounds;
            this.opacity = opacity;
        }
    }

    @Param private Case picture = Case.WHOLE;

    private PictureBlend blend;
    private YuvRaster raster;
    private OutputFrame frame;

    @Setup
    public void prepare() {
        Region region = Region.evenAround(picture.bounds, 2, 1080, 1920);
        blend = new PictureBlend(picture.bounds, region);
        raster = YuvRaster.halved(region);
        Random random = new Random(1);
        random.nextBytes(raster.luma());
        random.nextBytes(raster.cb());
        random.nextBytes(raster.cr());
        frame = new OutputFrame(1080, 1920);
    }

    @Benchmark
    public OutputFrame blend() {
        blend.blend(raster, picture.opacity, frame);
        return frame;
    }
}
