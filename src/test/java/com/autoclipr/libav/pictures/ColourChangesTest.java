package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.PictureSource;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Films put together from parts whose samples mean something else: each part has its own colours.
@Tag("slow")
class ColourChangesTest {
    private static final List<String> PARTS =
            List.of(
                    "bt709:limited",
                    "smpte170m:limited",
                    "bt709:full",
                    "bt709:limited:arib-std-b67");

    private final LibavMedia media = new LibavMedia();

    @TempDir Path folder;

    /// A second of one colour.
    ///
    /// @param coding matrix, range, and if it is another one, the light curve
    private Path part(String coding, String extension) {
        String[] said = coding.split(":");
        Path file = folder.resolve(coding.replace(':', '-') + "." + extension);
        List<String> arguments =
                new ArrayList<>(List.of("-f", "lavfi", "-i", "color=0xc82820:s=64x64:r=10:d=1"));
        arguments.addAll(
                List.of(
                        "-vf",
                        "scale=out_color_matrix=%s:out_range=%s,format=yuv420p"
                                .formatted(said[0], said[1])));
        arguments.addAll(List.of("-c:v", "libx264", "-qp", "4", "-preset", "ultrafast"));
        arguments.addAll(List.of("-colorspace", said[0], "-color_primaries", "bt709"));
        arguments.addAll(List.of("-color_range", said[1].equals("full") ? "pc" : "tv"));
        arguments.addAll(
                List.of("-x264-params", "transfer=" + (said.length > 2 ? said[2] : "bt709")));
        arguments.add(file.toString());
        Programs.ffmpeg(arguments);
        return file;
    }

    private Path joined(String extension, List<Path> parts) throws IOException {
        Path whole = folder.resolve("joined." + extension);
        for (Path part : parts) {
            byte[] bytes = Files.readAllBytes(part);
            // A second header of FLV is no part of the format.
            int header = extension.equals("flv") && Files.exists(whole) ? 13 : 0;
            Files.write(
                    whole,
                    Arrays.copyOfRange(bytes, header, bytes.length),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        return whole;
    }

    private YuvPicture at(Path file, MediaFacts facts, Rational time) {
        try (PictureSource pictures = media.openPictures(file, facts.video().orElseThrow())) {
            return (YuvPicture) pictures.at(time);
        }
    }

    private static void assertSame(YuvPicture due, YuvPicture met, String part) {
        assertEquals(due.matrix(), met.matrix(), part);
        assertEquals(due.fullRange(), met.fullRange(), part);
        assertArrayEquals((byte[]) due.luma().samples(), (byte[]) met.luma().samples(), part);
        assertArrayEquals((byte[]) due.cr().samples(), (byte[]) met.cr().samples(), part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts", "flv"})
    void everyPartKeepsItsColours(String extension) throws IOException {
        List<Path> parts = PARTS.stream().map(coding -> part(coding, extension)).toList();
        Path file = joined(extension, parts);
        MediaFacts facts = media.probe(file);
        Rational middle = new Rational(1, 2);
        for (int i : List.of(2, 0, 3, 1)) {
            YuvPicture due = at(parts.get(i), media.probe(parts.get(i)), middle);
            YuvPicture met = at(file, facts, Rational.of(i).plus(middle));
            assertSame(due, met, PARTS.get(i));
        }
        try (PictureSource pictures = media.openPictures(file, facts.video().orElseThrow())) {
            for (int i = 0; i < 4; i++) {
                YuvPicture due = at(parts.get(i), media.probe(parts.get(i)), middle);
                assertSame(
                        due,
                        (YuvPicture) pictures.at(Rational.of(i).plus(middle)),
                        "on the way: " + PARTS.get(i));
            }
            List<Decision> met = new ArrayList<>(pictures.decisions());
            met.removeIf(d -> d.kind() != DecisionKind.COLOUR_CHANGED);
            assertEquals(3, met.size(), met.toString());
            assertEquals("bt601 limited, smpte170m", met.getFirst().facts().get(Fact.TO));
        }
    }

    /// Of a broadcast whose later part does not say what its colours are, its size decides.
    @Test
    void anUntaggedPartIsNotTakenForTheOneBefore() throws IOException {
        Path tagged = part("bt709:limited", "ts");
        Path plain = folder.resolve("plain.ts");
        Programs.ffmpeg(
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "color=0xc82820:s=64x64:r=10:d=1",
                        "-c:v",
                        "mpeg2video",
                        "-pix_fmt",
                        "yuv420p",
                        "-color_range",
                        "tv",
                        "-streamid",
                        "0:500",
                        plain.toString()));
        Path file = joined("ts", List.of(tagged, plain));
        Rational middle = new Rational(3, 2);
        assertEquals(
                at(plain, media.probe(plain), new Rational(1, 2)).matrix(),
                at(file, media.probe(file), middle).matrix());
    }
}
