package com.autoclipr.libav.audio;

import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;

/// What a channel adds to left and right when all are mixed to stereo.
record StereoShare(double left, double right) {
    private static final double HALF_POWER = Math.sqrt(0.5);

    static final StereoShare NONE = new StereoShare(0, 0);
    static final StereoShare CENTRE = new StereoShare(HALF_POWER, HALF_POWER);

    boolean heard() {
        return left != 0 || right != 0;
    }

    /// By the position of a channel; empty if its number does not give it.
    ///
    /// @param channel FFmpeg's number of it
    static Optional<StereoShare> of(int channel) {
        if (channel >= avutil.AV_CHAN_AMBISONIC_BASE && channel <= avutil.AV_CHAN_AMBISONIC_END) {
            return Optional.of(Ambisonics.share(channel - avutil.AV_CHAN_AMBISONIC_BASE));
        }
        return switch (channel) {
            case avutil.AV_CHAN_FRONT_LEFT,
                    avutil.AV_CHAN_STEREO_LEFT,
                    avutil.AV_CHAN_FRONT_LEFT_OF_CENTER,
                    avutil.AV_CHAN_WIDE_LEFT,
                    avutil.AV_CHAN_BINAURAL_LEFT ->
                    Optional.of(new StereoShare(1, 0));
            case avutil.AV_CHAN_FRONT_RIGHT,
                    avutil.AV_CHAN_STEREO_RIGHT,
                    avutil.AV_CHAN_FRONT_RIGHT_OF_CENTER,
                    avutil.AV_CHAN_WIDE_RIGHT,
                    avutil.AV_CHAN_BINAURAL_RIGHT ->
                    Optional.of(new StereoShare(0, 1));
            case avutil.AV_CHAN_FRONT_CENTER,
                    avutil.AV_CHAN_TOP_CENTER,
                    avutil.AV_CHAN_TOP_FRONT_CENTER,
                    avutil.AV_CHAN_BOTTOM_FRONT_CENTER ->
                    Optional.of(CENTRE);
            case avutil.AV_CHAN_SIDE_LEFT,
                    avutil.AV_CHAN_BACK_LEFT,
                    avutil.AV_CHAN_SURROUND_DIRECT_LEFT,
                    avutil.AV_CHAN_SIDE_SURROUND_LEFT,
                    avutil.AV_CHAN_TOP_FRONT_LEFT,
                    avutil.AV_CHAN_TOP_SIDE_LEFT,
                    avutil.AV_CHAN_TOP_BACK_LEFT,
                    avutil.AV_CHAN_TOP_SURROUND_LEFT,
                    avutil.AV_CHAN_BOTTOM_FRONT_LEFT ->
                    Optional.of(new StereoShare(HALF_POWER, 0));
            case avutil.AV_CHAN_SIDE_RIGHT,
                    avutil.AV_CHAN_BACK_RIGHT,
                    avutil.AV_CHAN_SURROUND_DIRECT_RIGHT,
                    avutil.AV_CHAN_SIDE_SURROUND_RIGHT,
                    avutil.AV_CHAN_TOP_FRONT_RIGHT,
                    avutil.AV_CHAN_TOP_SIDE_RIGHT,
                    avutil.AV_CHAN_TOP_BACK_RIGHT,
                    avutil.AV_CHAN_TOP_SURROUND_RIGHT,
                    avutil.AV_CHAN_BOTTOM_FRONT_RIGHT ->
                    Optional.of(new StereoShare(0, HALF_POWER));
            case avutil.AV_CHAN_BACK_CENTER, avutil.AV_CHAN_TOP_BACK_CENTER ->
                    Optional.of(new StereoShare(0.5, 0.5));
            case avutil.AV_CHAN_LOW_FREQUENCY,
                    avutil.AV_CHAN_LOW_FREQUENCY_2,
                    avutil.AV_CHAN_UNUSED ->
                    Optional.of(NONE);
            default -> Optional.empty();
        };
    }
}
