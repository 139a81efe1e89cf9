package com.autoclipr.libav;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.container.Exif;
import com.autoclipr.libav.container.HeifItems;
import com.autoclipr.libav.pictures.HeifWriter;
import com.autoclipr.media.Orientation;
import com.autoclipr.testkit.media.IccWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures whose tables name what is not there: the file is at fault, not this program.
@Tag("slow")
class LyingTablesTest {
    @TempDir Path folder;

    private void assertRefused(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("picture"), bytes);
        Failure refused =
                assertThrows(FailureException.class, () -> new LibavMedia().probe(file)).failure();
        assertEquals(FailureKind.Fault.MEDIA, refused.kind().fault(), refused.toString());
        assertEquals(file.toString(), refused.fact(Fact.FILE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5})
    void aHeifWhosePrimaryItemIsCutOff(int bytes) throws IOException {
        assertRefused(
                HeifWriter.join(
                        HeifWriter.box("ftyp", HeifWriter.bytes("avif\0\0\0\0mif1avif")),
                        HeifWriter.box(
                                "meta",
                                HeifWriter.ints(0),
                                HeifWriter.box("pitm", new byte[bytes]),
                                HeifWriter.box("iinf", new byte[6]))));
    }

    /// Extents of no bytes: 65 535 of each of many items would take minutes to count.
    @Test
    void aHeifWithExtentsOfNothing() throws IOException {
        byte[] places = new byte[8 + 6 * 60_000];
        ByteBuffer.wrap(places).putInt(0).putShort((short) 0).putShort((short) 60_000);
        for (int at = 8; at < places.length; at += 6) {
            ByteBuffer.wrap(places).putShort(at + 4, (short) 0xffff);
        }
        byte[] heif =
                HeifWriter.join(
                        HeifWriter.box("ftyp", HeifWriter.bytes("avif\0\0\0\0mif1avif")),
                        HeifWriter.box(
                                "meta",
                                HeifWriter.ints(0),
                                HeifWriter.box("pitm", new byte[6]),
                                HeifWriter.box("iinf", new byte[6]),
                                HeifWriter.box("iloc", places)));
        Path file = Files.write(folder.resolve("picture"), heif);
        Assertions.assertTimeout(Duration.ofSeconds(1), () -> HeifItems.read(file));
    }

    /// BigTIFF: width, height and orientation lie before the file, or beyond its end.
    @ParameterizedTest
    @ValueSource(longs = {-8, Long.MIN_VALUE, Long.MAX_VALUE, 1_000_000})
    void aBigTiffWhoseValuesLieNowhere(long place) throws IOException {
        ByteBuffer tiff = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(HeifWriter.bytes("II+\0\b\0\0\0")).putLong(16).putLong(3);
        for (int tag : new int[] {256, 257, 274}) {
            tiff.putShort((short) tag).putShort((short) 3).putLong(100).putLong(place);
        }
        assertRefused(tiff.array());
        Path file = Files.write(folder.resolve("turned"), tiff.array());
        assertEquals(Orientation.UPRIGHT, Exif.orientation(file));
    }

    @Test
    void aHeifWithPropertiesInPropertiesWithoutEnd() throws IOException {
        int depth = 100_000;
        ByteBuffer nested = ByteBuffer.allocate(8 * depth + 8);
        while (nested.remaining() > 8) {
            nested.putInt(nested.remaining() - 8).put(HeifWriter.bytes("ipco"));
        }
        HeifWriter heif = new HeifWriter("avif");
        red().into(heif, Arrays.copyOf(nested.array(), 8 * depth));
        assertEquals(64, Shown.of(Files.write(folder.resolve("a"), heif.done())).width());
    }

    /// A size of 64 bits before what counts.
    @Test
    void aRestrictedProfileBehindALargeBox() throws IOException {
        byte[] large =
                ByteBuffer.allocate(64).putInt(1).put(HeifWriter.bytes("free")).putLong(64).array();
        byte[] profile = HeifWriter.box("colr", HeifWriter.bytes("rICC"), IccWriter.displayP3());
        HeifWriter heif = new HeifWriter("avif").first(large);
        red().into(heif, profile);
        Shown shown = Shown.of(Files.write(folder.resolve("a"), heif.done()));
        assertEquals("P3 of a test", shown.fact(DecisionKind.COLOUR_PROFILE_APPLIED, Fact.PROFILE));
    }

    private CodedPicture red() throws IOException {
        return CodedPicture.of(folder, true, "color=0xff0000:s=64x48", "yuv420p", "pc");
    }
}
