package com.autoclipr.media;

import com.autoclipr.time.FrameRate;

/// How pictures become video: limited BT.709 with the colours named in the stream.
///
/// @param width pixels, even
/// @param height pixels, even
/// @param frameRate frames per second
/// @param codec which encoder, and how it is set
public record VideoEncoding(int width, int height, FrameRate frameRate, VideoCodec codec) {
    public VideoEncoding {
        if (width <= 0 || height <= 0 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "width and height must be even and positive: " + width + "×" + height);
        }
    }
}
