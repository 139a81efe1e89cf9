package com.autoclipr.worker.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.Crop;
import com.autoclipr.media.EditList;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.Orientation;
import com.autoclipr.media.Sources;
import com.autoclipr.media.StreamClock;
import com.autoclipr.media.TrackLabel;
import com.autoclipr.media.VideoCodec;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.plan.Chunk;
import com.autoclipr.plan.SliceNames;
import com.autoclipr.time.FrameRange;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class WireTest {
    private final Wire wire = new Wire();

    @Test
    void everyMessageComesBackAsItWas() {
        MediaFacts facts =
                new MediaFacts(
                        "mp4",
                        Rational.of(3),
                        Optional.of(video()),
                        Optional.empty(),
                        List.of(
                                Decision.of(DecisionKind.COLOUR_ASSUMED)
                                        .with(Fact.MATRIX, "bt709")),
                        List.of(pair(Rational.of(1, 3))));
        for (Message message :
                List.of(
                        new Message.Request(7, new Job.Probe(Path.of("/a b/ü.mp4"))),
                        new Message.Request(8, new Job.EncodeChunk(chunk(), Path.of("/c"))),
                        new Message.Request(
                                9,
                                new Job.Assemble(
                                        List.of(new Job.ChunkFile(Path.of("/c"), 30)),
                                        Optional.of(Path.of("/s")),
                                        Path.of("/o"))),
                        new Message.Beat(Optional.empty()),
                        new Message.Beat(
                                Optional.of(new PipelineSample(1L << 40, 2, 3, 4, 5, 6, 16))),
                        new Message.Breadcrumb("/layers/3", "talk.mp4"),
                        new Message.Progress(7, 12, Optional.empty()),
                        new Message.Done(7, new JobResult.Probed(facts), ProcessUsage.NONE),
                        new Message.Failed(
                                7,
                                Failure.of(FailureKind.MEDIA_CORRUPT)
                                        .with(Fact.FILE, "a.mp4")
                                        .with(Fact.DETAIL, "two\nlines \"x\""),
                                new ProcessUsage(1, 2)))) {
            String line = wire.write(message);
            assertFalse(line.contains("\n"), line);
            Message read = wire.read(line);
            assertEquals(message, read);
            assertEquals(line, wire.write(Objects.requireNonNull(read)));
            assertFalse(line.contains("upright"), "only components are written: " + line);
        }
    }

    private static VideoFacts video() {
        return new VideoFacts(
                0,
                "h264",
                1920,
                1080,
                new Orientation(90, true),
                new Rational(64, 45),
                1080,
                2731,
                FrameRate.of(30_000, 1_001),
                true,
                new Rational(1, 90_000),
                Rational.ZERO,
                new Rational(1001, 30),
                new ColourFacts(
                        ColourFacts.Matrix.BT709,
                        false,
                        ColourFacts.Transfer.SDR,
                        "bt709",
                        true,
                        8),
                false,
                false,
                false,
                clock(),
                Optional.of(new Crop(2, 4, 1916, 1072)),
                3);
    }

    private static StreamClock clock() {
        EditList.Edit empty =
                new EditList.Edit(Rational.ZERO, Rational.ONE, Rational.of(-1), Rational.ONE);
        return new StreamClock(
                StreamClock.Source.DECODING_ORDER,
                new Rational(1001, 3),
                6,
                List.of(new StreamClock.Shift(62, -3)),
                List.of(new StreamClock.Entry(0, 1)),
                List.of(new StreamClock.Part(0, 0), new StreamClock.Part(62, 3)),
                Optional.of(new EditList(Rational.ONE, List.of(empty))));
    }

    @Test
    void theProjectTravelsAsItsBytes() {
        byte[] project = {0, 1, (byte) 200, 10};
        Job.Open open =
                new Job.Open(
                        project,
                        new Sources(Map.of(), Map.of()),
                        new VideoEncoding(
                                720, 1280, FrameRate.of(25, 1), new VideoCodec.X264(23, "medium")),
                        10,
                        WorkerLimits.DEFAULT,
                        "20260314-150926-535-k3f9q",
                        false);
        Message back = wire.read(wire.write(new Message.Request(1, open)));
        Message.Request request = assertInstanceOf(Message.Request.class, back);
        Job.Open read = assertInstanceOf(Job.Open.class, request.job());
        assertArrayEquals(project, read.project());
        assertEquals(open.encoding(), read.encoding());
        assertEquals(open.limits(), read.limits());
        assertEquals(open.export(), read.export());
    }

    @Test
    void whatARecordRefusesIsNoMessage() {
        String request =
                wire.write(new Message.Request(8, new Job.EncodeChunk(chunk(), Path.of("/c"))));
        String backwards = request.replace("\"first\":30", "\"first\":90");
        assertNotEquals(request, backwards);
        assertThrows(JacksonException.class, () -> wire.read(backwards));
    }

    private static Chunk chunk() {
        SliceNames names =
                new SliceNames(List.of("/layers/4"), Map.of("é.mp4", "f0"), Map.of("f0", "é.mp4"));
        return new Chunk(3, new FrameRange(30, 60), "ab12", names);
    }

    /// A sound of two parts.
    private static AudioFacts pair(Rational start) {
        TrackLabel label =
                new TrackLabel(
                        1,
                        "stereo",
                        Optional.of("fra"),
                        Optional.of("Réalisateur"),
                        true,
                        TrackLabel.Role.COMMENTARY);
        AudioFacts mono = AudioFacts.of(3, "pcm", 48_000, 1, Rational.of(3));
        return new AudioFacts(
                3,
                "pcm",
                48_000,
                2,
                start,
                Rational.of(3),
                StreamClock.CONTAINER,
                label,
                List.of(mono, mono));
    }
}
