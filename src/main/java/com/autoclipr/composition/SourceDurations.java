package com.autoclipr.composition;

import com.autoclipr.time.Rational;
import java.util.Optional;

/// Durations of sources, for layers whose duration follows from their source.
@FunctionalInterface
public interface SourceDurations {
    /// Seconds from the zero of the source `src` to its end; empty if it has no end (a still
    /// picture) or it is unknown.
    ///
    /// @param audioTrack the selected track, as in [AudioLayer#audioTrack()]
    Optional<Rational> of(String src, Optional<String> audioTrack);
}
