package com.autoclipr.libav.colour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.media.IccWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Colours are those that Little CMS 2.14 gives for the same profiles, which ImageMagick 6.9.11
/// converted to sRGB: `convert -size 1x1 xc:'rgb(…)' -profile X.icc -profile srgb.icc rgb:-`.
class IccProfileTest {
    @Test
    void convertsByMatrixAndCurve() throws ProfileException {
        assertColour(new int[] {206, 44, 24}, IccWriter.displayP3(), 190, 60, 40);
        assertColour(new int[] {0, 142, 60}, IccWriter.displayP3(), 60, 140, 70);
        assertColour(new int[] {219, 57, 33}, IccWriter.adobeRgb(), 190, 60, 40);
        assertColour(new int[] {12, 12, 12}, IccWriter.adobeRgb(), 20, 20, 20);
        assertColour(new int[] {40, 160, 190}, IccWriter.turned(), 190, 40, 160);
    }

    /// 100 of 255 of light is 168 of 255 in sRGB.
    @Test
    void convertsGrey() throws ProfileException {
        assertColour(new int[] {168, 168, 168}, IccWriter.grey(1), 100);
    }

    /// By both kinds of tables; the numbers follow from what the profile says: without black, a
    /// full ink leaves a tenth of the light, which is 89 of 255.
    @Test
    void convertsInksByTable() throws ProfileException {
        for (boolean version4 : new boolean[] {false, true}) {
            byte[] press = IccWriter.press(version4);
            assertColour(new int[] {255, 255, 255}, press, 0, 0, 0, 0);
            assertColour(new int[] {89, 255, 255}, press, 255, 0, 0, 0);
            assertColour(new int[] {255, 255, 89}, press, 0, 0, 255, 0);
            assertColour(new int[] {0, 0, 0}, press, 60, 60, 60, 255);
            assertColour(new int[] {188, 188, 188}, press, 0, 0, 0, 127);
        }
    }

    @Test
    void knowsWhatChangesNothing() throws ProfileException {
        for (int entries : new int[] {26, 1_024}) {
            assertTrue(transform(IccWriter.srgb(entries)).largestChange() < 2);
        }
        assertTrue(transform(IccWriter.displayP3()).largestChange() > 50);
    }

    @Test
    void printsItsName() throws ProfileException {
        assertEquals("P3 of a test", IccProfile.of(IccWriter.displayP3()).description());
    }

    /// Whatever is cut off or altered, it is a profile or it is refused.
    @Test
    void survivesDamage() {
        Random random = new Random(7);
        List<byte[]> profiles =
                List.of(IccWriter.adobeRgb(), IccWriter.press(false), IccWriter.press(true));
        for (byte[] profile : profiles) {
            for (int size = 0; size < profile.length; size += 7) {
                use(Arrays.copyOf(profile, size));
            }
            for (int i = 0; i < 200; i++) {
                byte[] altered = profile.clone();
                for (int n = random.nextInt(4); n >= 0; n--) {
                    altered[random.nextInt(altered.length)] = (byte) random.nextInt();
                }
                use(altered);
            }
        }
        assertThrows(ProfileException.class, () -> IccProfile.of(new byte[200]));
        assertThrows(
                ProfileException.class, () -> IccProfile.of(new byte[IccProfile.MOST_BYTES + 1]));
    }

    private static void use(byte[] bytes) {
        try {
            IccProfile profile = IccProfile.of(bytes);
            assertTrue(profile.description().length() <= 80);
            ColourTransform transform = profile.transform();
            int[] to = new int[3];
            transform.convert(new int[transform.channels()], to, 1);
            for (int code : to) {
                assertTrue(code >= 0 && code <= ColourTransform.SCALE);
            }
        } catch (ProfileException e) {
            assertTrue(!e.reason().isEmpty());
        }
    }

    private static ColourTransform transform(byte[] profile) throws ProfileException {
        return IccProfile.of(profile).transform();
    }

    private static void assertColour(int[] expected, byte[] profile, int... samples)
            throws ProfileException {
        int[] from = Arrays.stream(samples).map(s -> s * 257).toArray();
        int[] to = new int[3];
        transform(profile).convert(from, to, 1);
        int[] codes = Arrays.stream(to).map(c -> (c + 128) / 257).toArray();
        for (int i = 0; i < 3; i++) {
            if (Math.abs(expected[i] - codes[i]) > 1) {
                assertArrayEquals(expected, codes, Arrays.toString(samples));
            }
        }
    }
}
