package com.autoclipr.media;

import com.autoclipr.time.FrameRate;

/// Encoding parameters of the video: H.264 High profile, closed GOPs, one thread, limited-range
/// BT.709 with VUI. A preset that uses no High profile tools (`ultrafast`) signals the lower
/// profile it conforms to.
///
/// @param width pixels, even
/// @param height pixels, even
/// @param frameRate frames per second
/// @param crf constant rate factor, 0 to 51; High profile has no lossless mode, so 0 is encoded as
///   1
/// @param preset libx264 preset
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
