package com.autoclipr.audio;

/// The maximum of the last `n` values in amortised constant time, with a monotonic queue.
final class SlidingMaximum {
    private final long[] values;
    private final long[] indices;
    private final int window;
    private int head;
    private int size;
    private long added;

    SlidingMaximum(int window) {
        this.window = window;
        this.values = new long[window];
        this.indices = new long[window];
    }

    /// Adds a value and returns the maximum of the last `window` values.
    long add(long value) {
        if (size > 0 && indices[head] <= added - window) {
            head = head + 1 == window ? 0 : head + 1;
            size--;
        }
        while (size > 0 && values[slot(size - 1)] <= value) {
            size--;
        }
        values[slot(size)] = value;
        indices[slot(size)] = added;
        size++;
        added++;
        return values[head];
    }

    private int slot(int offset) {
        int at = head + offset;
        return at >= window ? at - window : at;
    }
}
