package com.autoclipr.media;

/// The size of an upright picture with square pixels.
public record DisplaySize(int width, int height) {
    @Override
    public String toString() {
        return width + "×" + height;
    }
}
