package com.autoclipr.libav.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.media.Orientation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlaneRotationTest {
    private static final int WIDTH = 7;
    private static final int HEIGHT = 5;
    private static final int STRIDE = 9;

    static Stream<Orientation> orientations() {
        return Stream.of(0, 90, 180, 270)
                .flatMap(d -> Stream.of(new Orientation(d, false), new Orientation(d, true)));
    }

    /// Where a stored point is seen: mirrored, then turned a quarter at a time.
    private static double[] seen(Orientation orientation, double x, double y) {
        double width = WIDTH;
        double height = HEIGHT;
        double atX = orientation.mirrored() ? width - 1 - x : x;
        double atY = y;
        for (int turned = 0; turned < orientation.clockwiseDegrees(); turned += 90) {
            double newX = height - 1 - atY;
            atY = atX;
            atX = newX;
            double newWidth = height;
            height = width;
            width = newWidth;
        }
        return new double[] {atX, atY};
    }

    @ParameterizedTest
    @MethodSource("orientations")
    void putsEverySampleWhereItIsSeen(Orientation orientation) {
        PlaneRotation turn = new PlaneRotation(orientation);
        byte[] stored = new byte[STRIDE * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                stored[y * STRIDE + x] = (byte) (10 * y + x);
            }
        }
        byte[] upright = new byte[WIDTH * HEIGHT];
        turn.turn(stored, upright, WIDTH, HEIGHT, STRIDE);
        int width = turn.width(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double[] at = seen(orientation, x, y);
                assertEquals(10 * y + x, upright[((int) at[1]) * width + (int) at[0]]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("orientations")
    void keepsChromaOverItsLuma(Orientation orientation) {
        PlaneRotation turn = new PlaneRotation(orientation);
        for (ChromaGrid stored :
                new ChromaGrid[] {
                    new ChromaGrid(0, 0.5, 2, 2),
                    new ChromaGrid(0.5, 0.5, 2, 2),
                    new ChromaGrid(0, 0, 2, 1),
                    new ChromaGrid(0, 0, 4, 1),
                    new ChromaGrid(0, 1, 2, 2)
                }) {
            int columns = stored.columns(WIDTH);
            int rows = stored.rows(HEIGHT);
            byte[] plane = new byte[columns * rows];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (byte) i;
            }
            byte[] upright = new byte[plane.length];
            turn.turn(plane, upright, columns, rows, columns);
            ChromaGrid grid = turn.turn(stored, WIDTH, HEIGHT, columns, rows);
            int width = turn.width(columns, rows);
            for (int i = 0; i < upright.length; i++) {
                double storedX = stored.offsetX() + upright[i] % columns * stored.stepX();
                double storedY = stored.offsetY() + upright[i] / columns * stored.stepY();
                double[] at = seen(orientation, storedX, storedY);
                assertEquals(at[0], grid.offsetX() + i % width * grid.stepX());
                assertEquals(at[1], grid.offsetY() + i / width * grid.stepY());
            }
        }
    }
}
