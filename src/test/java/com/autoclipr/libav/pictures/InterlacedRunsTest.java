package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.testkit.Programs;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A broadcast that begins with whole pictures, goes on in fields, and ends with whole ones again.
@Tag("slow")
class InterlacedRunsTest {
    private final LibavMedia media = new LibavMedia();

    @TempDir Path folder;

    /// Two seconds.
    private Path part(String name, String encoding) {
        Path file = folder.resolve(name + ".ts");
        List<String> arguments =
                new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=s=160x96:r=25:d=2"));
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-g", "10", "-c:v"));
        arguments.addAll(Arrays.asList(encoding.split(" ")));
        arguments.add(file.toString());
        Programs.ffmpeg(arguments);
        return file;
    }

    private static byte[] luma(PictureSource pictures, Rational time) {
        Plane luma = ((YuvPicture) pictures.at(time)).luma();
        byte[] packed = new byte[luma.width() * luma.height()];
        for (int y = 0; y < luma.height(); y++) {
            System.arraycopy(
                    luma.samples(), y * luma.stride(), packed, y * luma.width(), luma.width());
        }
        return packed;
    }

    private PictureSource open(Path file) {
        MediaFacts facts = media.probe(file);
        return media.openPictures(file, facts.video().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mpeg2video -bf 2", "libx264 -preset ultrafast"})
    void fieldsOfALaterPartAreDeinterlaced(String encoding) throws IOException {
        String fields =
                encoding.startsWith("lib")
                        ? " -flags +ildct+ilme -x264-params tff=1"
                        : " -flags +ildct+ilme -field_order tt";
        Path whole = part("whole", encoding);
        Path woven = part("woven", encoding + fields);
        assertTrue(media.probe(woven).video().orElseThrow().interlaced());
        Path film = folder.resolve("film.ts");
        for (Path part : List.of(whole, woven, whole)) {
            Files.write(
                    film,
                    Files.readAllBytes(part),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        assertFalse(media.probe(film).video().orElseThrow().interlaced());
        for (int tenths : List.of(38, 5, 21, 29, 57, 20, 39)) {
            Path part = tenths / 20 == 1 ? woven : whole;
            Rational within = Rational.of(tenths % 20, 10).plus(Rational.of(1, 50));
            try (PictureSource due = open(part);
                    PictureSource met = open(film)) {
                Rational at = Rational.of(2L * (tenths / 20)).plus(within);
                assertArrayEquals(luma(due, within), luma(met, at), "at " + tenths);
            }
        }
        try (PictureSource pictures = open(film)) {
            pictures.at(Rational.ONE);
            assertTrue(pictures.decisions().isEmpty());
            for (int tenths = 11; tenths < 60; tenths++) {
                pictures.at(Rational.of(tenths, 10));
            }
            assertTrue(
                    pictures.decisions().stream()
                            .anyMatch(met -> met.kind() == DecisionKind.DEINTERLACED));
        }
    }
}
