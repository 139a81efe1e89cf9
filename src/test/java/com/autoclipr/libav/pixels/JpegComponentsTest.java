package com.autoclipr.libav.pixels;

import com.autoclipr.libav.MadeMedia;
import com.autoclipr.libav.Shown;
import com.autoclipr.testkit.media.ColourFiles;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// JPEGs whose markers and names of components say in every way what their components are. What is
/// expected is what libjpeg makes of them, by Pillow 9.4 and ImageMagick 6.9.
@Tag("slow")
class JpegComponentsTest {
    private static final int SIDE = 32;
    private static final int CODES = 3;

    @TempDir private Path folder;

    /// A meaning of the components, and what the samples 82, 104, 212 (and 200) are then.
    private enum Meaning {
        YCC(200, 30, 40),
        RGB(82, 104, 212),
        /// Inverted, as all programs write them: each of the light that black leaves.
        INKS(64, 82, 166),
        YCCK(43, 176, 169);

        private final int[] rgb;

        Meaning(int... rgb) {
            this.rgb = rgb;
        }
    }

    @ParameterizedTest
    @CsvSource({
        // names, transform (-1: no marker), JFIF, meaning
        "0 1 2, -1, false, YCC",
        "1 2 3, -1, false, YCC",
        "1 2 3, -1, true, YCC",
        "1 2 3, 0, false, RGB",
        "1 2 3, 0, true, YCC",
        "1 2 3, 1, false, YCC",
        "1 2 3, 2, false, YCC",
        "0 1 2, 0, false, RGB",
        "82 71 66, -1, false, RGB",
        "82 71 66, -1, true, YCC",
        "82 71 66, 0, false, RGB",
        "82 71 66, 0, true, YCC",
        "82 71 66, 1, false, YCC",
        "82 71 66, 2, false, YCC",
        "114 103 98, -1, false, YCC",
        "0 1 2 3, -1, false, INKS",
        "0 1 2 3, 0, false, INKS",
        "1 2 3 4, -1, false, INKS",
        "1 2 3 4, -1, true, INKS",
        "1 2 3 4, 0, false, INKS",
        "1 2 3 4, 1, false, YCCK",
        "1 2 3 4, 2, false, YCCK",
        "67 77 89 75, -1, false, INKS",
        "67 77 89 75, 0, false, INKS",
        "67 77 89 75, 0, true, INKS",
        "67 77 89 75, 1, false, YCCK",
        "67 77 89 75, 2, false, YCCK",
        "82 71 66 65, 0, false, INKS",
    })
    void areWhatLibjpegTakesThemFor(String names, int transform, boolean jfif, Meaning meaning)
            throws IOException {
        int[] ids = Arrays.stream(names.split(" ")).mapToInt(Integer::parseInt).toArray();
        for (boolean progressive : new boolean[] {false, true}) {
            assertSeen(marked(flat(ids.length, progressive), ids, transform, jfif), meaning);
        }
    }

    /// Of every second pixel in both directions, as programs write Y′CbCr by default.
    @ParameterizedTest
    @CsvSource({
        "1 2 3, -1, false, YCC",
        "1 2 3, 0, false, RGB",
        "1 2 3, 0, true, YCC",
        "82 71 66, -1, false, RGB",
        "82 71 66, 1, false, YCC",
    })
    void mayHaveFewerSamples(String names, int transform, boolean jfif, Meaning meaning)
            throws IOException {
        int[] ids = Arrays.stream(names.split(" ")).mapToInt(Integer::parseInt).toArray();
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        image.setRGB(
                0, 0, SIDE, SIDE, filled(new int[SIDE * SIDE], 200 << 16 | 30 << 8 | 40), 0, SIDE);
        byte[] jpeg = MadeMedia.jpeg(image, false);
        // Its JFIF marker is the first segment.
        int length = (jpeg[4] & 255) << 8 | (jpeg[5] & 255);
        byte[] bare =
                MadeMedia.joined(
                        Arrays.copyOf(jpeg, 2), Arrays.copyOfRange(jpeg, 4 + length, jpeg.length));
        assertSeen(marked(bare, ids, transform, jfif), meaning);
    }

    private static int[] filled(int[] pixels, int rgb) {
        Arrays.fill(pixels, rgb);
        return pixels;
    }

    private void assertSeen(byte[] jpeg, Meaning meaning) throws IOException {
        Shown shown = Shown.of(Files.write(folder.resolve("a.jpg"), jpeg));
        int[] rgb = meaning.rgb;
        shown.assertColour(rgb[0], rgb[1], rgb[2], SIDE / 2, SIDE / 2, CODES);
    }

    private static byte[] marked(byte[] jpeg, int[] ids, int transform, boolean jfif) {
        byte[] marked = ColourFiles.named(jpeg, ids);
        if (transform >= 0) {
            byte[] adobe = "Adobe\0\144\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
            adobe[11] = (byte) transform;
            marked = MadeMedia.withSegment(marked, 0xee, adobe);
        }
        return jfif
                ? MadeMedia.withSegment(
                        marked,
                        0xe0,
                        "JFIF\0\1\1\0\0\1\0\1\0\0".getBytes(StandardCharsets.ISO_8859_1))
                : marked;
    }

    /// Without any marker that says what its components are.
    private static byte[] flat(int components, boolean progressive) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, SIDE, SIDE, components, null);
        int[] samples = {82, 104, 212, 200};
        for (int i = 0; i < SIDE * SIDE; i++) {
            raster.setPixel(i % SIDE, i / SIDE, samples);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(
                    progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
