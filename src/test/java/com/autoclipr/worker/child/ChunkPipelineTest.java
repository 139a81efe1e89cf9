package com.autoclipr.worker.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.media.VideoCodec;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.plan.Chunk;
import com.autoclipr.plan.SliceNames;
import com.autoclipr.render.FrameRenderer;
import com.autoclipr.testkit.media.PaintedMedia;
import com.autoclipr.testkit.media.Scene;
import com.autoclipr.time.FrameRange;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChunkPipelineTest {
    private static final PixelSize SIZE = new PixelSize(16, 16);
    private static final int CHUNKS = 5;

    private static ChunkTask task(int index) {
        return new ChunkTask(
                index,
                new Chunk(
                        index,
                        new FrameRange(0, 3),
                        "ab12",
                        new SliceNames(List.of(), Map.of(), Map.of())),
                Path.of("x"));
    }

    /// Each failure ends its chunk and gives its frame back: there are fewer places in the ring
    /// than chunks here.
    @Test
    void anErrorInDrawingEndsItsChunkAndNoMore() throws InterruptedException {
        Project project = new Scene(16, 16).project();
        PaintedMedia media = new PaintedMedia();
        PipelineClock clock = new PipelineClock();
        MeasuredPictures pictures = new MeasuredPictures(media, clock);
        LongFunction<Rational> tooDeep =
                _ -> {
                    throw new StackOverflowError("of a test");
                };
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        try (FrameRenderer renderer =
                        new FrameRenderer(project, SIZE, media.sources(), pictures, 1 << 20);
                ChunkPipeline pipeline =
                        new ChunkPipeline(
                                new ChunkPipeline.Drawing(renderer, pictures, clock, tooDeep, "x"),
                                new FrameRing(SIZE, 0),
                                new ChunkEncoding(
                                        media,
                                        new VideoEncoding(
                                                16,
                                                16,
                                                FrameRate.of(30, 1),
                                                new VideoCodec.X264(23, "ultrafast")),
                                        new ResponseWriter(answers),
                                        "x"))) {
            for (int i = 0; i < CHUNKS; i++) {
                pipeline.draw(task(i));
            }
            while (lines(answers) < CHUNKS) {
                Thread.sleep(10);
            }
        }
        assertEquals(
                CHUNKS,
                answers.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("\"failed\"") && line.contains("StackOver"))
                        .count());
    }

    private static long lines(ByteArrayOutputStream answers) {
        return answers.toString(StandardCharsets.UTF_8).lines().count();
    }
}
