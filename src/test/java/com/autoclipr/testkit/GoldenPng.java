package com.autoclipr.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Compares pictures with the ones kept under `src/test/resources/goldens`. `UPDATE_GOLDENS=1`
/// rewrites those; where one differs, the actual picture and a picture of the difference stay under
/// `target/goldens`.
public final class GoldenPng {
    private static final Path KEPT = Path.of("src", "test", "resources", "goldens");
    private static final Path LEFT = Path.of("target", "goldens");

    private GoldenPng() {}

    /// @param name such as `render/text-rtl`
    /// @param toleranceCodes by how much any channel of any pixel may differ
    public static void assertMatches(String name, byte[] png, int toleranceCodes)
            throws IOException {
        Path golden = KEPT.resolve(name + ".png");
        if ("1".equals(System.getenv("UPDATE_GOLDENS"))) {
            Files.createDirectories(golden.getParent());
            Files.write(golden, png);
            return;
        }
        if (!Files.exists(golden)) {
            fail("there is no golden " + golden + "; UPDATE_GOLDENS=1 writes it");
        }
        BufferedImage expected = ImageIO.read(golden.toFile());
        BufferedImage actual = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(expected.getWidth(), actual.getWidth(), name + " width");
        assertEquals(expected.getHeight(), actual.getHeight(), name + " height");
        BufferedImage difference =
                new BufferedImage(
                        actual.getWidth(), actual.getHeight(), BufferedImage.TYPE_INT_RGB);
        int largest = compare(expected, actual, difference);
        if (largest > toleranceCodes) {
            Path left = LEFT.resolve(name + ".actual.png");
            Files.createDirectories(left.getParent());
            Files.write(left, png);
            Path differs = LEFT.resolve(name + ".diff.png");
            ImageIO.write(difference, "png", differs.toFile());
            fail(name + " differs by " + largest + " codes; see " + left + " and " + differs);
        }
    }

    /// Fills `difference` with 16 times the distances; returns the largest distance.
    private static int compare(
            BufferedImage expected, BufferedImage actual, BufferedImage difference) {
        int largest = 0;
        for (int y = 0; y < actual.getHeight(); y++) {
            for (int x = 0; x < actual.getWidth(); x++) {
                int shown = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    int a = (expected.getRGB(x, y) >> shift) & 255;
                    int b = (actual.getRGB(x, y) >> shift) & 255;
                    largest = Math.max(largest, Math.abs(a - b));
                    shown |= Math.min(255, 16 * Math.abs(a - b)) << shift;
                }
                difference.setRGB(x, y, shown);
            }
        }
        return largest;
    }
}
