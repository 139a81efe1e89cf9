package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.libav.LibavMedia;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.testkit.Programs;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Films with one bit per pixel.
class TwoColourFilmsTest {
    @TempDir Path folder;

    /// Black and white are the same in every matrix, so that none is assumed.
    @ParameterizedTest
    @CsvSource({"monow, rawvideo, nut", "monob, rawvideo, nut", "monob, png, mov"})
    void pixelsAreThoseOfFfmpeg(String format, String codec, String extension) {
        Path file = folder.resolve("film." + extension);
        String source = "testsrc2=size=100x76:rate=10:duration=0.3";
        Programs.ffmpeg(
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        source,
                        "-pix_fmt",
                        format,
                        "-c:v",
                        codec,
                        file.toString()));
        byte[] theirs =
                Programs.ffmpegOutput(
                        List.of(
                                "-i",
                                file.toString(),
                                "-frames:v",
                                "1",
                                "-pix_fmt",
                                "rgba",
                                "-f",
                                "rawvideo",
                                "-"));
        LibavMedia media = new LibavMedia();
        MediaFacts facts = media.probe(file);
        assertEquals(List.of(), facts.decisions());
        try (PictureSource pictures = media.openPictures(file, facts.video().orElseThrow())) {
            RgbaPicture ours = (RgbaPicture) pictures.at(Rational.ZERO);
            assertArrayEquals(theirs, ours.pixels());
        }
    }
}
