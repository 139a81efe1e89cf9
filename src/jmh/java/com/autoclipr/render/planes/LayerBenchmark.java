package com.autoclipr.render.planes;

import com.autoclipr.media.picture.OutputFrame;
import java.lang.foreign.MemorySegment;
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

/// A drawn layer on its way into the frame: converted to a raster, then blended.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LayerBenchmark {
    private static final int LEFT = 120;
    private static final int TOP = 180;

    @Param private DrawnLayer layer = DrawnLayer.WORD;

    private MemorySegment pixels;
    private LayerRaster raster;
    private OutputFrame frame;

    @Setup
    public void prepare() {
        pixels = layer.pixels();
        raster = layer.raster();
        frame = new OutputFrame(1440, 2560);
    }

    @Benchmark
    public LayerRaster convert() {
        return RgbaConversion.convert(pixels, layer.width(), layer.height());
    }

    @Benchmark
    public OutputFrame blend() {
        RasterBlend.blend(raster, LEFT, TOP, 256, frame);
        return frame;
    }

    @Benchmark
    public OutputFrame blendFaded() {
        RasterBlend.blend(raster, LEFT, TOP, 100, frame);
        return frame;
    }
}
