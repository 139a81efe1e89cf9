package com.autoclipr.audio;

import java.util.Arrays;

/// Samples of both sides, 1.0 being full scale. Mutable and reused.
record Block(float[] left, float[] right) {
    static Block ofSamples(int count) {
        return new Block(new float[count], new float[count]);
    }

    void clear(int count) {
        Arrays.fill(left, 0, count, 0);
        Arrays.fill(right, 0, count, 0);
    }
}
