package com.autoclipr.libav.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.Encoded;
import com.autoclipr.media.VideoCodec;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.encoded.EncodedPacket;
import com.autoclipr.media.encoded.EncodedVideo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkVerificationTest {
    private static final int LARGE_BYTES = 300;

    private final VideoEncoding encoding = Encoded.encoding("30", "medium");
    private final EncodedVideo chunk = Encoded.chunk(encoding, 7, 24);

    @Test
    void whatIsWholeIsProven() {
        assertEquals(List.of(), ChunkVerification.complaints(encoding, chunk));
        for (String preset : List.of("ultrafast", "veryslow")) {
            VideoEncoding other = Encoded.encoding("24000/1001", preset);
            assertEquals(
                    List.of(), ChunkVerification.complaints(other, Encoded.chunk(other, 0, 23)));
            assertEquals(
                    List.of(), ChunkVerification.complaints(other, Encoded.chunk(other, 0, 1)));
        }
    }

    /// Of a few bytes, any could be a picture.
    @Test
    void damageInAnyPacketIsFound() {
        int struck = 0;
        for (int at = 0; at < chunk.packets().size(); at++) {
            byte[] data = chunk.packets().get(at).data().clone();
            if (data.length < LARGE_BYTES) {
                continue;
            }
            struck++;
            for (int i = data.length / 2; i < data.length; i++) {
                data[i] ^= 0x55;
            }
            assertFalse(
                    ChunkVerification.complaints(encoding, with(at, data)).isEmpty(),
                    "packet " + at);
        }
        assertTrue(struck > 3, struck + " packets");
    }

    @Test
    void aPacketThatIsMissingOrTwiceOrForAnotherFrameIsFound() {
        List<EncodedPacket> missing = new ArrayList<>(chunk.packets());
        missing.remove(5);
        assertFalse(
                ChunkVerification.complaints(encoding, new EncodedVideo(chunk.header(), missing))
                        .isEmpty());
        List<EncodedPacket> swapped = new ArrayList<>(chunk.packets());
        EncodedPacket first = swapped.get(3);
        EncodedPacket second = swapped.get(4);
        swapped.set(3, at(first, second.presentationIndex()));
        swapped.set(4, at(second, first.presentationIndex()));
        assertFalse(
                ChunkVerification.complaints(encoding, new EncodedVideo(chunk.header(), swapped))
                        .isEmpty());
    }

    @Test
    void anotherSizeOrAHeaderThatIsNoneIsFound() {
        VideoEncoding larger =
                new VideoEncoding(
                        128, 160, encoding.frameRate(), new VideoCodec.X264(23, "medium"));
        FailureException failure =
                assertThrows(
                        FailureException.class, () -> ChunkVerification.require(larger, chunk));
        assertEquals(FailureKind.ENCODING_FAILED, failure.failure().kind());
        assertTrue(failure.failure().fact(Fact.DETAIL).contains("96×160"));
        EncodedVideo headless = new EncodedVideo(new byte[] {1, 2, 3}, chunk.packets());
        assertThrows(FailureException.class, () -> ChunkVerification.require(encoding, headless));
    }

    private static EncodedPacket at(EncodedPacket packet, long presentationIndex) {
        return new EncodedPacket(
                packet.data(),
                presentationIndex,
                packet.decodingIndex(),
                packet.duration(),
                packet.keyFrame());
    }

    private EncodedVideo with(int at, byte[] data) {
        List<EncodedPacket> packets = new ArrayList<>(chunk.packets());
        EncodedPacket packet = packets.get(at);
        packets.set(
                at,
                new EncodedPacket(
                        data,
                        packet.presentationIndex(),
                        packet.decodingIndex(),
                        packet.duration(),
                        packet.keyFrame()));
        return new EncodedVideo(chunk.header(), packets);
    }
}
