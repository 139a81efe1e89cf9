package com.autoclipr.libav.pictures;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.time.Rational;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts the pictures of a source that were dropped because of their times, by the second of the
/// source in which they would have been shown. What is dropped on the way to a picture that was
/// asked for, before anything is shown, does not count.
final class DroppedPictures {
    /// A file that is damaged throughout would have one for every second.
    private static final int MOST_SECONDS = 20;

    private final String file;
    private final Map<Long, Long> bySecond = new TreeMap<>();
    private long seen;

    DroppedPictures(String file) {
        this.file = file;
    }

    /// What was dropped so far does not count.
    void begin(long total) {
        seen = total;
    }

    /// @param total dropped by the same flow so far
    /// @param sourceTime of the picture that is shown now
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
                                Decision.of(
                                        DecisionKind.FRAMES_DROPPED,
                                        "file",
                                        file,
                                        "at",
                                        Long.toString(dropped.getKey()),
                                        "count",
                                        Long.toString(dropped.getValue())))
                .toList();
    }
}
