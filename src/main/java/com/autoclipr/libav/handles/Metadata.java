package com.autoclipr.libav.handles;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;

/// Metadata of files and streams.
public final class Metadata {
    private Metadata() {}

    /// The metadata entry `name` of a stream, if there is one.
    public static Optional<String> tag(AVStream stream, String name) {
        return entry(stream.metadata(), name);
    }

    /// A metadata entry, if there is one.
    public static Optional<String> entry(AVDictionary metadata, String name) {
        AVDictionaryEntry entry = av_dict_get(metadata, name, null, 0);
        return entry == null || entry.isNull()
                ? Optional.empty()
                : Optional.of(entry.value().getString());
    }
}
