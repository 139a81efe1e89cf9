package com.autoclipr.render;

import com.autoclipr.composition.Rectangle;
import com.autoclipr.render.planes.Bounds;

/// An affine transform: `x′ = a·x + c·y + e`, `y′ = b·x + d·y + f`.
record Affine(double a, double b, double c, double d, double e, double f) {
    static Affine translation(double x, double y) {
        return new Affine(1, 0, 0, 1, x, y);
    }

    static Affine scale(double x, double y) {
        return new Affine(x, 0, 0, y, 0, 0);
    }

    /// A clockwise rotation, with y pointing down. Multiples of 90° are exact; other angles use
    /// [StrictMath], so that all machines get the same result.
    static Affine rotation(double degrees) {
        double turn = degrees - 360 * Math.floor(degrees / 360);
        double quarters = turn / 90;
        if (quarters == Math.rint(quarters)) {
            int quarter = (int) quarters % 4;
            int[] cosines = {1, 0, -1, 0};
            int[] sines = {0, 1, 0, -1};
            return new Affine(
                    cosines[quarter], sines[quarter], -sines[quarter], cosines[quarter], 0, 0);
        }
        double cosine = StrictMath.cos(StrictMath.toRadians(turn));
        double sine = StrictMath.sin(StrictMath.toRadians(turn));
        return new Affine(cosine, sine, -sine, cosine, 0, 0);
    }

    /// The composition: first `inner`, then this.
    Affine after(Affine inner) {
        return new Affine(
                a * inner.a + c * inner.b,
                b * inner.a + d * inner.b,
                a * inner.c + c * inner.d,
                b * inner.c + d * inner.d,
                a * inner.e + c * inner.f + e,
                b * inner.e + d * inner.f + f);
    }

    /// Whether it keeps the axes (no rotation or skew).
    boolean keepsAxes() {
        return b == 0 && c == 0;
    }

    /// Whether it is singular.
    boolean flattens() {
        return a * d - b * c == 0;
    }

    /// The scale factor along x.
    double stretchX() {
        return Math.sqrt(a * a + b * b);
    }

    /// The scale factor along y.
    double stretchY() {
        return Math.sqrt(c * c + d * d);
    }

    /// The axis-aligned bounding box of the image of `from`.
    Bounds bounds(Bounds from) {
        double[] xs = {from.left(), from.right(), from.left(), from.right()};
        double[] ys = {from.top(), from.top(), from.bottom(), from.bottom()};
        Bounds around = null;
        for (int i = 0; i < 4; i++) {
            double x = a * xs[i] + c * ys[i] + e;
            double y = b * xs[i] + d * ys[i] + f;
            around =
                    around == null
                            ? new Bounds(x, y, x, y)
                            : new Bounds(
                                    Math.min(around.left(), x),
                                    Math.min(around.top(), y),
                                    Math.max(around.right(), x),
                                    Math.max(around.bottom(), y));
        }
        return java.util.Objects.requireNonNull(around);
    }

    static Bounds bounds(Rectangle rectangle) {
        return new Bounds(rectangle.left(), rectangle.top(), rectangle.right(), rectangle.bottom());
    }
}
