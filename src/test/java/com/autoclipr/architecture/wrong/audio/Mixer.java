package com.autoclipr.architecture.wrong.audio;

import com.autoclipr.architecture.wrong.render.Brush;

/// Breaks rules.
public final class Mixer {
    public void mix() {
        System.out.println(new Brush().depth());
    }
}
