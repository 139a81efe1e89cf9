package com.autoclipr.architecture.wrong.plan;

import com.autoclipr.architecture.wrong.export.Shelf;

/// Breaks rules.
public final class Planner {
    public Object plan() {
        return new Shelf(new java.io.File("a"));
    }
}
