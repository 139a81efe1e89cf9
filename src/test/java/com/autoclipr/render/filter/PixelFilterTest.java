package com.autoclipr.render.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.effect.Filter;
import com.autoclipr.composition.value.Colour;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelFilterTest {
    private static final int OPAQUE = 255 << 24;

    private static int rgba(int red, int green, int blue, int alpha) {
        return red | green << 8 | blue << 16 | alpha << 24;
    }

    /// The variance of what becomes of a single sample, compared with that of a Gaussian.
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.8, 1, 1.7, 2.5, 4, 7.3, 12, 20.5, 40})
    void aBlurHasExactlyItsStandardDeviation(double sigma) {
        int size = 4 * BoxBlur.reach(sigma) + 1;
        short[] samples = new short[size];
        samples[size / 2] = Short.MAX_VALUE;
        short[] blurred = BoxBlur.columns(samples, new short[size], 1, size, sigma);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double distance = i - size / 2;
            sum += blurred[i];
            squares += blurred[i] * distance * distance;
            assertEquals(blurred[i], blurred[size - 1 - i], 1, "symmetric at " + i);
            double gaussian =
                    Short.MAX_VALUE
                            / (sigma * Math.sqrt(2 * Math.PI))
                            * Math.exp(-distance * distance / (2 * sigma * sigma));
            if (sigma >= 1) {
                assertEquals(
                        gaussian, blurred[i], 0.04 * Short.MAX_VALUE / sigma, "at " + distance);
            }
        }
        assertEquals(Short.MAX_VALUE, sum, 0.002 * Short.MAX_VALUE + size / 2.0);
        assertEquals(sigma, Math.sqrt(squares / sum), 0.01 * sigma + 0.002);
    }

    /// Beyond its reach nothing changes.
    @Test
    void theReachIsNeverTooShort() {
        for (double sigma = 0.05; sigma < 30; sigma *= 1.3) {
            int reach = BoxBlur.reach(sigma);
            int size = 2 * reach + 21;
            short[] samples = new short[size];
            samples[size / 2] = Short.MAX_VALUE;
            short[] blurred = BoxBlur.columns(samples, new short[size], 1, size, sigma);
            for (int i = 0; i < size; i++) {
                assertTrue(
                        Math.abs(i - size / 2) <= reach || blurred[i] == 0,
                        "σ " + sigma + " reaches " + (i - size / 2));
            }
        }
    }

    /// Half of what is there is left at its edge, and an even colour stays.
    @Test
    void aBlurGoesBothWaysAndKeepsAnEvenArea() {
        int[] data = new int[100 * 80];
        for (int y = 20; y < 60; y++) {
            Arrays.fill(data, y * 100 + 20, y * 100 + 80, rgba(40, 90, 200, 255));
        }
        new BlurFilter(3, 2, false).apply(new Pixels(data, 100, 80));
        assertEquals(rgba(40, 90, 200, 255), data[40 * 100 + 50]);
        for (int edge : new int[] {40 * 100 + 20, 40 * 100 + 79, 20 * 100 + 50, 59 * 100 + 50}) {
            int alpha = data[edge] >>> 24;
            assertEquals(0.58 * 255, alpha, 8, "at " + edge);
            assertEquals(40.0 / 255 * alpha, data[edge] & 255, 1);
        }
        assertTrue((data[40 * 100 + 14] >>> 24) > (data[14 * 100 + 50] >>> 24));
    }

    /// Neither the outline nor the colour of an even area changes, whatever lies outside.
    @Test
    void aSharpBlurKeepsTheOutline() {
        int[] data = new int[30 * 20];
        for (int y = 5; y < 15; y++) {
            for (int x = 5; x < 25; x++) {
                data[y * 30 + x] = x == 24 ? rgba(100, 0, 50, 128) : rgba(200, 0, 100, 255);
            }
        }
        int[] before = data.clone();
        new BlurFilter(4, 4, true).apply(new Pixels(data, 30, 20));
        for (int i = 0; i < data.length; i++) {
            assertEquals(before[i] >>> 24, data[i] >>> 24, "alpha at " + i);
            assertEquals(before[i] & 255, data[i] & 255, 1, "red at " + i);
        }
    }

    /// Values that browsers show.
    @Test
    void coloursAsInCss() {
        assertEquals(
                rgba(150, 30, 255, 255),
                filtered(rgba(100, 20, 200, 255), Filter.ColourMatrix.ofEach(1.5, 0)));
        assertEquals(
                rgba(73, 0, 255, 255),
                filtered(rgba(100, 20, 230, 255), Filter.ColourMatrix.ofEach(2, -0.5)));
        assertEquals(
                rgba(50, 10, 100, 128),
                filtered(rgba(50, 10, 100, 128), Filter.ColourMatrix.ofEach(1, 0)));
        assertEquals(0, filtered(0, Filter.ColourMatrix.ofEach(1, 0.5)));
        // Half transparent white becomes half transparent grey.
        assertEquals(
                rgba(64, 64, 64, 128),
                filtered(rgba(128, 128, 128, 128), Filter.ColourMatrix.ofEach(0.5, 0)));
    }

    private static int filtered(int pixel, Filter.ColourMatrix matrix) {
        int[] data = {pixel};
        new ColourFilter(matrix.rows()).apply(new Pixels(data, 1, 1));
        return data[0];
    }

    /// A pixel's shadow, moved by a fraction.
    @Test
    void aShadowLiesBelowAndMovesByFractions() {
        int[] data = new int[9 * 9];
        data[4 * 9 + 4] = rgba(255, 255, 255, 255);
        new ShadowFilter(2.25, 1, 0, 0, new Colour(255, 0, 0, 255)).apply(new Pixels(data, 9, 9));
        assertEquals(rgba(255, 255, 255, 255), data[4 * 9 + 4]);
        assertEquals(rgba(191, 0, 0, 191), data[5 * 9 + 6]);
        assertEquals(rgba(64, 0, 0, 64), data[5 * 9 + 7]);
        assertEquals(3, Arrays.stream(data).filter(pixel -> pixel != 0).count());
    }

    @Test
    void aShadowOfATranslucentPixelIsSeenThroughIt() {
        int[] data = {rgba(0, 0, 100, 100)};
        new ShadowFilter(0, 0, 0, 0, new Colour(255, 255, 255, 128)).apply(new Pixels(data, 1, 1));
        assertEquals(rgba(30, 30, 130, 130), data[0]);
    }

    @Test
    void nothingStaysNothing() {
        for (PixelFilter filter :
                List.of(
                        new BlurFilter(2, 2, false),
                        new BlurFilter(2, 2, true),
                        new ShadowFilter(1, 1, 2, 2, Colour.WHITE),
                        new ColourFilter(Filter.ColourMatrix.ofEach(2, 0.3).rows()))) {
            int[] data = new int[20 * 20];
            filter.apply(new Pixels(data, 20, 20));
            assertArrayEquals(new int[20 * 20], data, filter::toString);
        }
        int[] one = {OPAQUE};
        new BlurFilter(0, 0, false).apply(new Pixels(one, 1, 1));
        assertEquals(OPAQUE, one[0]);
    }
}
