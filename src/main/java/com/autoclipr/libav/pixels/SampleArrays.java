package com.autoclipr.libav.pixels;

import com.autoclipr.media.picture.Plane;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Arrays of a picture, reused by the next one of the same size.
public final class SampleArrays {
    private final @Nullable Object[] planes = new @Nullable Object[3];
    private @Nullable Plane neutral;

    /// The array of plane `index` with exactly `count` samples, its content undefined: `short[]` if
    /// `wide`, else `byte[]`.
    Object array(int index, int count, boolean wide) {
        Object kept = planes[index];
        if (wide) {
            if (kept instanceof short[] shorts && shorts.length == count) {
                return shorts;
            }
            short[] fresh = new short[count];
            planes[index] = fresh;
            return fresh;
        }
        if (kept instanceof byte[] bytes && bytes.length == count) {
            return bytes;
        }
        byte[] fresh = new byte[count];
        planes[index] = fresh;
        return fresh;
    }

    /// A chroma plane without colour.
    Plane neutral(int width, int height, int bitDepth) {
        Plane kept = neutral;
        if (kept != null
                && kept.width() == width
                && kept.height() == height
                && kept.bitDepth() == bitDepth) {
            return kept;
        }
        Plane fresh;
        if (bitDepth == 8) {
            byte[] samples = new byte[width * height];
            Arrays.fill(samples, (byte) 128);
            fresh = Plane.ofBytes(samples, width, height, width);
        } else {
            short[] samples = new short[width * height];
            Arrays.fill(samples, (short) (1 << (bitDepth - 1)));
            fresh = Plane.ofShorts(samples, width, height, width, bitDepth);
        }
        neutral = fresh;
        return fresh;
    }
}
