package com.autoclipr.render.planes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class RowAverageTest {
    @Test
    void eachChannelIsTheRoundedMeanOfEightRows() {
        byte[] pixels = new byte[8 * 2 * 4];
        for (int row = 0; row < 8; row++) {
            pixels[row * 8] = (byte) row; // mean 3.5
            pixels[row * 8 + 1] = (byte) 255;
            pixels[row * 8 + 2] = (byte) (row == 0 ? 3 : 0); // mean 0.375
            pixels[row * 8 + 3] = (byte) (row < 4 ? 255 : 0); // mean 127.5
            pixels[row * 8 + 7] = (byte) (248 + row); // mean 251.5
        }
        MemorySegment buffer = java.lang.foreign.Arena.ofAuto().allocate(pixels.length);
        MemorySegment.copy(MemorySegment.ofArray(pixels), 0, buffer, 0, pixels.length);
        RowAverage.ofEight(buffer, 2, 1);
        byte[] expected = {4, (byte) 255, 0, (byte) 128, 0, 0, 0, (byte) 252};
        assertArrayEquals(
                expected, buffer.asSlice(0, 8).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE));
    }
}
