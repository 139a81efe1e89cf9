package com.autoclipr.architecture.wrong;

/// What no room may import.
public final class Main {
    private Main() {}

    public static Object all() {
        return new com.autoclipr.architecture.wrong.time.Clock();
    }
}
