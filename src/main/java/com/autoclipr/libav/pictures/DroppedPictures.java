package com.autoclipr.libav.pictures;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.time.Rational;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts pictures of a source that were dropped because of their timestamps, by second of source
/// time. Pictures dropped while seeking, before anything is shown, do not count.
final class DroppedPictures {
    /// Limit; a file that is corrupt throughout would have one per second.
    private static final int MOST_SECONDS = 20;

    private final String file;
    private final Map<Long, Long> bySecond = new TreeMap<>();
    private long seen;

    DroppedPictures(String file) {
        this.file = file;
    }

    /// Ignores pictures dropped so far.
    void begin(long total) {
        seen = total;
    }

    /// @param total number dropped by the same flow so far
    /// @param sourceTime of the current picture
    void count(long total, Rational sourceTime) {
        if (total > seen) {
            bySecond.merge(sourceTime.floor(), total - seen, Long::sum);
            seen = total;
        }
    }

    List<Decision> decisions() {
        return bySecond.entrySet().stream()
                .limit(MOST_SECONDS)
                .map(
                        dropped ->
                                Decision.of(DecisionKind.FRAMES_DROPPED)
                                        .with(Fact.FILE, file)
                                        .with(Fact.AT, Long.toString(dropped.getKey()))
                                        .with(Fact.COUNT, Long.toString(dropped.getValue())))
                .toList();
    }
}
