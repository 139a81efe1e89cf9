package com.autoclipr.plan;

import com.autoclipr.composition.Project;
import com.autoclipr.composition.ProjectReader;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.time.Rational;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// The plan of a clip with a word every second, which is chiefly the keys of its chunks.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlanBenchmark {
    @Param({"20", "600"})
    private int seconds = 20;

    private Project project;
    private Sources sources;

    @Setup
    public void prepare() {
        StringBuilder layers = new StringBuilder("{ \"type\": \"audio\", \"src\": \"music.wav\" }");
        for (int i = 0; i < seconds; i++) {
            layers.append(
                    """
                    ,
                    { "type": "text", "text": "word %d", "start": %d, "duration": 1,
                      "position": { "x": 540, "y": 1440 },
                      "font": { "weight": 700, "size": 110, "color": "#ffffff" },
                      "stroke": { "width": 14, "color": "#000000" } }"""
                            .formatted(i, i));
        }
        String json =
                """
                { "version": 1, "canvas": { "width": 1080, "height": 1920 },
                  "overlay": { "aspectRatio": "9:16" }, "cut": { "start": 0, "end": %d },
                  "layers": [ %s ], "output": { "resolution": "1080p", "fps": 30 } }"""
                        .formatted(seconds, layers);
        project = ProjectReader.read(json.getBytes(StandardCharsets.UTF_8)).project().orElseThrow();
        Rational duration = Rational.of(seconds);
        AudioFacts sound = AudioFacts.of(0, "pcm", 48_000, 2, duration);
        MediaFacts facts =
                new MediaFacts(
                        "wav",
                        duration,
                        Optional.empty(),
                        Optional.of(sound),
                        List.of(),
                        List.of(sound));
        sources =
                new Sources(
                        Map.of("music.wav", new SourceFile(Path.of("/music.wav"), "digest", facts)),
                        Map.of());
    }

    @Benchmark
    public ExportPlan plan() {
        return new ExportPlanner("benchmark").plan(project, sources);
    }
}
