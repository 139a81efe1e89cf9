package com.autoclipr.architecture.wrong.media;

import com.autoclipr.architecture.wrong.composition.Scene;

/// Breaks rules.
public final class Port {
    public Object scene() {
        return new Scene();
    }
}
