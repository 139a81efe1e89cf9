package com.autoclipr.libav.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.Encoded;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.media.FileFacts;
import com.autoclipr.media.Muxer;
import com.autoclipr.media.MuxerTracks;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.encoded.EncodedPacket;
import com.autoclipr.media.encoded.EncodedVideo;
import com.autoclipr.testkit.Programs;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Mp4MuxerTest {
    @TempDir Path folder;

    @BeforeAll
    static void load() {
        Natives.load();
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "24",
                "25",
                "30000/1001",
                "30",
                "50",
                "60000/1001",
                "60",
                "12",
                "25/2",
                "2997/100",
                "1000/33",
                "24000/1001",
                "120"
            })
    void timesAreExactAcrossJoinsByTwoReaders(String fps) {
        VideoEncoding encoding = Encoded.encoding(fps, "veryfast");
        Rational frameDuration = encoding.frameRate().frameDuration();
        long frames = encoding.frameRate().framesIn(Rational.of(5)) + 3;
        Path file = folder.resolve("out.mp4");
        String packets = Encoded.file(file, encoding, frames, true);

        assertInspected(file, encoding, frames);
        assertEquals(packets, FileInspection.of(file, encoding.frameRate(), _ -> {}).packets());
        assertProbed(file, frameDuration, frames);
    }

    private static void assertInspected(Path file, VideoEncoding encoding, long frames) {
        Rational frameDuration = encoding.frameRate().frameDuration();
        FileFacts facts = FileInspection.of(file, encoding.frameRate(), _ -> {});
        assertEquals(List.of(), facts.errors());
        assertEquals(frames, facts.frames());
        assertEquals(Rational.ZERO, facts.firstFrame());
        assertEquals(frameDuration, facts.frameDuration());
        assertTrue(facts.decodingTimesIncrease());
        assertTrue(facts.indexFirst());
        assertEquals("bt709/bt709/bt709/tv", facts.colourTags());
        assertEquals(Rational.ZERO, facts.audioStart());
        long samples = encoding.frameRate().sampleOfFrame(frames, 48_000);
        assertEquals(samples, facts.samples());
        assertEquals(new Rational(samples, 48_000), facts.audioDuration());
        assertEquals(frameDuration.times(frames), facts.videoDuration());
    }

    private static void assertProbed(Path file, Rational frameDuration, long frames) {
        List<String> rows =
                Programs.ffprobe(
                        List.of(
                                "-v",
                                "error",
                                "-select_streams",
                                "v",
                                "-show_entries",
                                "packet=pts,dts,duration:stream=time_base,start_time,duration_ts",
                                "-of",
                                "csv=p=0",
                                file.toString()));
        Rational tick = Rational.parse(rows.getLast().split(",")[0]);
        long step = frameDuration.dividedBy(tick).round();
        assertEquals(frameDuration, tick.times(step), "a frame is a whole number of ticks");
        assertEquals(frames * step, Long.parseLong(rows.getLast().split(",")[2]));
        List<String[]> packets =
                rows.subList(0, rows.size() - 1).stream().map(row -> row.split(",")).toList();
        assertArrayEquals(
                LongStream.range(0, frames).map(n -> n * step).toArray(),
                packets.stream().mapToLong(row -> Long.parseLong(row[0])).sorted().toArray());
        for (int i = 0; i < frames; i++) {
            long decoding = Long.parseLong(packets.get(i)[1]);
            assertEquals((i - 2) * step, decoding);
            assertEquals(step, Long.parseLong(packets.get(i)[2]));
        }
    }

    @Test
    void twoFilesOfTheSameAreTheSameByteForByte() throws IOException {
        VideoEncoding encoding = Encoded.encoding("30", "veryfast");
        Encoded.file(folder.resolve("a.mp4"), encoding, 40, true);
        Encoded.file(folder.resolve("b.mp4"), encoding, 40, true);
        assertEquals(-1, Files.mismatch(folder.resolve("a.mp4"), folder.resolve("b.mp4")));
    }

    @Test
    void aFileWithoutSoundAndOneOfASingleFrameAreWhole() {
        VideoEncoding encoding = Encoded.encoding("30", "medium");
        Path file = folder.resolve("out.mp4");
        Encoded.file(file, encoding, 1, false);
        FileFacts facts = FileInspection.of(file, encoding.frameRate(), _ -> {});
        assertEquals(List.of(), facts.errors());
        assertEquals(1, facts.frames());
        assertEquals(-1, facts.samples());
        assertEquals(new Rational(1, 30), facts.frameDuration());
        assertEquals(List.of(0L), facts.keyFrames());
    }

    @Test
    void roomForTheIndexSufficesForChunksOfOneFrameEach() {
        VideoEncoding encoding = Encoded.encoding("30", "ultrafast");
        EncodedVideo first = Encoded.chunk(encoding, 0, 1);
        int frames = 3_000;
        Path file = folder.resolve("out.mp4");
        MuxerTracks tracks =
                new MuxerTracks(
                        encoding,
                        first.header(),
                        frames,
                        Optional.of(Encoded.sine(frames * 1_600L)));
        try (Muxer muxer = Mp4Muxer.open(file, tracks)) {
            for (int i = 0; i < frames; i++) {
                muxer.write(first, i);
            }
            muxer.finish();
        }
        assertEquals(
                frames, FileInspection.of(file, encoding.frameRate(), _ -> {}).keyFrames().size());
    }

    @Test
    void chunksOutOfOrderOrOfAnotherEncoderAreRefused() {
        VideoEncoding encoding = Encoded.encoding("30", "medium");
        EncodedVideo chunk = Encoded.chunk(encoding, 0, 5);
        EncodedVideo other = Encoded.chunk(Encoded.encoding("30", "ultrafast"), 0, 5);
        MuxerTracks tracks = new MuxerTracks(encoding, chunk.header(), 10, Optional.empty());
        try (Muxer muxer = Mp4Muxer.open(folder.resolve("out.mp4"), tracks)) {
            assertRefused(() -> muxer.write(chunk, 5));
            assertRefused(() -> muxer.write(other, 0));
            muxer.write(chunk, 0);
            assertRefused(() -> muxer.write(chunk, 0));
            assertRefused(muxer::finish);
        }
    }

    @Test
    void noTraceOfTheMachineOrTheTimeIsInTheFile() throws IOException {
        Path file = folder.resolve("out.mp4");
        Encoded.file(file, Encoded.encoding("30", "medium"), 3, true);
        String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("Lavf") || text.contains("Lavc") || text.contains("x264"));
        List<String> tags =
                Programs.ffprobe(
                        List.of(
                                "-v",
                                "error",
                                "-show_entries",
                                "format_tags=creation_time,encoder",
                                "-of",
                                "csv=p=0",
                                file.toString()));
        assertEquals("", String.join("", tags).strip());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsReportedAsSuch() {
        VideoEncoding encoding = Encoded.encoding("30", "medium");
        EncodedVideo chunk = Encoded.chunk(encoding, 0, 30);
        MuxerTracks tracks = new MuxerTracks(encoding, chunk.header(), 30, Optional.empty());
        FailureException failure =
                assertThrows(
                        FailureException.class,
                        () -> {
                            try (Muxer muxer = Mp4Muxer.open(Path.of("/dev/full"), tracks)) {
                                muxer.write(chunk, 0);
                                muxer.finish();
                            }
                        });
        assertEquals(FailureKind.DISK_FULL, failure.failure().kind());
        assertEquals("/dev/full", failure.failure().fact(Fact.PATH));
    }

    @Test
    void whatTheSystemSaysOfWritingBecomesAKind() {
        assertEquals(FailureKind.DISK_FULL, Mp4Muxer.kindOf(-122));
        assertEquals(FailureKind.NOT_WRITABLE, Mp4Muxer.kindOf(-5));
        assertEquals(FailureKind.NOT_WRITABLE, Mp4Muxer.kindOf(-27));
        assertEquals(FailureKind.ENCODING_FAILED, Mp4Muxer.kindOf(-22));
        MuxerTracks tracks =
                new MuxerTracks(Encoded.encoding("30", "medium"), new byte[8], 1, Optional.empty());
        FailureException failure =
                assertThrows(
                        FailureException.class,
                        () -> Mp4Muxer.open(folder.resolve("no").resolve("out.mp4"), tracks));
        assertEquals(FailureKind.NOT_WRITABLE, failure.failure().kind());
    }

    /// Wherever it is: in the pictures of a later chunk, which the digest knows; in the sound and
    /// in the first chunk, which are decoded.
    @Test
    void damageInAFinishedFileIsFound() throws IOException {
        Path file = folder.resolve("out.mp4");
        VideoEncoding encoding = Encoded.encoding("30", "medium");
        String packets = Encoded.file(file, encoding, 90, true);
        byte[] whole = Files.readAllBytes(file);
        int media = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("mdat");
        for (int part = 0; part < 8; part++) {
            byte[] damaged = whole.clone();
            int from = media + 1_000 + (whole.length - media - 2_000) / 8 * part;
            for (int i = from; i < from + 600; i++) {
                damaged[i] ^= 0x55;
            }
            Files.write(file, damaged);
            FileFacts facts = FileInspection.of(file, encoding.frameRate(), _ -> {});
            assertTrue(
                    !facts.errors().isEmpty() || !facts.packets().equals(packets), "part " + part);
        }
    }

    @Test
    void aFileWhoseContainerSaysOtherColoursIsFound() throws IOException {
        Path file = folder.resolve("out.mp4");
        VideoEncoding encoding = Encoded.encoding("30", "medium");
        Encoded.file(file, encoding, 60, true);
        byte[] otherColours = Files.readAllBytes(file);
        int colr =
                new String(otherColours, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .indexOf("nclx");
        otherColours[colr + 5] = 5;
        Files.write(file, otherColours);
        assertTrue(
                FileInspection.of(file, encoding.frameRate(), _ -> {})
                        .errors()
                        .getFirst()
                        .contains("the container says"));
    }

    private static void assertRefused(Runnable work) {
        FailureException failure = assertThrows(FailureException.class, work::run);
        assertEquals(FailureKind.ENCODING_FAILED, failure.failure().kind());
    }

    @Test
    void aPacketThatIsDecodedOutOfTurnIsRefused() {
        VideoEncoding encoding = Encoded.encoding("30", "medium");
        EncodedVideo chunk = Encoded.chunk(encoding, 0, 5);
        List<EncodedPacket> late =
                chunk.packets().stream()
                        .map(
                                p ->
                                        new EncodedPacket(
                                                p.data(),
                                                p.presentationIndex(),
                                                p.decodingIndex() - 1,
                                                1,
                                                p.keyFrame()))
                        .toList();
        MuxerTracks tracks = new MuxerTracks(encoding, chunk.header(), 10, Optional.empty());
        try (Muxer muxer = Mp4Muxer.open(folder.resolve("out.mp4"), tracks)) {
            muxer.write(chunk, 0);
            assertRefused(() -> muxer.write(new EncodedVideo(chunk.header(), late), 5));
        }
    }
}
