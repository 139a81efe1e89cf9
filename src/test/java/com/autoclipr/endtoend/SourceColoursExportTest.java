package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.FrameReader;
import com.autoclipr.testkit.RawPicture;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.ColourFiles;
import com.autoclipr.testkit.media.IccWriter;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Colour profiles reach the finished file: a JPEG in Display P3, a PNG with `gAMA` and a film in
/// YCgCo, one above the other.
@Tag("slow")
class SourceColoursExportTest {
    private static final int CODES = 4;

    @TempDir private Path folder;

    @Test
    void profilesReachTheFile() throws IOException {
        ColourFiles files = new ColourFiles(folder);
        Path png = files.png("plain.png", 8);
        Path plain = files.converted("plain.jpg", png, "-q:v", "1", "-pix_fmt", "yuvj444p");
        byte[][] profile = ColourFiles.iccSegments(IccWriter.displayP3());
        Path photo = files.jpeg("photo.jpg", Files.readAllBytes(plain), profile);
        Path gamma = files.png("gamma.png", 8, ColourFiles.gamma(100_000));
        Path film =
                files.converted(
                        "film.mp4",
                        png,
                        "-vf",
                        "zscale=matrixin=gbr:rangein=full:primariesin=709:transferin=709:"
                                + "range=limited:transfer=709:primaries=709:matrix=ycgco,"
                                + "format=yuv444p",
                        "-c:v",
                        "libx264",
                        "-qp",
                        "4",
                        "-colorspace",
                        "ycgco");
        Path project =
                TestProject.canvas(128, 192)
                        .overlay("{\"aspectRatio\": \"free\", \"width\": 128, \"height\": 192}")
                        .cut(Rational.ZERO, Rational.of(1, 5))
                        .layer(layer("image", photo, 32))
                        .layer(layer("image", gamma, 96))
                        .layer(layer("video", film, 160))
                        .in(folder);
        String[] options = {"--resolution", "128x192", "--crf", "4", "--preset", "ultrafast"};
        Autoclipr.Export export = Autoclipr.export(project, folder, options);
        assertEquals(
                2,
                export.decisions().stream().filter("colour-profile-applied"::equals).count(),
                () -> export.decisions().toString());
        assertTrue(export.decisions().stream().noneMatch("colour-encoding-unsupported"::equals));
        RawPicture seen = FrameReader.rgb(export.file(), 0);
        // Little CMS's values for the P3 photo; 100 of 255 of light; the film as it was.
        assertColour(seen, 0, 0, 99, 100, 99);
        assertColour(seen, 1, 0, 206, 44, 24);
        assertColour(seen, 2, 0, 190, 116, 83);
        assertColour(seen, 0, 1, 168, 168, 168);
        assertColour(seen, 0, 2, 100, 100, 100);
        assertColour(seen, 1, 2, 190, 60, 40);
        assertColour(seen, 2, 2, 180, 120, 90);
        assertColour(seen, 3, 2, 60, 140, 70);
    }

    /// @param middle of the layer, canvas pixels from the top
    private static String layer(String type, Path source, int middle) {
        return """
               {"type": "%s", "src": "%s", "fit": "fill", "width": 128, "height": 64,
                "position": {"x": 64, "y": %d}}
               """
                .formatted(type, source, middle);
    }

    /// A patch of a layer's upper row.
    private static void assertColour(RawPicture seen, int column, int layer, int... rgb) {
        int[] expected = {rgb[1], rgb[2], rgb[0]};
        for (int plane = 0; plane < 3; plane++) {
            assertEquals(
                    expected[plane],
                    seen.mean(plane, 32 * column + 16, 64 * layer + 16, 4),
                    CODES,
                    "plane " + plane + " of patch " + column + " of layer " + layer);
        }
    }
}
