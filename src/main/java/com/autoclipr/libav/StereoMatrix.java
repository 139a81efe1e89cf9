package com.autoclipr.libav;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.global.avutil;

/// How channels become stereo: ITU-R BS.775-3, table 2, extended to more channels by where they
/// stand. Low-frequency channels are left out, as there. Turned down as a whole so that full scale
/// on all channels at once does not clip; mono is played on both sides as it is.
final class StereoMatrix {
    private static final double HALF_POWER = Math.sqrt(0.5);

    /// What a channel adds to left and right.
    private record Share(double left, double right) {}

    private StereoMatrix() {}

    /// Weights for [swr_set_matrix][org.bytedeco.ffmpeg.global.swresample#swr_set_matrix]: those of
    /// the left side for all channels, then those of the right.
    static double[] of(AVChannelLayout layout) {
        int channels = layout.nb_channels();
        double[] weights = new double[2 * channels];
        if (channels == 1) {
            weights[0] = 1;
            weights[1] = 1;
            return weights;
        }
        for (int i = 0; i < channels; i++) {
            Share share = share(avutil.av_channel_layout_channel_from_index(layout, i));
            weights[i] = share.left;
            weights[channels + i] = share.right;
        }
        return normalised(weights, channels);
    }

    private static double[] normalised(double[] weights, int channels) {
        double left = 0;
        double right = 0;
        for (int i = 0; i < channels; i++) {
            left += weights[i];
            right += weights[channels + i];
        }
        double loudest = Math.max(left, right);
        if (loudest == 0) {
            // Channels that stand nowhere (ambisonics, numbered ones): the same on both sides.
            java.util.Arrays.fill(weights, 1.0 / channels);
        } else if (loudest > 1) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= loudest;
            }
        }
        return weights;
    }

    private static Share share(int channel) {
        return switch (channel) {
            case avutil.AV_CHAN_FRONT_LEFT,
                    avutil.AV_CHAN_STEREO_LEFT,
                    avutil.AV_CHAN_FRONT_LEFT_OF_CENTER,
                    avutil.AV_CHAN_WIDE_LEFT,
                    avutil.AV_CHAN_BINAURAL_LEFT ->
                    new Share(1, 0);
            case avutil.AV_CHAN_FRONT_RIGHT,
                    avutil.AV_CHAN_STEREO_RIGHT,
                    avutil.AV_CHAN_FRONT_RIGHT_OF_CENTER,
                    avutil.AV_CHAN_WIDE_RIGHT,
                    avutil.AV_CHAN_BINAURAL_RIGHT ->
                    new Share(0, 1);
            case avutil.AV_CHAN_FRONT_CENTER,
                    avutil.AV_CHAN_TOP_CENTER,
                    avutil.AV_CHAN_TOP_FRONT_CENTER,
                    avutil.AV_CHAN_BOTTOM_FRONT_CENTER ->
                    new Share(HALF_POWER, HALF_POWER);
            case avutil.AV_CHAN_SIDE_LEFT,
                    avutil.AV_CHAN_BACK_LEFT,
                    avutil.AV_CHAN_SURROUND_DIRECT_LEFT,
                    avutil.AV_CHAN_SIDE_SURROUND_LEFT,
                    avutil.AV_CHAN_TOP_FRONT_LEFT,
                    avutil.AV_CHAN_TOP_SIDE_LEFT,
                    avutil.AV_CHAN_TOP_BACK_LEFT,
                    avutil.AV_CHAN_TOP_SURROUND_LEFT,
                    avutil.AV_CHAN_BOTTOM_FRONT_LEFT ->
                    new Share(HALF_POWER, 0);
            case avutil.AV_CHAN_SIDE_RIGHT,
                    avutil.AV_CHAN_BACK_RIGHT,
                    avutil.AV_CHAN_SURROUND_DIRECT_RIGHT,
                    avutil.AV_CHAN_SIDE_SURROUND_RIGHT,
                    avutil.AV_CHAN_TOP_FRONT_RIGHT,
                    avutil.AV_CHAN_TOP_SIDE_RIGHT,
                    avutil.AV_CHAN_TOP_BACK_RIGHT,
                    avutil.AV_CHAN_TOP_SURROUND_RIGHT,
                    avutil.AV_CHAN_BOTTOM_FRONT_RIGHT ->
                    new Share(0, HALF_POWER);
            case avutil.AV_CHAN_BACK_CENTER, avutil.AV_CHAN_TOP_BACK_CENTER -> new Share(0.5, 0.5);
            default -> new Share(0, 0);
        };
    }
}
