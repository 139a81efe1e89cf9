package com.autoclipr.architecture.wrong.libav;

import com.autoclipr.architecture.wrong.composition.Scene;

/// Breaks rules.
public final class Island {
    public Object scene() {
        return new Scene();
    }

    public Object paint() {
        return new io.github.humbleui.types.Point(1, 2);
    }
}
