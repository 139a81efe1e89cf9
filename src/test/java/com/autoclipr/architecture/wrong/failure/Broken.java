package com.autoclipr.architecture.wrong.failure;

import com.autoclipr.architecture.wrong.Main;

/// Breaks rules.
public final class Broken {
    public Object all() {
        return new java.io.File(Main.all().toString());
    }
}
