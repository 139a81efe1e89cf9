package com.autoclipr.libav.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngColoursTest {
    /// White, red, green, blue in units of 1/100 000: those of sRGB but for the red x.
    private static ByteBuffer chromaticities(int redX) {
        ByteBuffer chunk = ByteBuffer.allocate(32);
        for (int value : new int[] {31_270, 32_900, redX, 33_000, 30_000, 60_000, 15_000, 6_000}) {
            chunk.putInt(value);
        }
        return chunk;
    }

    /// A missing chunk (0) is as in sRGB.
    @ParameterizedTest
    @CsvSource({
        "45455, 64000, false",
        "45455, 63990, false",
        "45455, 63000, true",
        "45455, 0, false",
        "44000, 64000, true",
        "62500, 0, true",
        "0, 64000, false",
        "0, 68000, true",
        "0, 0, false"
    })
    void valuesOfSrgbNeedNoTransform(int gamma, int redX, boolean calibrated) {
        Map<String, ByteBuffer> chunks = new HashMap<>();
        if (gamma > 0) {
            chunks.put("gAMA", ByteBuffer.allocate(4).putInt(0, gamma));
        }
        if (redX > 0) {
            chunks.put("cHRM", chromaticities(redX));
        }
        assertEquals(calibrated, new PngColours(chunks).calibrated());
        chunks.put("sRGB", ByteBuffer.allocate(1));
        assertEquals(false, new PngColours(chunks).calibrated());
    }
}
