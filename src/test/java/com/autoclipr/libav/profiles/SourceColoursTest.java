package com.autoclipr.libav.profiles;

import static com.autoclipr.testkit.media.ColourFiles.cicp;
import static com.autoclipr.testkit.media.ColourFiles.gamma;
import static com.autoclipr.testkit.media.ColourFiles.iccSegments;
import static com.autoclipr.testkit.media.ColourFiles.iccp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.render.planes.YuvToRgba;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.media.ColourFiles;
import com.autoclipr.testkit.media.IccWriter;
import com.autoclipr.time.Rational;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a still or a film says of its colours is done, in every format that can say it. Reference
/// values are Little CMS 2.14's, by ImageMagick: see `IccProfileTest`.
@Tag("slow")
class SourceColoursTest {
    private static final MediaLibrary MEDIA = new LibavMedia();
    private static final int CODES = 3;

    private static final int[][] P3 = {
        {99, 100, 99}, {206, 44, 24}, {190, 116, 83}, {0, 142, 60},
        {199, 200, 199}, {41, 29, 166}, {224, 199, 0}, {19, 20, 19}
    };
    private static final int[][] ADOBE = {
        {100, 100, 100}, {219, 57, 33}, {199, 120, 87}, {0, 141, 62},
        {201, 201, 201}, {38, 23, 164}, {228, 201, 0}, {12, 12, 12}
    };

    @TempDir private Path folder;
    private ColourFiles files = new ColourFiles(Path.of(""));

    @BeforeEach
    void openFolder() {
        files = new ColourFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "png", "png16", "jpg", "jpg420", "webp", "tif", "bmp", "avif", "avif10", "ricc"
            })
    void appliesAProfileInEveryFormat(String format) throws IOException {
        Path file = withProfile(format, IccWriter.displayP3());
        assertPatches(P3, file, format.equals("jpg420") || format.equals("webp") ? 5 : CODES);
        assertEquals(
                List.of("P3 of a test"),
                facts(file, DecisionKind.COLOUR_PROFILE_APPLIED, Fact.PROFILE),
                file.toString());
    }

    /// Not one sample differs from that of the same file without.
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "webp"})
    void leavesSrgbAlone(String format) throws IOException {
        Path with = withProfile(format, IccWriter.srgb(1_024));
        assertTrue(facts(with, DecisionKind.COLOUR_PROFILE_APPLIED, Fact.PROFILE).isEmpty());
        byte[] plain = pixels(plain(format));
        assertEquals(0, Arrays.compare(plain, pixels(with)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "avif"})
    void reportsAProfileThatCannotBeApplied(String format) throws IOException {
        byte[] damaged = IccWriter.displayP3();
        Arrays.fill(damaged, 132, 200, (byte) 0x55);
        Path file = withProfile(format, damaged);
        assertEquals(1, facts(file, DecisionKind.COLOUR_PROFILE_IGNORED, Fact.REASON).size());
        assertEquals(0, Arrays.compare(pixels(plain(format)), pixels(file)));
        Path other = withProfile(format, IccWriter.press(true));
        assertEquals(
                List.of("colour-space CMYK"),
                facts(other, DecisionKind.COLOUR_PROFILE_IGNORED, Fact.REASON));
    }

    @Test
    void reportsAnIncompleteProfile() throws IOException {
        byte[] first = iccSegments(IccWriter.displayP3())[0];
        Path file = files.jpeg("part.jpg", Files.readAllBytes(plain("jpg")), first);
        assertEquals(
                List.of("damaged"), facts(file, DecisionKind.COLOUR_PROFILE_IGNORED, Fact.REASON));
    }

    @Test
    void reportsReservedCodePoints() {
        Path file = files.png("odd.png", 8, cicp(99, 99));
        assertEquals(
                List.of("cICP 99/99/1"),
                facts(file, DecisionKind.COLOUR_ENCODING_UNSUPPORTED, Fact.ENCODING));
    }

    private Path plain(String format) {
        Path png = files.png("plain.png", 8);
        return switch (format) {
            case "png16" -> files.png("deep.png", 16);
            case "jpg" -> jpeg(png, "yuvj444p");
            case "jpg420" -> jpeg(png, "yuvj420p");
            case "webp" -> files.converted("plain.webp", png, "-quality", "100");
            case "avif", "ricc" -> avif(png, "yuv444p");
            case "avif10" -> avif(png, "yuv420p10");
            default -> png;
        };
    }

    private Path jpeg(Path png, String pixels) {
        return files.converted("plain.jpg", png, "-q:v", "1", "-qmin", "1", "-pix_fmt", pixels);
    }

    private Path avif(Path png, String pixels) {
        String filter = "scale=out_color_matrix=bt601:out_range=full,format=" + pixels;
        return files.converted(
                "plain.avif",
                png,
                "-vf",
                filter,
                "-c:v",
                "libaom-av1",
                "-cpu-used",
                "8",
                "-crf",
                "3",
                "-still-picture",
                "1",
                "-colorspace",
                "smpte170m");
    }

    private Path withProfile(String format, byte[] profile) throws IOException {
        return switch (format) {
            case "png" -> files.png("with.png", 8, iccp(profile));
            case "png16" -> files.png("with16.png", 16, iccp(profile));
            case "tif" -> files.tiff("with.tif", profile);
            case "bmp" -> files.bmp("with.bmp", profile);
            case "webp" -> files.webp("with.webp", Files.readAllBytes(plain("webp")), profile);
            case "jpg", "jpg420" ->
                    files.jpeg("with.jpg", Files.readAllBytes(plain(format)), iccSegments(profile));
            default ->
                    files.avif(
                            "with.avif",
                            Files.readAllBytes(plain(format)),
                            format.equals("ricc") ? "rICC" : "prof",
                            profile);
        };
    }

    /// Expected is 100 and 20 of 255 to the power of 1 / gAMA, as sRGB.
    @ParameterizedTest
    @CsvSource({"100000, 168, 79", "62500, 130, 35", "55556, 119, 26", "45455, 100, 20"})
    void appliesGamma(int value, int grey, int dark) {
        for (int bits : new int[] {8, 16}) {
            int[][] seen = patches(files.png("gamma" + bits + ".png", bits, gamma(value)));
            assertColour(new int[] {grey, grey, grey}, seen[0], 1);
            assertColour(new int[] {dark, dark, dark}, seen[7], 1);
        }
    }

    /// `cICP` counts before `iCCP`, `iCCP` before `gAMA`, `sRGB` before `gAMA`.
    @Test
    void ordersWhatAPngSays() {
        byte[] adobe = IccWriter.adobeRgb();
        Path coded = files.png("a.png", 8, cicp(12, 13), iccp(adobe), gamma(100_000));
        assertPatches(P3, coded, CODES);
        Path profiled = files.png("b.png", 8, iccp(adobe), gamma(100_000));
        assertPatches(ADOBE, profiled, CODES);
        ColourFiles.Chunk srgb = new ColourFiles.Chunk("sRGB", new byte[] {0});
        Path usual = files.png("c.png", 8, srgb, gamma(100_000));
        assertColour(new int[] {190, 60, 40}, patches(usual)[1], 0);
    }

    /// PQ: code 573 of 1023 is 203 cd/m², white; what is brighter is not darker.
    @Test
    void toneMapsAPngOfHdr() {
        Path file = files.png("hdr.png", 16, cicp(9, 16));
        MediaFacts facts = MEDIA.probe(file);
        assertTrue(facts.decisions().stream().anyMatch(d -> d.kind() == DecisionKind.TONE_MAPPED));
        int[][] seen = patches(file);
        assertColour(new int[] {115, 115, 115}, seen[0], CODES);
        assertColour(new int[] {255, 255, 255}, seen[4], CODES);
        assertColour(new int[] {13, 13, 13}, seen[7], CODES);
    }

    @Test
    void takesAdobeRgbFromExif() throws IOException {
        byte[] plain = Files.readAllBytes(plain("jpg"));
        Path file = files.jpeg("exif.jpg", plain, ColourFiles.adobeExif());
        assertPatches(ADOBE, file, CODES);
        // Any number of fill bytes may come before a marker.
        byte[] fill = new byte[2_000];
        Arrays.fill(fill, (byte) 0xff);
        Path filled = files.jpeg("filled.jpg", plain, fill, ColourFiles.adobeExif());
        assertPatches(ADOBE, filled, CODES);
    }

    /// Grey, by a grey profile and by one of colours.
    @Test
    void appliesProfilesToGrey() throws IOException {
        BufferedImage image =
                new BufferedImage(
                        ColourFiles.WIDTH, ColourFiles.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < ColourFiles.HEIGHT; y++) {
            for (int x = 0; x < ColourFiles.WIDTH; x++) {
                image.getRaster().setSample(x, y, 0, x < ColourFiles.SIDE ? 100 : 20);
            }
        }
        byte[] grey = jpeg(new IIOImage(image, null, null));
        Path linear = files.jpeg("linear.jpg", grey, iccSegments(IccWriter.grey(1)));
        assertColour(new int[] {168, 168, 168}, patches(linear)[0], CODES);
        Path adobe = files.jpeg("adobe.jpg", grey, iccSegments(IccWriter.adobeRgb()));
        assertColour(new int[] {12, 12, 12}, patches(adobe)[7], CODES);
    }

    /// Inks as all programs store them (inverted), with and without an `Adobe` marker, with and
    /// without a profile, under the names that Photoshop and libjpeg give them.
    @ParameterizedTest
    @CsvSource({
        "true, true, 1 2 3 4",
        "true, false, 1 2 3 4",
        "false, true, 1 2 3 4",
        "true, true, 67 77 89 75",
        "true, false, 67 77 89 75",
        "false, false, 67 77 89 75",
    })
    void readsInks(boolean marked, boolean profiled, String names) throws IOException {
        int[][] inks = {{255, 0, 0, 0}, {0, 0, 255, 0}, {0, 0, 0, 127}, {60, 60, 60, 255}};
        List<byte[]> segments = new ArrayList<>();
        if (marked) {
            byte[] adobe = "Adobe\0\144\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
            segments.add(ColourFiles.segment(0xee, adobe));
        }
        if (profiled) {
            segments.addAll(Arrays.asList(iccSegments(IccWriter.press(true))));
        }
        int[] ids = Arrays.stream(names.split(" ")).mapToInt(Integer::parseInt).toArray();
        byte[] plain = ColourFiles.named(cmyk(inks), ids);
        Path file = files.jpeg("inks.jpg", plain, segments.toArray(byte[][]::new));
        int full = profiled ? 89 : 0;
        int half = profiled ? 188 : 128;
        int[][] seen = patches(file);
        assertColour(new int[] {full, 255, 255}, seen[0], CODES);
        assertColour(new int[] {255, 255, full}, seen[1], CODES);
        assertColour(new int[] {half, half, half}, seen[2], CODES);
        assertColour(new int[] {0, 0, 0}, seen[3], CODES);
        DecisionKind kind =
                profiled ? DecisionKind.COLOUR_PROFILE_APPLIED : DecisionKind.COLOUR_ASSUMED;
        assertEquals(1, facts(file, kind, profiled ? Fact.PROFILE : Fact.MATRIX).size());
        assertFalse(MEDIA.probe(file).video().orElseThrow().alpha());
    }

    /// Four patches in the upper row, nothing below.
    private static byte[] cmyk(int[][] inks) throws IOException {
        WritableRaster raster =
                Raster.createInterleavedRaster(0, ColourFiles.WIDTH, ColourFiles.HEIGHT, 4, null);
        for (int y = 0; y < ColourFiles.HEIGHT; y++) {
            for (int x = 0; x < ColourFiles.WIDTH; x++) {
                for (int c = 0; c < 4; c++) {
                    int ink = y < ColourFiles.SIDE ? inks[x / ColourFiles.SIDE][c] : 0;
                    raster.setSample(x, y, c, 255 - ink);
                }
            }
        }
        return jpeg(new IIOImage(raster, null, null));
    }

    private static byte[] jpeg(IIOImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(image);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /// Each matrix in a film, as zscale makes it; the patches come back.
    @ParameterizedTest
    @CsvSource({
        "ycgco, bt709, h264, 8, true",
        "fcc, bt709, h264, 4, true",
        "2020_cl, bt2020, hevc, 10, true",
        "chroma-derived-nc, smpte432, hevc, 12, true",
        "chroma-derived-c, smpte432, h264, 13, true",
        "709, smpte432, hevc, 1, true",
        "709, bt709, h264, 11, false",
        "709, bt709, hevc, 15, false",
        "709, bt709, h264, 14, false",
    })
    void convertsMatricesOfFilms(
            String matrix, String primaries, String codec, int number, boolean known) {
        Path file = film(matrix, primaries, codec, number);
        List<String> unsupported =
                facts(file, DecisionKind.COLOUR_ENCODING_UNSUPPORTED, Fact.ENCODING);
        assertEquals(known ? 0 : 1, unsupported.size(), () -> "unsupported: " + unsupported);
        if (known) {
            int[][] expected = new int[8][];
            Arrays.setAll(expected, ColourFiles::patch);
            // Of green and orange differences, one code is more than one of colour.
            assertPatches(expected, file, matrix.equals("ycgco") ? 5 : CODES);
        }
    }

    private Path film(String matrix, String primaries, String codec, int number) {
        int gamut = primaries.equals("bt709") ? 1 : primaries.equals("bt2020") ? 9 : 12;
        String filter =
                "zscale=matrixin=gbr:rangein=full:primariesin=709:transferin=709:range=limited:"
                        + "transfer=709:matrix="
                        + matrix
                        + ":primaries="
                        + (gamut == 1 ? "709" : gamut == 9 ? "2020" : primaries)
                        + ",format=yuv444p10";
        String tags =
                codec
                        + "_metadata=matrix_coefficients="
                        + number
                        + ":colour_primaries="
                        + gamut
                        + ":transfer_characteristics=1";
        Path file = folder.resolve("film.mp4");
        List<String> arguments =
                new ArrayList<>(List.of("-i", files.png("plain.png", 8).toString()));
        arguments.addAll(List.of("-vf", filter, "-frames:v", "1", "-bsf:v", tags));
        arguments.addAll(
                codec.equals("h264")
                        ? List.of("-c:v", "libx264", "-preset", "ultrafast", "-qp", "1")
                        : List.of("-c:v", "libx265", "-x265-params", "qp=1:log-level=none"));
        arguments.add(file.toString());
        Programs.ffmpeg(arguments);
        return file;
    }

    /// 100 of 255 of linear light is 168 in sRGB, in a film and in a PNG.
    @Test
    void encodesLinearLight() {
        Path png = files.png("plain.png", 8);
        Path film =
                files.converted(
                        "linear.mp4",
                        png,
                        "-vf",
                        "scale=out_color_matrix=bt709,format=yuv444p",
                        "-c:v",
                        "libx264",
                        "-qp",
                        "1",
                        "-bsf:v",
                        "h264_metadata=matrix_coefficients=1:transfer_characteristics=8"
                                + ":colour_primaries=1");
        assertColour(new int[] {168, 168, 168}, patches(film)[0], CODES);
        Path still = files.png("linear.png", 16, cicp(1, 8));
        assertColour(new int[] {168, 168, 168}, patches(still)[0], CODES);
    }

    private static List<String> facts(Path file, DecisionKind kind, Fact fact) {
        return MEDIA.probe(file).decisions().stream()
                .filter(d -> d.kind() == kind)
                .map(Decision::facts)
                .map(facts -> facts.getOrDefault(fact, ""))
                .toList();
    }

    private static byte[] pixels(Path file) {
        MediaFacts facts = MEDIA.probe(file);
        try (PictureSource pictures = MEDIA.openPictures(file, facts.video().orElseThrow())) {
            Picture picture = pictures.at(Rational.ZERO);
            assertEquals(ColourFiles.WIDTH, picture.width());
            RgbaPicture rgba =
                    switch (picture) {
                        case RgbaPicture already -> already;
                        case YuvPicture yuv -> YuvToRgba.convert(yuv, yuv.width(), yuv.height());
                    };
            return rgba.pixels().clone();
        }
    }

    /// R, G, B in the middle of each patch.
    private static int[][] patches(Path file) {
        byte[] pixels = pixels(file);
        int[][] patches = new int[8][3];
        for (int i = 0; i < 8; i++) {
            int x = ColourFiles.SIDE * (i % 4) + ColourFiles.SIDE / 2;
            int y = ColourFiles.SIDE * (i / 4) + ColourFiles.SIDE / 2;
            for (int c = 0; c < 3; c++) {
                patches[i][c] = pixels[4 * (y * ColourFiles.WIDTH + x) + c] & 255;
            }
        }
        return patches;
    }

    private static void assertPatches(int[][] expected, Path file, int codes) {
        int[][] seen = patches(file);
        for (int i = 0; i < 8; i++) {
            assertColour(expected[i], seen[i], codes);
        }
    }

    private static void assertColour(int[] expected, int[] seen, int codes) {
        for (int c = 0; c < 3; c++) {
            assertEquals(
                    expected[c],
                    seen[c],
                    codes,
                    () -> Arrays.toString(expected) + " is " + Arrays.toString(seen));
        }
    }
}
