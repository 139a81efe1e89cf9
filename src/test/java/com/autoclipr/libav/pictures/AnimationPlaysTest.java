package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.libav.MadeMedia;
import com.autoclipr.libav.Shown;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How often an animation says that it plays.
@Tag("slow")
class AnimationPlaysTest {
    private static final String MOVING = "testsrc2=s=32x24:r=10:d=0.5";

    @TempDir Path folder;

    private int plays(String name, String... encoding) {
        return Shown.of(MadeMedia.ffmpeg(folder.resolve(name), MOVING, encoding)).facts().plays();
    }

    @ParameterizedTest
    @CsvSource({
        // GIF counts how often it plays again.
        "a.gif, -loop, -1, 1",
        "a.gif, -loop, 0, 0",
        "a.gif, -loop, 2, 3",
        "a.apng, -plays, 0, 0",
        "a.apng, -plays, 1, 1",
        "a.apng, -plays, 4, 4",
        "a.webp, -loop, 0, 0",
        "a.webp, -loop, 1, 1",
        "a.webp, -loop, 3, 3"
    })
    void isReadOfTheFile(String name, String option, String value, int plays) {
        assertEquals(plays, plays(name, option, value));
    }

    @Test
    void aFilmSaysNothing() {
        assertEquals(0, plays("a.mp4", "-c:v", "libx264", "-pix_fmt", "yuv420p"));
        assertEquals(0, plays("a.mkv", "-c:v", "libx264", "-pix_fmt", "yuv420p"));
    }

    /// The track's edit list, if it has one, says whether it is repeated, and its header how long
    /// that lasts.
    @Test
    void anAvifSaysItByItsEditList() throws IOException {
        Path file =
                MadeMedia.ffmpeg(
                        folder.resolve("a.avif"), MOVING, "-c:v", "libaom-av1", "-cpu-used", "8");
        byte[] avif = Files.readAllBytes(file);
        assertEquals(0, Shown.of(withoutEdits(avif)).facts().plays());
        int edit = find(avif, "elst") + 4;
        ByteBuffer bytes = ByteBuffer.wrap(avif);
        int lengthOfEdit = bytes.getInt(edit + 8);
        int header = find(avif, "tkhd") + 4;
        boolean wide = avif[header] == 1;
        int length = header + (wide ? 32 : 20);
        avif[edit + 3] = 0;
        assertEquals(1, Shown.of(written(avif)).facts().plays());
        avif[edit + 3] = 1;
        bytes.putInt(length, 3 * lengthOfEdit);
        if (wide) {
            bytes.putInt(length - 4, 0);
        }
        assertEquals(3, Shown.of(written(avif)).facts().plays());
        Shown last = Shown.of(written(avif), Rational.of(4, 10));
        assertEquals(32, last.width());
    }

    private Path withoutEdits(byte[] avif) throws IOException {
        byte[] without = avif.clone();
        int name = find(without, "edts");
        without[name] = 'f';
        return written(without);
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("written.avif"), bytes);
    }

    private static int find(byte[] bytes, String name) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name);
    }
}
