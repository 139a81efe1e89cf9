package com.autoclipr.media;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// A video encoder and its settings.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "codec")
@JsonSubTypes(@JsonSubTypes.Type(value = VideoCodec.X264.class, name = "x264"))
public sealed interface VideoCodec {
    /// Whether the same frames always give the same bytes, on every machine. Chunks of another
    /// codec can be joined too, but a chunk that is encoded again is a different file.
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
