package com.autoclipr.media;

import com.autoclipr.time.FrameRate;

/// Encoding parameters of the video, which is limited-range BT.709 and signalled as such.
///
/// @param width pixels, even
/// @param height pixels, even
/// @param frameRate frames per second
/// @param codec the encoder and its settings
public record VideoEncoding(int width, int height, FrameRate frameRate, VideoCodec codec) {
    public VideoEncoding {
        if (width <= 0 || height <= 0 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "width and height must be even and positive: " + width + "×" + height);
        }
    }
}
