package com.autoclipr.libav.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.libav.Encoded;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.media.AudioEncoder;
import com.autoclipr.media.AudioEncoding;
import com.autoclipr.media.encoded.EncodedAudio;
import com.autoclipr.media.encoded.EncodedPacket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AacEncoderTest {
    @BeforeAll
    static void load() {
        Natives.load();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 800, 1_023, 1_024, 1_025, 2_048, 48_000, 48_048})
    void packetsAdjoinAndEndWithTheLastSample(long samples) {
        EncodedAudio sound = Encoded.sine(samples);
        assertEquals(samples, sound.samples());
        assertEquals(1_024, sound.primingSamples());
        long next = -sound.primingSamples();
        for (EncodedPacket packet : sound.packets()) {
            assertEquals(next, packet.presentationIndex());
            assertEquals(next, packet.decodingIndex());
            assertTrue(packet.duration() > 0 && packet.keyFrame());
            next += packet.duration();
        }
        assertEquals(samples, next);
        // AAC-LC, 48 kHz, two channels (ISO/IEC 14496-3, 1.6.2.1).
        assertEquals(0x11, sound.header()[0]);
        assertEquals((byte) 0x90, sound.header()[1]);
    }

    @Test
    void theBytesDoNotDependOnTheSizeOfTheBlocks() {
        EncodedAudio blocks = Encoded.sine(20_000);
        try (AudioEncoder encoder = AacEncoder.open(new AudioEncoding(192_000))) {
            float[] one = new float[1];
            for (int i = 0; i < 20_000; i++) {
                one[0] = (float) (0.5 * Math.sin(2 * Math.PI * 997 * i / 48_000));
                encoder.encode(one, one, 1);
            }
            EncodedAudio single = encoder.finish();
            assertEquals(blocks.packets().size(), single.packets().size());
            for (int i = 0; i < single.packets().size(); i++) {
                assertArrayEquals(blocks.packets().get(i).data(), single.packets().get(i).data());
            }
        }
    }
}
