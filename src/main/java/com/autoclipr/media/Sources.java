package com.autoclipr.media;

import com.autoclipr.time.Rational;
import java.util.Map;
import java.util.Optional;

/// All files that an export reads besides the project file.
///
/// @param media sources of layers, by their `src` in the project
/// @param fontFiles font files, by their `src` in the project
public record Sources(Map<String, SourceFile> media, Map<String, FontSource> fontFiles) {
    public Sources {
        media = Map.copyOf(media);
        fontFiles = Map.copyOf(fontFiles);
    }

    /// The source with this `src`.
    public SourceFile get(String src) {
        SourceFile file = media.get(src);
        if (file == null) {
            throw new IllegalArgumentException("the project has no source named " + src);
        }
        return file;
    }

    /// Duration in seconds of the source with this `src`; empty for a still image and if unknown.
    ///
    /// @param audioTrack the audio that is used: a track number, a language, or `all`; empty: the
    ///   default track
    public Optional<Rational> duration(String src, Optional<String> audioTrack) {
        Rational duration = get(src).facts().duration(audioTrack);
        return duration.signum() > 0 ? Optional.of(duration) : Optional.empty();
    }
}
