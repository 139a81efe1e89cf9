package com.autoclipr.export.job;

import java.util.Locale;

/// Where most of the time of an export was spent.
///
/// @param kind of work
/// @param sharePercent its share of the elapsed time, 0 to 100
public record Bottleneck(Kind kind, int sharePercent) {
    public Bottleneck {
        if (sharePercent < 0 || sharePercent > 100) {
            throw new IllegalArgumentException(
                    "sharePercent must be from 0 to 100, was " + sharePercent);
        }
    }

    /// Kinds of work.
    public enum Kind {
        /// Starting workers, probing and hashing the sources, planning.
        PREPARING,
        /// Decoding the sources' pictures.
        DECODING,
        /// Compositing frames from layers.
        DRAWING,
        /// Encoding pictures.
        ENCODING,
        /// Mixing and encoding the audio.
        AUDIO,
        /// Muxing the file.
        ASSEMBLING,
        /// Reading the finished file back.
        VERIFYING;

        /// Stable lower-case text for events and reports.
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
