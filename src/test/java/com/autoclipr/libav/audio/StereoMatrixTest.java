package com.autoclipr.libav.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.libav.handles.Natives;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StereoMatrixTest {
    @BeforeAll
    static void load() {
        Natives.load();
    }

    @Test
    void monoAndStereoStayAsTheyAre() {
        assertArrayEquals(new double[] {1, 1}, weights("mono"));
        assertArrayEquals(new double[] {1, 0, 0, 1}, weights("stereo"));
    }

    @Test
    void surroundFollowsTheRecommendation() {
        double half = Math.sqrt(0.5);
        double whole = 1 + 2 * half;
        double[] wanted = {
            1 / whole,
            0,
            half / whole,
            0,
            half / whole,
            0,
            0,
            1 / whole,
            half / whole,
            0,
            0,
            half / whole
        };
        assertArrayEquals(wanted, weights("5.1"), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mono",
                "stereo",
                "2.1",
                "quad",
                "5.0",
                "5.1",
                "5.1(side)",
                "6.1",
                "7.1",
                "7.1(wide)",
                "octagonal",
                "22.2",
                "downmix",
                "ambisonic 1",
                "3 channels (FL+FR+FC)"
            })
    void fullScaleOnEveryChannelIsFullScaleAndNoMore(String layout) {
        double[] weights = weights(layout);
        int channels = weights.length / 2;
        double left = 0;
        double right = 0;
        for (int i = 0; i < channels; i++) {
            left += Math.abs(weights[i]);
            right += Math.abs(weights[channels + i]);
        }
        assertEquals(1, left, 1e-9);
        assertEquals(1, right, 1e-9);
    }

    private static double[] weights(String name) {
        AVChannelLayout layout = new AVChannelLayout();
        assertEquals(0, avutil.av_channel_layout_from_string(layout, name), name);
        double[] weights = StereoMatrix.of(layout).weights();
        avutil.av_channel_layout_uninit(layout);
        return weights;
    }
}
