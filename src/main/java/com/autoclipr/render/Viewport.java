package com.autoclipr.render;

import com.autoclipr.composition.Overlay;
import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Rectangle;
import com.autoclipr.render.planes.Region;
import com.autoclipr.time.Rational;

/// The position of the overlay in the output: all of it, or letterboxed if the aspect ratios differ
/// by 1 % or more.
///
/// @param output the whole frame
/// @param seen the part that shows the overlay, with even sides
record Viewport(PixelSize output, Region seen) {
    /// Smaller differences are stretched: for example, 1080×1920 from an overlay 607 pixels wide is
    /// off by less than 0.1 %.
    private static final double STRETCHED_BELOW = 0.01;

    static Viewport of(Overlay overlay, PixelSize output) {
        double wanted = overlay.aspectRatio().toDouble();
        double given = (double) output.width() / output.height();
        if (Math.abs(wanted / given - 1) < STRETCHED_BELOW) {
            return new Viewport(output, new Region(0, 0, output.width(), output.height()));
        }
        int width = output.width();
        int height = output.height();
        if (wanted > given) {
            height = even(output.width() / wanted, output.height());
        } else {
            width = even(output.height() * wanted, output.width());
        }
        Region seen =
                new Region(
                        (output.width() - width) / 4 * 2,
                        (output.height() - height) / 4 * 2,
                        width,
                        height);
        return new Viewport(output, seen);
    }

    boolean hasBars() {
        return seen.width() < output.width() || seen.height() < output.height();
    }

    /// The transform from canvas to output pixels at a time.
    Affine fromCanvas(Overlay overlay, Rational timelineTime) {
        Rectangle part = overlay.at(timelineTime);
        double scaleX = seen.width() / part.width();
        double scaleY = seen.height() / part.height();
        return new Affine(
                scaleX,
                0,
                0,
                scaleY,
                seen.left() - part.left() * scaleX,
                seen.top() - part.top() * scaleY);
    }

    private static int even(double length, int limit) {
        return Math.clamp(Math.round(length / 2) * 2, 2, limit);
    }
}
