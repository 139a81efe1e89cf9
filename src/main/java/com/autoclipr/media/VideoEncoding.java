package com.autoclipr.media;

import com.autoclipr.time.FrameRate;

/// How pictures become H.264: High profile, closed GOP, one thread, limited BT.709 with VUI. A
/// preset that uses none of High's tools (`ultrafast`) is labelled with the smaller profile it
/// keeps to.
///
/// @param width pixels, even
/// @param height pixels, even
/// @param frameRate frames per second
/// @param crf constant rate factor, 0 to 51; High profile has no lossless coding, so 0 is encoded
///   as 1, its smallest loss
/// @param preset libx264's preset name
public record VideoEncoding(int width, int height, FrameRate frameRate, int crf, String preset) {
    public VideoEncoding {
        if (width <= 0 || height <= 0 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "width and height must be even and positive: " + width + "×" + height);
        }
        if (crf < 0 || crf > 51) {
            throw new IllegalArgumentException("crf must be 0 to 51, was " + crf);
        }
    }
}
