package com.autoclipr.architecture.wrong.time;

import com.autoclipr.architecture.wrong.Main;

/// Breaks rules.
public final class Clock {
    public long now() {
        return System.nanoTime() + Main.all().hashCode() + new Thread().threadId();
    }
}
