package com.autoclipr.render.skia;

import com.autoclipr.render.planes.Bounds;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Surface;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.function.Consumer;

/// Measures the bounds of a drawing by drawing it once at a small size. Font metrics do not
/// suffice: glyphs may exceed their line by far, but hardly ever do, so a safe bound would be
/// mostly empty.
final class InkBounds {
    /// Font size of the small drawing in pixels.
    private static final double SMALL_FONT = 32;

    private static final double LARGEST_SIDE = 2048;

    /// Margin for antialiasing and rounding, in pixels of the small drawing.
    private static final double MARGIN = 1.5;

    private InkBounds() {}

    /// @param widest safe bounds
    /// @param fontSize font size, in the same unit
    static Bounds measure(Bounds widest, double fontSize, Consumer<Canvas> painting) {
        double side = Math.max(widest.width(), widest.height());
        double factor = Math.min(SMALL_FONT / fontSize, LARGEST_SIDE / side);
        int width = (int) Math.max(1, Math.ceil(widest.width() * factor));
        int height = (int) Math.max(1, Math.ceil(widest.height() * factor));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = arena.allocate(4L * width * height, 4);
            ImageInfo info = ImageInfo.makeN32Premul(width, height);
            try (Surface surface = Surface.wrapPixels(info, pixels.address(), 4L * width)) {
                Canvas canvas = surface.getCanvas();
                canvas.scale((float) factor, (float) factor);
                canvas.translate((float) -widest.left(), (float) -widest.top());
                painting.accept(canvas);
            }
            Bounds seen = seen(pixels.toArray(ValueLayout.JAVA_INT), width);
            return new Bounds(
                            widest.left() + seen.left() / factor,
                            widest.top() + seen.top() / factor,
                            widest.left() + seen.right() / factor,
                            widest.top() + seen.bottom() / factor)
                    .outset(MARGIN / factor);
        }
    }

    /// The bounding box of non-empty pixels; may be empty.
    private static Bounds seen(int[] pixels, int width) {
        int[] empty = new int[width];
        int left = width;
        int right = 0;
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (int start = 0; start < pixels.length; start += width) {
            int end = start + width;
            int first = Arrays.mismatch(pixels, start, end, empty, 0, width);
            if (first >= 0) {
                int last = width - 1;
                while (pixels[start + last] == 0) {
                    last--;
                }
                left = Math.min(left, first);
                right = Math.max(right, last + 1);
                top = Math.min(top, start / width);
                bottom = start / width + 1;
            }
        }
        return bottom == 0 ? new Bounds(0, 0, 0, 0) : new Bounds(left, top, right, bottom);
    }
}
