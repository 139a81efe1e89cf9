package com.autoclipr.export.job;

import java.util.Locale;

/// What most of the time of an export went into.
///
/// @param kind of work
/// @param sharePercent its part of the time from start to end, 0 to 100
public record Bottleneck(Kind kind, int sharePercent) {
    public Bottleneck {
        if (sharePercent < 0 || sharePercent > 100) {
            throw new IllegalArgumentException(
                    "sharePercent must be from 0 to 100, was " + sharePercent);
        }
    }

    /// Kinds of work.
    public enum Kind {
        /// Starting workers, probing and digesting the sources, planning.
        PREPARING,
        /// Decoding the sources' pictures.
        DECODING,
        /// Putting frames together from layers.
        DRAWING,
        /// Encoding pictures.
        ENCODING,
        /// Mixing and encoding the audio.
        AUDIO,
        /// Writing one file.
        ASSEMBLING,
        /// Reading the finished file back.
        VERIFYING;

        /// Lower-case word for the wire and the report.
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
