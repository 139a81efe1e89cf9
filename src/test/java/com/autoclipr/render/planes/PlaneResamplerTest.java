package com.autoclipr.render.planes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.media.picture.Plane;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Compares the integer resampler with the definition of its filter in double precision.
class PlaneResamplerTest {
    /// Half a code for rounding, and a little for 14-bit weights (four to sixteen of them, each off
    /// by at most half of 1/16384, times 255) and 7 fraction bits between the passes.
    private static final double TOLERANCE_CODES = 0.55;

    @ParameterizedTest
    @CsvSource({
        "0.5625, 0.31, 0.5625, 0.77", // enlarging
        "1, 0.5, 1, 0", // a sub-pixel shift
        "-0.7, 40.3, 0.7, 0.2", // mirrored
        "1.9, -3.2, 2.7, 0.4", // shrinking, beyond both edges
        "5.3, 1.25, 1.03, 2", // much smaller sideways, hardly downwards
    })
    void agreesWithTheDefinition(double scaleX, double offsetX, double scaleY, double offsetY) {
        int width = 61;
        int height = 47;
        Plane plane = noise(width, height, 8);
        AxisMap x = new AxisMap(scaleX, offsetX);
        AxisMap y = new AxisMap(scaleY, offsetY);
        Region wanted = new Region(3, 2, 39, 26);
        byte[] actual = resampled(plane, x, y, wanted, 1, 0);
        assertNearDefinition(plane, x, y, wanted, actual);
    }

    @ParameterizedTest
    @CsvSource({"9", "10", "12", "16"})
    void deepSamplesBecomeBytes(int bitDepth) {
        Plane plane = noise(40, 30, bitDepth);
        AxisMap x = new AxisMap(0.61, 1.2);
        AxisMap y = new AxisMap(1.4, 0.3);
        Region wanted = new Region(0, 0, 22, 18);
        assertNearDefinition(plane, x, y, wanted, resampled(plane, x, y, wanted, 1, 0));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "3, 7", "5, 2"})
    void tinyPicturesWork(int width, int height) {
        for (int bitDepth : new int[] {8, 10}) {
            Plane plane = noise(width, height, bitDepth);
            AxisMap x = new AxisMap(0.2, -0.4);
            AxisMap y = new AxisMap(1.6, -0.1);
            Region wanted = new Region(0, 0, 9, 5);
            assertNearDefinition(plane, x, y, wanted, resampled(plane, x, y, wanted, 1, 0));
        }
    }

    @Test
    void wholeShiftsCopyExactly() {
        Plane plane = noise(50, 40, 8);
        Region wanted = new Region(0, 0, 20, 15);
        byte[] actual = resampled(plane, new AxisMap(1, 7), new AxisMap(1, 11), wanted, 1, 0);
        byte[] source = (byte[]) plane.samples();
        for (int y = 0; y < 15; y++) {
            for (int x = 0; x < 20; x++) {
                assertEquals(source[(y + 11) * plane.stride() + x + 7], actual[y * 20 + x]);
            }
        }
    }

    @Test
    void flatStaysFlatWhateverThePhase() {
        byte[] samples = new byte[64 * 64];
        java.util.Arrays.fill(samples, (byte) 235);
        Plane plane = Plane.ofBytes(samples, 64, 64, 64);
        byte[] expected = new byte[30 * 30];
        java.util.Arrays.fill(expected, (byte) 235);
        for (double scale : new double[] {0.3, 0.777, 1, 1.31, 3.9}) {
            byte[] actual =
                    resampled(
                            plane,
                            new AxisMap(scale, 0.123),
                            new AxisMap(scale, -7.7),
                            new Region(0, 0, 30, 30),
                            1,
                            0);
            assertArrayEquals(expected, actual, "scale " + scale);
        }
    }

    @Test
    void gainAndOffsetAreApplied() {
        byte[] samples = new byte[16];
        java.util.Arrays.fill(samples, (byte) 200);
        Plane plane = Plane.ofBytes(samples, 4, 4, 4);
        byte[] actual =
                resampled(
                        plane,
                        new AxisMap(0.5, 0),
                        new AxisMap(0.5, 0),
                        new Region(0, 0, 6, 6),
                        219.0 / 255,
                        16);
        assertEquals(Math.round(200 * 219.0 / 255 + 16), actual[0] & 255);
    }

    private static byte[] resampled(
            Plane plane, AxisMap x, AxisMap y, Region wanted, double gain, double offset) {
        Region source = new Region(0, 0, plane.width(), plane.height());
        PlaneResampler resampler = new PlaneResampler(x, y, wanted, source, gain);
        byte[] into = new byte[wanted.width() * wanted.height()];
        resampler.begin(plane, false);
        resampler.write(offset, null, into);
        return into;
    }

    private static void assertNearDefinition(
            Plane plane, AxisMap x, AxisMap y, Region wanted, byte[] actual) {
        for (int j = 0; j < wanted.height(); j++) {
            for (int i = 0; i < wanted.width(); i++) {
                double expected =
                        defined(
                                plane,
                                x.scale() * (wanted.left() + i) + x.offset(),
                                y.scale() * (wanted.top() + j) + y.offset(),
                                Math.abs(x.scale()),
                                Math.abs(y.scale()));
                double clamped = Math.clamp(expected, 0, 255);
                int got = actual[j * wanted.width() + i] & 255;
                assertTrue(
                        Math.abs(got - clamped) <= TOLERANCE_CODES,
                        "at " + i + "," + j + ": " + got + " for " + clamped);
            }
        }
    }

    private static double defined(Plane plane, double x, double y, double stepX, double stepY) {
        double wideX = stepX < 1.05 ? 1 : stepX;
        double wideY = stepY < 1.05 ? 1 : stepY;
        double sum = 0;
        double weights = 0;
        for (int row = (int) Math.floor(y - 2 * wideY); row <= y + 2 * wideY; row++) {
            for (int column = (int) Math.floor(x - 2 * wideX); column <= x + 2 * wideX; column++) {
                double weight = keys((column - x) / wideX) * keys((row - y) / wideY);
                sum += weight * sample(plane, column, row);
                weights += weight;
            }
        }
        return sum / weights;
    }

    private static double keys(double distance) {
        double d = Math.abs(distance);
        if (d < 1) {
            return 1.5 * d * d * d - 2.5 * d * d + 1;
        }
        return d < 2 ? -0.5 * d * d * d + 2.5 * d * d - 4 * d + 2 : 0;
    }

    private static double sample(Plane plane, int column, int row) {
        int x = Math.clamp(column, 0, plane.width() - 1);
        int y = Math.clamp(row, 0, plane.height() - 1);
        int at = y * plane.stride() + x;
        return plane.samples() instanceof byte[] bytes
                ? bytes[at] & 255
                : (((short[]) plane.samples())[at] & 0xffff)
                        / (double) (1 << (plane.bitDepth() - 8));
    }

    /// Noise with rows that are longer than what is used.
    private static Plane noise(int width, int height, int bitDepth) {
        Random random = new Random(width * 31L + height);
        int stride = width + 5;
        if (bitDepth == 8) {
            byte[] samples = new byte[stride * height];
            random.nextBytes(samples);
            return Plane.ofBytes(samples, width, height, stride);
        }
        short[] samples = new short[stride * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) random.nextInt(1 << bitDepth);
        }
        return Plane.ofShorts(samples, width, height, stride, bitDepth);
    }
}
