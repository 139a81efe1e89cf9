package com.autoclipr.render.filter;

/// Premultiplication of pixels by their alpha.
final class Alpha {
    private Alpha() {}

    /// A translucent pixel as if it were opaque, without alpha.
    static int undone(int pixel) {
        int alpha = pixel >>> 24;
        int half = alpha / 2;
        int red = Math.min(255, ((pixel & 255) * 255 + half) / alpha);
        int green = Math.min(255, (((pixel >>> 8) & 255) * 255 + half) / alpha);
        int blue = Math.min(255, (((pixel >>> 16) & 255) * 255 + half) / alpha);
        return red | green << 8 | blue << 16;
    }

    /// A premultiplied pixel of a colour without alpha.
    static int times(int colour, int alpha) {
        return part(colour & 255, alpha)
                | part((colour >>> 8) & 255, alpha) << 8
                | part((colour >>> 16) & 255, alpha) << 16
                | alpha << 24;
    }

    /// `value × alpha / 255`, rounded.
    static int part(int value, int alpha) {
        int product = value * alpha + 128;
        return (product + (product >> 8)) >> 8;
    }
}
