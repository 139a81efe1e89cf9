package com.autoclipr.audio;

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

/// A tenth of a second of sound through the limiter (and, because it works in place, copied).
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LimiterBenchmark {
    private static final int COUNT = 4800;

    /// Largest sample of the noise that goes in; above 1 it is turned down.
    @Param({"0.5", "1.5"})
    private double peak = 0.5;

    private Limiter limiter;
    private StereoBlock noise;
    private StereoBlock block;

    @Setup
    public void prepare() {
        limiter = new Limiter(48_000);
        noise = StereoBlock.ofSamples(COUNT);
        block = StereoBlock.ofSamples(COUNT);
        Random random = new Random(1);
        for (int i = 0; i < COUNT; i++) {
            noise.left()[i] = (float) (peak * (2 * random.nextDouble() - 1));
            noise.right()[i] = (float) (peak * (2 * random.nextDouble() - 1));
        }
    }

    @Benchmark
    public float[] limit() {
        System.arraycopy(noise.left(), 0, block.left(), 0, COUNT);
        System.arraycopy(noise.right(), 0, block.right(), 0, COUNT);
        limiter.process(block.left(), block.right(), COUNT);
        return block.left();
    }
}
