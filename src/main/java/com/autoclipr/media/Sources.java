package com.autoclipr.media;

import com.autoclipr.time.Rational;
import java.util.Map;
import java.util.Optional;

/// Everything outside the project file that an export reads.
///
/// @param media sources of layers, by the `src` under which the project names them
/// @param fontFiles font files, by the `src` under which the project names them
public record Sources(Map<String, SourceFile> media, Map<String, FontSource> fontFiles) {
    public Sources {
        media = Map.copyOf(media);
        fontFiles = Map.copyOf(fontFiles);
    }

    /// The source named `src`.
    public SourceFile get(String src) {
        SourceFile file = media.get(src);
        if (file == null) {
            throw new IllegalArgumentException("the project has no source named " + src);
        }
        return file;
    }

    /// Seconds to the end of the source named `src`; empty for a still picture and where nothing
    /// says.
    ///
    /// @param audioTrack which of its sounds are heard: a track's number, a language, or `all`;
    ///   empty: the default one
    public Optional<Rational> duration(String src, Optional<String> audioTrack) {
        Rational duration = get(src).facts().duration(audioTrack);
        return duration.signum() > 0 ? Optional.of(duration) : Optional.empty();
    }
}
