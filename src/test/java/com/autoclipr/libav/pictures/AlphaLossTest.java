package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.libav.CodedPicture;
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

/// A transparency that is not all there: what is there is used, and the rest is reported.
@Tag("slow")
class AlphaLossTest {
    private static final byte[] ALPHA =
            HeifWriter.auxiliary("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha");

    @TempDir Path folder;

    private CodedPicture red() throws IOException {
        return CodedPicture.of(folder, true, "color=0xff0000:s=64x48", "yuv420p", "pc");
    }

    private CodedPicture clear() throws IOException {
        return CodedPicture.of(folder, true, "color=black:s=64x48", "gray", "pc");
    }

    private Shown shown(byte[] bytes) throws IOException {
        Shown shown = Shown.of(Files.write(folder.resolve("picture"), bytes));
        assertTrue(shown.decided(DecisionKind.CORRUPT_DATA_SKIPPED), shown.decisions() + "");
        return shown;
    }

    private static int find(byte[] bytes, String name, int from) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name, from);
    }

    @Test
    void ofOneOfTwoTiles() throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        int first = red().into(heif);
        int second = red().into(heif);
        int mask = clear().into(heif, ALPHA);
        int grid = heif.grid(2, 1, 64, 96, HeifWriter.size(64, 96));
        heif.refer("dimg", grid, first, second).refer("auxl", mask, first).primary(grid);
        Shown shown = shown(heif.done());
        assertTrue(shown.facts().alpha());
        assertEquals(0, shown.at(20, 20)[3]);
        assertEquals(255, shown.at(20, 70)[3]);
    }

    @Test
    void thatCannotBeRead() throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        int first = red().into(heif);
        int mask = heif.item("xxxx", clear().data(), HeifWriter.size(64, 48), ALPHA);
        Shown shown = shown(heif.refer("auxl", mask, first).done());
        assertFalse(shown.facts().alpha());
        shown.assertColour(255, 0, 0, 20, 20, 6);
    }

    @Test
    void ofTilesThatCannotBeRead() throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        int first = red().into(heif);
        int second = red().into(heif);
        int mask = heif.item("xxxx", clear().data(), HeifWriter.size(64, 48), ALPHA);
        int grid = heif.grid(2, 1, 64, 96, HeifWriter.size(64, 96));
        heif.refer("dimg", grid, first, second).refer("auxl", mask, first).primary(grid);
        assertEquals(96, shown(heif.done()).height());
    }

    /// The table of references names more pictures than it holds.
    @Test
    void besideDamage() throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        int red = red().into(heif, HeifWriter.aperture(1, 32, 24, 0, 0));
        heif.refer("auxl", clear().into(heif, ALPHA), red);
        heif.refer("thmb", red().into(heif), red);
        byte[] bytes = heif.done();
        int reference = find(bytes, "thmb", 0);
        ByteBuffer.wrap(bytes).putShort(reference + 6, (short) 50);
        Shown shown = shown(bytes);
        assertEquals(32, shown.width());
        assertEquals(0, shown.at(20, 20)[3]);
    }

    private Path moving(int alphas) {
        return MadeMedia.ffmpeg(
                folder.resolve("moving.avif"),
                "color=0xff0000:s=64x48:r=4:d=1,format=rgba,"
                        + "geq=r=255:g=0:b=0:a='if(gt(X,31),255,if(lt(N,1),0,128))'[v];"
                        + "[v]split[a][b];[b]format=rgba,alphaextract,format=gray,trim=end_frame="
                        + alphas
                        + "[out1];[a]format=yuv420p[out0]",
                "-map",
                "0:0",
                "-map",
                "0:1",
                "-c:v",
                "libaom-av1",
                "-cpu-used",
                "8");
    }

    /// It has a picture less than the colours, and changes with its second one.
    @Test
    void ofTheEndOfAnAnimation() {
        Path file = moving(3);
        Shown first = Shown.of(file);
        assertEquals(0, first.at(8, 20)[3], 3);
        assertTrue(first.decided(DecisionKind.CORRUPT_DATA_SKIPPED));
        Shown last = Shown.of(file, Rational.of(8, 10));
        assertEquals(128, last.at(8, 20)[3], 4);
        assertEquals(255, last.at(56, 20)[3], 3);
        assertFalse(Shown.of(moving(4)).decided(DecisionKind.CORRUPT_DATA_SKIPPED));
    }

    @Test
    void ofAnAnimationThatCannotBeRead() throws IOException {
        byte[] bytes = Files.readAllBytes(moving(4));
        int handler = find(bytes, "auxv", find(bytes, "moov", 0));
        bytes[find(bytes, "av01", handler)] = 'x';
        assertFalse(shown(bytes).facts().alpha());
    }
}
