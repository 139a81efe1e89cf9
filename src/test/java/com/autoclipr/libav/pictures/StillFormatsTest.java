package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.MadeMedia;
import com.autoclipr.libav.Shown;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures of many formats, held against a second library or against what was written.
@Tag("slow")
class StillFormatsTest {
    private static final int BITFIELDS = 3;

    @TempDir Path folder;

    /// ImageIO reads JPEG, PNG, BMP, GIF and TIFF without FFmpeg.
    @ParameterizedTest
    @CsvSource({
        "a.jpg, yuvj444p, 4",
        "a.jpg, gray, 2",
        "a.png, rgb24, 0",
        "a.png, rgba, 0",
        "a.png, gray, 0",
        "a.png, pal8, 0",
        "a.png, monob, 0",
        "a.png, rgb48be, 1",
        "a.bmp, bgr24, 0",
        "a.bmp, rgb565le, 0",
        "a.bmp, rgb555le, 0",
        "a.bmp, pal8, 0",
        "a.gif, pal8, 0",
        "a.tif, rgb24, 0",
        "a.tif, rgb48le, 1",
        "a.tif, rgba, 0",
        "a.tif, gray, 0",
        "a.tif, pal8, 0",
        "a.tif, yuv420p, 6",
        "a.tif, monob, 0"
    })
    void aSecondLibrarySeesTheSame(String name, String format, int tolerance) throws IOException {
        String source = "testsrc2=s=67x45,format=" + format;
        Path file = MadeMedia.ffmpeg(folder.resolve(name), source, "-frames:v", "1");
        BufferedImage other = ImageIO.read(file.toFile());
        Shown shown = Shown.of(file);
        assertEquals(other.getWidth(), shown.width());
        assertEquals(other.getHeight(), shown.height());
        for (int y = 0; y < shown.height(); y += 2) {
            for (int x = 0; x < shown.width(); x += 3) {
                int rgb = colour(other, x, y);
                shown.assertColour((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255, x, y, tolerance);
                assertEquals(rgb >>> 24, shown.at(x, y)[3], "alpha");
            }
        }
    }

    /// Java takes grey for linear light, and would make it brighter.
    private static int colour(BufferedImage image, int x, int y) {
        boolean grey =
                image.getRaster().getNumBands() == 1
                        && image.getColorModel() instanceof ComponentColorModel;
        return grey
                ? 0xff000000 | 0x010101 * image.getRaster().getSample(x, y, 0)
                : image.getRGB(x, y);
    }

    @ParameterizedTest
    @CsvSource({"a.jp2, 6", "a.j2k, 6", "a.tga, 0"})
    void readsJpeg2000AndTarga(String name, int tolerance) {
        String ramps = "color=black:s=50x40,format=gbrp,geq=r='5*X':g='6*Y':b=80,format=rgb24";
        Path file = MadeMedia.ffmpeg(folder.resolve(name), ramps, "-frames:v", "1");
        Shown shown = Shown.of(file);
        assertTrue(shown.facts().still());
        shown.assertColour(100, 60, 80, 20, 10, tolerance);
        shown.assertColour(200, 180, 80, 40, 30, tolerance);
    }

    private static byte[] targa(int type, int descriptor, int fourth) {
        ByteBuffer tga = ByteBuffer.allocate(18 + 4 * 8 * 4).order(ByteOrder.LITTLE_ENDIAN);
        tga.put(2, (byte) type).putShort(12, (short) 8).putShort(14, (short) 4);
        tga.put(16, (byte) 32).put(17, (byte) descriptor);
        for (int i = 18; i < tga.capacity(); i += 4) {
            boolean first = i < 18 + 8 * 4;
            tga.put(i + (first ? 2 : 0), (byte) 255).put(i + 3, (byte) fourth);
        }
        return tga.array();
    }

    @Test
    void aTargaIsTransparentWhereItsHeaderSaysSo() throws IOException {
        Path file = folder.resolve("a");
        // The first stored row is the last one, unless the header says otherwise.
        Shown opaque = Shown.of(Files.write(file, targa(2, 0, 0)));
        opaque.assertColour(255, 0, 0, 2, 3, 0);
        opaque.assertColour(0, 0, 255, 2, 0, 0);
        assertEquals(255, opaque.at(2, 2)[3]);
        Shown half = Shown.of(Files.write(file, targa(2, 0x28, 128)));
        half.assertColour(255, 0, 0, 2, 0, 1);
        assertEquals(128, half.at(2, 2)[3]);
        assertFalse(half.decided(DecisionKind.ALPHA_IGNORED));
        Shown nowhere = Shown.of(Files.write(file, targa(2, 8, 0)));
        assertEquals(255, nowhere.at(2, 2)[3]);
        assertEquals("fully-transparent", nowhere.fact(DecisionKind.ALPHA_IGNORED, Fact.REASON));
        Shown undeclared = Shown.of(Files.write(file, targa(2, 0, 128)));
        assertEquals(255, undeclared.at(2, 2)[3]);
        assertEquals("undeclared", undeclared.fact(DecisionKind.ALPHA_IGNORED, Fact.REASON));
        Shown padded = Shown.of(Files.write(file, targa(2, 0, 255)));
        assertFalse(padded.decided(DecisionKind.ALPHA_IGNORED));
    }

    /// A bitmap of 6 × 4 pixels of 32 bits, blue 10, green 20, red 200.
    private static byte[] bitmap(int headerBytes, int compression, int alphaMask, int fourth) {
        boolean masks = compression == BITFIELDS;
        int start = 14 + headerBytes + (masks && headerBytes == 40 ? 12 : 0);
        ByteBuffer bmp = ByteBuffer.allocate(start + 96).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(bmp.capacity()).putInt(0).putInt(start);
        bmp.putInt(headerBytes).putInt(6).putInt(-4).putShort((short) 1).putShort((short) 32);
        bmp.putInt(compression);
        if (masks) {
            bmp.putInt(54, 0xff0000).putInt(58, 0xff00).putInt(62, 0xff);
            if (headerBytes > 52) {
                bmp.putInt(66, alphaMask);
            }
        }
        for (int i = start; i < bmp.capacity(); i += 4) {
            bmp.putInt(i, (fourth << 24) | (200 << 16) | (20 << 8) | 10);
        }
        return bmp.array();
    }

    @ParameterizedTest
    @CsvSource({
        // header, compression, mask, fourth byte, opacity
        "40, 0, 0, 0, 255",
        "40, 0, 0, 77, 255",
        "108, 0, 0, 77, 255",
        "124, 0, 0, 0, 255",
        "40, 3, 0, 77, 255",
        "56, 3, 0, 77, 255",
        "56, 3, 0xff000000, 77, 77",
        "108, 3, 0xff000000, 77, 77",
        "124, 3, 0xff000000, 255, 255",
        "124, 3, 0xff000000, 0, 255"
    })
    void theFourthByteOfABitmapIsOpacityIfItsHeaderSaysSo(
            int headerBytes, int compression, String mask, int fourth, int opacity)
            throws IOException {
        int alphaMask = Long.decode(mask).intValue();
        byte[] bmp = bitmap(headerBytes, compression, alphaMask, fourth);
        Shown shown = Shown.of(Files.write(folder.resolve("a"), bmp));
        assertEquals(opacity, shown.at(3, 2)[3]);
        shown.assertColour(200, 20, 10, 3, 2, 3);
        boolean declared = alphaMask != 0;
        String reason =
                declared && fourth == 0
                        ? "fully-transparent"
                        : declared || fourth == 0 ? "" : "undeclared";
        assertEquals(reason, shown.fact(DecisionKind.ALPHA_IGNORED, Fact.REASON));
    }

    @Test
    void theLargestOfAnIconIsShown() throws IOException {
        Path file =
                MadeMedia.ffmpeg(
                        folder.resolve("a.ico"),
                        "color=red:s=16x16,format=rgba[a];color=blue:s=48x48,format=rgba[b];"
                                + "[a]null[out0];[b]null[out1]",
                        "-map",
                        "0:0",
                        "-map",
                        "0:1",
                        "-frames:v",
                        "1",
                        "-c:v",
                        "png");
        Shown shown = Shown.of(file);
        assertEquals(48, shown.width());
        shown.assertColour(0, 0, 255, 20, 20, 2);
        assertTrue(shown.decided(DecisionKind.EXTRA_IMAGES_IGNORED));
        assertTrue(new File(file.toString()).length() > 0);
    }
}
