package com.autoclipr.composition;

import com.autoclipr.time.Rational;
import java.util.Optional;

/// Tells how long sources are, for layers whose duration follows from their source.
@FunctionalInterface
public interface SourceDurations {
    /// Seconds from the zero of the source named `src` to its end; empty where it has no end of its
    /// own (a still picture) or nothing says.
    ///
    /// @param audioTrack which of its sounds are heard, as in [AudioLayer#audioTrack()]
    Optional<Rational> of(String src, Optional<String> audioTrack);
}
