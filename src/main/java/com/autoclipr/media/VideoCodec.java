package com.autoclipr.media;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// Which encoder makes pictures into video, and how it is set.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "codec")
@JsonSubTypes(@JsonSubTypes.Type(value = VideoCodec.X264.class, name = "x264"))
public sealed interface VideoCodec {
    /// Whether the same frames give the same bytes every time and on every machine. Of a codec that
    /// does not, chunks made by different workers may still be joined, but a chunk that is made
    /// again is another file.
    boolean isRepeatable();

    /// libx264: H.264 High profile, closed GOPs, one thread. A preset that uses no High profile
    /// tools (`ultrafast`) signals the lower profile it conforms to.
    ///
    /// @param crf constant rate factor, 0 to 51; High profile has no lossless mode, so 0 is encoded
    ///   as 1
    /// @param preset libx264 preset
    record X264(int crf, String preset) implements VideoCodec {
        public X264 {
            if (crf < 0 || crf > 51) {
                throw new IllegalArgumentException("crf must be 0 to 51, was " + crf);
            }
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }
    }
}
