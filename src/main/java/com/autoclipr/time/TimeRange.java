package com.autoclipr.time;

/// `[start, end)` in seconds; the end is excluded.
public record TimeRange(Rational start, Rational end) {
    public TimeRange {
        if (end.compareTo(start) < 0) {
            throw new IllegalArgumentException(
                    "range ends at " + end + ", before its start " + start);
        }
    }

    public Rational duration() {
        return end.minus(start);
    }

    public boolean contains(Rational time) {
        return time.compareTo(start) >= 0 && time.compareTo(end) < 0;
    }

    public boolean overlaps(TimeRange other) {
        return start.compareTo(other.end) < 0 && other.start.compareTo(end) < 0;
    }
}
