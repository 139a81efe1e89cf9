package com.autoclipr.media;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// A video encoder and its settings.
///
/// On one machine the same frames have to give the same bytes each time: a chunk that is encoded
/// again, because its file was lost or by another worker, goes under the same key. Keys also cover
/// libraries and processor features, by which bytes may differ between machines.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "codec")
@JsonSubTypes(@JsonSubTypes.Type(value = VideoCodec.X264.class, name = "x264"))
public sealed interface VideoCodec {
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
    }
}
