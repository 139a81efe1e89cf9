package com.autoclipr.composition;

import com.autoclipr.time.Rational;
import java.util.Optional;

/// One layer. Closed, so that the compiler finds every place when a kind is added.
public sealed interface Layer permits VisualLayer, AudioLayer {
    /// Where it stands in the project file, such as `/layers/2`.
    String pointer();

    /// When it appears.
    Span span();

    /// When a layer is there.
    ///
    /// @param start timeline seconds
    /// @param duration seconds; empty: to the end of its source, or of the cut where it has none
    record Span(Rational start, Optional<Rational> duration) {}
}
