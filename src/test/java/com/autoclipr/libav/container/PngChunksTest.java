package com.autoclipr.libav.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.media.Orientation;
import com.autoclipr.testkit.media.ColourFiles;
import com.autoclipr.testkit.media.ColourFiles.Chunk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a PNG says far behind its beginning counts, what lies behind its end does not.
class PngChunksTest {
    private static final Orientation RIGHT = new Orientation(90, false);

    @TempDir Path folder;

    /// An EXIF directory with an orientation of 6, and bytes behind it.
    private static Chunk exif(int bytes) {
        ByteBuffer tiff = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(new byte[] {'I', 'I'}).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x112).putShort((short) 3).putInt(1).putInt(6);
        return new Chunk("eXIf", tiff.array());
    }

    private Path png(Chunk... chunks) {
        return new ColourFiles(folder).png("a.png", 8, chunks);
    }

    /// @param count empty chunks before `last`
    private Path behind(int count, Chunk last) {
        Chunk[] chunks = new Chunk[count + 1];
        Arrays.fill(chunks, new Chunk("teXt", new byte[0]));
        chunks[count] = last;
        return png(chunks);
    }

    @Test
    void manyChunksHideNothing() {
        assertEquals(RIGHT, Exif.orientation(behind(100_000, exif(26))));
        PngColours colours = PngColours.read(behind(2_000, ColourFiles.gamma(100_000)));
        assertEquals("gAMA 1.0", colours.description());
    }

    @Test
    void muchExifTurnsAsLittleDoes() {
        assertEquals(RIGHT, Exif.orientation(png(exif(26))));
        assertEquals(RIGHT, Exif.orientation(png(exif(2 << 20))));
    }

    @Test
    void whatLiesBehindTheEndCountsForNothing() throws IOException {
        byte[] other = Files.readAllBytes(png(exif(26)));
        Path file = png();
        Files.write(file, Arrays.copyOfRange(other, 8, other.length), StandardOpenOption.APPEND);
        assertEquals(Orientation.UPRIGHT, Exif.orientation(file));
    }
}
