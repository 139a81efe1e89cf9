package com.autoclipr.audio;

import java.util.Arrays;

/// Samples of both channels; 1.0 is full scale. Mutable and reused.
record StereoBlock(float[] left, float[] right) {
    static StereoBlock ofSamples(int count) {
        return new StereoBlock(new float[count], new float[count]);
    }

    void clear(int count) {
        Arrays.fill(left, 0, count, 0);
        Arrays.fill(right, 0, count, 0);
    }
}
