package com.autoclipr.audio;

import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Easing;
import com.autoclipr.composition.value.Keyframe;
import com.autoclipr.failure.Decision;
import com.autoclipr.media.AudioSource;
import com.autoclipr.time.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/// A tenth of a second of three tracks, mixed.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MixerBenchmark {
    private static final int COUNT = 4800;

    /// Of the tracks.
    public enum Volume {
        AS_IT_IS(Animated.constant(1.0)),
        LOWER(Animated.constant(0.4)),
        /// So slowly that no run comes to its end.
        MOVING(
                new Animated<>(
                        List.of(
                                new Keyframe<>(Rational.ZERO, 0.2, Easing.LINEAR),
                                new Keyframe<>(Rational.of(1_000_000_000), 0.9, Easing.LINEAR))));

        private final Animated<Double> volume;

        Volume(Animated<Double> volume) {
            this.volume = volume;
        }

        private Track track(String pointer) {
            return new Track(
                    pointer,
                    "sound.wav",
                    new Track.Placement(0, 0, Long.MAX_VALUE),
                    new VolumeCurve(volume),
                    new Track.Opening(Level::new, Optional.empty()));
        }
    }

    /// Costs next to nothing to read.
    private static final class Level implements AudioSource {
        @Override
        public void read(float[] left, float[] right, int count) {
            Arrays.fill(left, 0, count, 0.25f);
            Arrays.fill(right, 0, count, -0.25f);
        }

        @Override
        public boolean ended() {
            return false;
        }

        @Override
        public List<Decision> decisions() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    @Param private Volume volume = Volume.AS_IT_IS;

    private Mixer mix;

    @Setup
    public void prepare() {
        List<Track> tracks =
                Stream.of("/layers/0", "/layers/1", "/layers/2").map(volume::track).toList();
        mix = new Mixer(tracks, COUNT, _ -> {});
    }

    @Benchmark
    public float[] next() {
        mix.next(COUNT);
        return mix.left();
    }
}
