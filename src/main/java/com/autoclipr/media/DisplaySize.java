package com.autoclipr.media;

/// Picture size in display orientation and square pixels.
public record DisplaySize(int width, int height) {
    @Override
    public String toString() {
        return width + "×" + height;
    }
}
