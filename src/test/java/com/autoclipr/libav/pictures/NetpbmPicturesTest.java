package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.MadeMedia;
import com.autoclipr.libav.Shown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// PBM, PGM, PPM and PAM, written here byte by byte, and QOI. What is expected is what they say,
/// which ImageMagick 6.9 reads too.
@Tag("slow")
class NetpbmPicturesTest {
    private static final int WIDTH = 24;
    private static final int HEIGHT = 16;

    @TempDir private Path folder;

    private static byte[] file(String header, int most, int... pixel) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            for (int sample : pixel) {
                if (most > 255) {
                    file.write(sample >> 8);
                }
                file.write(sample);
            }
        }
        return file.toByteArray();
    }

    private static byte[] pam(String kind, int most, int... pixel) {
        String header =
                "P7\nWIDTH %d\nHEIGHT %d\nDEPTH %d\nMAXVAL %d\n%sENDHDR\n"
                        .formatted(WIDTH, HEIGHT, pixel.length, most, kind);
        return file(header, most, pixel);
    }

    private Shown shown(byte[] bytes) throws IOException {
        Shown shown = Shown.of(Files.write(folder.resolve("picture"), bytes));
        assertEquals(WIDTH, shown.width());
        assertEquals(HEIGHT, shown.height());
        assertTrue(shown.facts().still());
        return shown;
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "BLACKANDWHITE, 1, 1, 255 255 255 255",
        "BLACKANDWHITE, 1, 0, 0 0 0 255",
        "BLACKANDWHITE_ALPHA, 1, 1 1, 255 255 255 255",
        "GRAYSCALE, 255, 100, 100 100 100 255",
        "GRAYSCALE, 100, 25, 64 64 64 255",
        "GRAYSCALE, 1000, 500, 128 128 128 255",
        "GRAYSCALE, 65535, 25700, 100 100 100 255",
        "GRAYSCALE_ALPHA, 255, 100 128, 100 100 100 128",
        "GRAYSCALE_ALPHA, 100, 25 50, 64 64 64 128",
        "GRAYSCALE_ALPHA, 65535, 25700 65535, 100 100 100 255",
        "RGB, 255, 10 100 200, 10 100 200 255",
        "RGB, 100, 0 25 50, 0 64 128 255",
        "RGB, 1000, 0 250 500, 0 64 128 255",
        "RGB, 65535, 2570 25700 51400, 10 100 200 255",
        "RGB_ALPHA, 255, 10 100 200 128, 10 100 200 128",
        "RGB_ALPHA, 100, 0 25 50 100, 0 64 128 255",
        "RGB_ALPHA, 100, 0 25 50 50, 0 64 128 128",
        "RGB_ALPHA, 1000, 0 250 500 1000, 0 64 128 255",
        "RGB_ALPHA, 65535, 2570 25700 51400 32896, 10 100 200 128",
        "RGB, 255, 10 100 200 128, 10 100 200 255",
    })
    void readsPam(String kind, int most, String pixel, String seen) throws IOException {
        Shown shown = shown(pam("TUPLTYPE " + kind + "\n", most, numbers(pixel)));
        int[] rgba = numbers(seen);
        shown.assertColour(rgba[0], rgba[1], rgba[2], WIDTH / 2, HEIGHT / 2, 2);
        assertEquals(rgba[3], shown.at(WIDTH / 2, HEIGHT / 2)[3], 1, "opacity");
    }

    @Test
    void aPamNeedNotSayWhatItsSamplesAre() throws IOException {
        shown(pam("", 255, 10, 100, 200)).assertColour(10, 100, 200, 3, 3, 0);
        shown(pam("# a comment\nTUPLTYPE RGB\nTUPLTYPE linear\n", 255, 10, 100, 200))
                .assertColour(10, 100, 200, 3, 3, 0);
    }

    @Test
    void aPamIsRefusedWithItsReason() throws IOException {
        byte[] inks = pam("TUPLTYPE CMYK\n", 255, 10, 100, 200, 0);
        refused(inks, FailureKind.MEDIA_UNSUPPORTED, "pam-kind");
        byte[] whole = pam("TUPLTYPE RGB\n", 255, 10, 100, 200);
        refused(Arrays.copyOf(whole, whole.length - 1), FailureKind.MEDIA_CORRUPT, "truncated");
    }

    private void refused(byte[] bytes, FailureKind kind, String detail) throws IOException {
        Path file = Files.write(folder.resolve("picture"), bytes);
        Failure failure = assertThrows(FailureException.class, () -> Shown.of(file)).failure();
        assertEquals(kind, failure.kind());
        assertEquals(detail, failure.fact(Fact.DETAIL));
    }

    @ParameterizedTest
    @CsvSource({
        "P6\\n24 16\\n255\\n, 255, 10 100 200, 10 100 200",
        "P6 24 16 255\\n, 255, 10 100 200, 10 100 200",
        "P6\\n# a comment\\n24 16\\n100\\n, 100, 0 25 50, 0 64 128",
        "P6\\n24 16\\n65535\\n, 65535, 2570 25700 51400, 10 100 200",
        "P5\\n24 16\\n255\\n, 255, 100, 100 100 100",
        "P5 24 16 255\\n, 255, 100, 100 100 100",
        "P5\\n24 16\\n1000\\n, 1000, 500, 128 128 128",
    })
    void readsGreyAndColours(String header, int most, String pixel, String seen)
            throws IOException {
        int[] rgb = numbers(seen);
        shown(file(header.translateEscapes(), most, numbers(pixel)))
                .assertColour(rgb[0], rgb[1], rgb[2], WIDTH / 2, HEIGHT / 2, 1);
    }

    /// In a bitmap, 1 is black; a row takes whole bytes.
    @Test
    void readsBitsAndText() throws IOException {
        byte[] bits = new byte[3 * HEIGHT];
        Arrays.fill(bits, (byte) 0x0f);
        for (String header : new String[] {"P4\n24 16\n", "P4 24 16\n"}) {
            Shown shown =
                    shown(MadeMedia.joined(header.getBytes(StandardCharsets.ISO_8859_1), bits));
            shown.assertColour(255, 255, 255, 2, 2, 0);
            shown.assertColour(0, 0, 0, 5, 2, 0);
        }
        for (String header : new String[] {"P3\n24 16\n100\n", "P3 24 16 100\n"}) {
            String text = header + "0 25 50\n".repeat(WIDTH * HEIGHT);
            shown(text.getBytes(StandardCharsets.ISO_8859_1)).assertColour(0, 64, 128, 3, 3, 1);
        }
        String plain = "P1\n24 16\n" + "1 0 ".repeat(WIDTH * HEIGHT / 2);
        Shown shown = shown(plain.getBytes(StandardCharsets.ISO_8859_1));
        assertArrayEquals(new int[] {0, 0, 0, 255}, shown.at(2, 2));
        assertArrayEquals(new int[] {255, 255, 255, 255}, shown.at(3, 2));
    }

    @ParameterizedTest
    @CsvSource({"rgb24, 255", "rgba, 128"})
    void readsQoi(String format, int opacity) {
        String source =
                "color=black:s=24x16,format=rgba,geq=r=10:g=100:b=200:a="
                        + opacity
                        + ",format="
                        + format;
        Path file = MadeMedia.ffmpeg(folder.resolve("a.qoi"), source, "-frames:v", "1");
        Shown shown = Shown.of(file);
        shown.assertColour(10, 100, 200, 12, 8, 1);
        assertEquals(opacity, shown.at(12, 8)[3]);
    }
}
