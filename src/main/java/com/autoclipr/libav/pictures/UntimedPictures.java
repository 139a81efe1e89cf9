package com.autoclipr.libav.pictures;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.time.Rational;
import java.util.Optional;

/// Counts the packets whose times nothing can have, while pictures are shown one after the other.
final class UntimedPictures {
    private long seen;
    private long count;
    private Optional<Rational> first = Optional.empty();

    /// What there was so far does not count.
    void begin(long total) {
        seen = total;
    }

    /// @param total of the same flow so far
    /// @param sourceTime of the picture that is shown now
    void count(long total, Rational sourceTime) {
        if (total > seen) {
            first = first.or(() -> Optional.of(sourceTime));
            count += total - seen;
            seen = total;
        }
    }

    Optional<Decision> decision(String file) {
        return first.map(
                at ->
                        Decision.of(DecisionKind.TIMESTAMPS_CORRECTED)
                                .with(Fact.FILE, file)
                                .with(Fact.STREAM, "video")
                                .with(Fact.AT, at.toDecimal(3))
                                .with(Fact.COUNT, Long.toString(count)));
    }
}
