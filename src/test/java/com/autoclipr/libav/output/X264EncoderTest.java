package com.autoclipr.libav.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.Encoded;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.media.VideoCodec;
import com.autoclipr.media.VideoEncoder;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.encoded.EncodedPacket;
import com.autoclipr.media.encoded.EncodedVideo;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.time.FrameRate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class X264EncoderTest {
    private static final int IDR = 5;
    private static final int SEI = 6;

    @BeforeAll
    static void load() {
        Natives.load();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 24, 120})
    void aChunkOfAnyLengthHasAllItsFramesOnceAndDecodesInTime(int count) {
        EncodedVideo chunk = Encoded.chunk(Encoded.encoding("30", "medium"), 0, count);
        List<EncodedPacket> packets = chunk.packets();
        assertArrayEquals(
                LongStream.range(0, count).toArray(),
                packets.stream().mapToLong(EncodedPacket::presentationIndex).sorted().toArray());
        long delay = -packets.getFirst().decodingIndex();
        for (int i = 0; i < count; i++) {
            assertEquals(i - delay, packets.get(i).decodingIndex());
            assertTrue(packets.get(i).presentationIndex() >= i - delay);
            assertEquals(1, packets.get(i).duration());
        }
        assertEquals(2, delay, "medium reorders by two frames whatever the length");
        assertTrue(packets.getFirst().keyFrame());
    }

    /// Small pictures and these presets were what showed that x264's AVX-512 code is not
    /// repeatable.
    @ParameterizedTest
    @ValueSource(strings = {"ultrafast", "veryfast", "fast", "medium", "slow", "veryslow"})
    void theSameFramesGiveTheSameBytesEveryTime(String preset) {
        VideoEncoding encoding = Encoded.encoding("30000/1001", preset);
        EncodedVideo one = Encoded.chunk(encoding, 7, 30);
        for (int repeat = 0; repeat < 5; repeat++) {
            EncodedVideo two = Encoded.chunk(encoding, 7, 30);
            for (int i = 0; i < 30; i++) {
                assertArrayEquals(one.packets().get(i).data(), two.packets().get(i).data());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ultrafast",
                "superfast",
                "veryfast",
                "faster",
                "fast",
                "medium",
                "slow",
                "slower",
                "veryslow",
                "placebo"
            })
    void everyPresetGivesChunksThatShareTheirHeader(String preset) {
        VideoEncoding encoding = Encoded.encoding("25", preset);
        EncodedVideo one = Encoded.chunk(encoding, 0, 12);
        EncodedVideo two = Encoded.chunk(encoding, 400, 3);
        assertArrayEquals(one.header(), two.header());
        assertEquals(
                one.packets().getFirst().decodingIndex(), two.packets().getFirst().decodingIndex());
        assertEquals(1, one.header()[0], "the version of an avcC");
        int profile = preset.equals("ultrafast") ? 66 : 100;
        assertEquals(profile, one.header()[1], "Baseline or High");
    }

    @Test
    void packetsAreNalUnitsWithTheirLengthAndNothingOfTheEncodersSettings() {
        EncodedVideo chunk = Encoded.chunk(Encoded.encoding("30", "medium"), 0, 10);
        for (EncodedPacket packet : chunk.packets()) {
            byte[] data = packet.data();
            int at = 0;
            while (at < data.length) {
                int length = java.nio.ByteBuffer.wrap(data).getInt(at);
                assertTrue(length > 0 && length <= data.length - at - 4);
                assertNotEquals(SEI, data[at + 4] & 0x1f);
                at += 4 + length;
            }
            assertEquals(data.length, at);
        }
        assertEquals(IDR, chunk.packets().getFirst().data()[4] & 0x1f);
    }

    @Test
    void crfZeroStaysInHighProfile() {
        VideoEncoding lossless =
                new VideoEncoding(
                        Encoded.WIDTH,
                        Encoded.HEIGHT,
                        FrameRate.of(30, 1),
                        new VideoCodec.X264(0, "medium"));
        EncodedVideo chunk = Encoded.chunk(lossless, 0, 5);
        assertEquals(100, chunk.header()[1], "profile_idc of High");
    }

    @Test
    void anUnknownPresetIsRefused() {
        FailureException failure =
                assertThrows(
                        FailureException.class,
                        () -> new LibavMedia().openVideoEncoder(Encoded.encoding("30", "warp")));
        assertEquals(FailureKind.ENCODING_FAILED, failure.failure().kind());
        assertEquals("warp", failure.failure().fact(Fact.PRESET));
    }

    @Test
    void aFrameOfAnotherSizeAndUseAfterCloseAreRefused() {
        VideoEncoder encoder =
                new LibavMedia().openVideoEncoder(Encoded.encoding("30", "ultrafast"));
        OutputFrame small = new OutputFrame(16, 16);
        assertThrows(IllegalArgumentException.class, () -> encoder.encode(small));
        encoder.close();
        encoder.close();
        assertThrows(IllegalStateException.class, () -> encoder.finish(() -> {}));
    }

    @Test
    void widthsThatAreNoMultipleOfAnythingAreEncodedWhole() {
        VideoEncoding odd =
                new VideoEncoding(70, 38, FrameRate.of(30, 1), new VideoCodec.X264(23, "veryfast"));
        EncodedVideo chunk = Encoded.chunk(odd, 0, 4);
        assertEquals(4, chunk.packets().size());
        assertTrue(IntStream.range(0, 4).allMatch(i -> chunk.packets().get(i).data().length > 4));
    }

    /// At this preset the encoder looks further ahead than the chunk is long.
    @Test
    void itReportsEveryFrameWhenItIsEncoded() {
        OutputFrame frame = new OutputFrame(Encoded.WIDTH, Encoded.HEIGHT);
        List<Long> told = new ArrayList<>();
        try (VideoEncoder encoder =
                new LibavMedia().openVideoEncoder(Encoded.encoding("30", "medium"))) {
            for (int i = 0; i < 5; i++) {
                encoder.encode(frame);
            }
            assertEquals(0, encoder.encoded());
            encoder.finish(() -> told.add(encoder.encoded()));
        }
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), told);
    }
}
