package com.autoclipr.render.skia;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.render.planes.Bounds;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.types.Rect;
import org.junit.jupiter.api.Test;

class InkBoundsTest {
    /// What antialiasing and rounding may hide: two pixels of a drawing as large as the original.
    private static final double TOLERANCE = 2.5;

    private static final Bounds WIDEST = new Bounds(-100, -50, 300, 150);

    @Test
    void whatIsPaintedIsEnclosed() {
        for (Bounds painted :
                new Bounds[] {
                    new Bounds(10, 20, 60, 90),
                    new Bounds(-100, -50, -90, -40),
                    new Bounds(290, 140, 300, 150),
                    WIDEST
                }) {
            Bounds seen =
                    InkBounds.measure(
                            WIDEST,
                            32,
                            canvas -> {
                                try (Paint paint = new Paint()) {
                                    canvas.drawRect(
                                            Rect.makeLTRB(
                                                    (float) painted.left(),
                                                    (float) painted.top(),
                                                    (float) painted.right(),
                                                    (float) painted.bottom()),
                                            paint);
                                }
                            });
            assertEquals(painted.left(), seen.left(), TOLERANCE);
            assertEquals(painted.top(), seen.top(), TOLERANCE);
            assertEquals(painted.right(), seen.right(), TOLERANCE);
            assertEquals(painted.bottom(), seen.bottom(), TOLERANCE);
        }
    }

    @Test
    void nothingPaintedIsNearlyNothing() {
        Bounds seen = InkBounds.measure(WIDEST, 32, canvas -> {});
        assertEquals(0, seen.width(), 2 * TOLERANCE);
        assertEquals(0, seen.height(), 2 * TOLERANCE);
    }
}
