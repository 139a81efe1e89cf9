package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalInt;

/// Colour properties of a JPEG that FFmpeg does not expose: it drops an incomplete ICC profile, and
/// gives EXIF's interoperability the name of another field.
///
/// @param profile whether there is at least a part of an ICC profile
/// @param adobeRgb whether EXIF declares Adobe RGB by DCF 2.0: colour space uncalibrated and
///   interoperability `R03`; or, as some cameras write, colour space 2
public record JpegColours(boolean profile, boolean adobeRgb) {
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int COLOUR_SPACE = 0xa001;
    private static final int INTEROPERABILITY = 0xa005;
    private static final int INDEX = 1;
    private static final int UNCALIBRATED = 0xffff;
    private static final int ENTRY_BYTES = 12;
    private static final int MOST_SEGMENTS = 1_000;
    private static final int EXIF_MARKER = 0xe1;
    private static final int PROFILE_MARKER = 0xe2;
    private static final int SCAN_MARKER = 0xda;

    /// Empty if segments cannot be read.
    public static JpegColours read(Path path) {
        boolean profile = false;
        boolean adobeRgb = false;
        try (FileChannel file = FileChannel.open(path)) {
            FileBytes bytes = new FileBytes(file);
            long at = 2;
            for (int i = 0; i < MOST_SEGMENTS && bytes.at(at) == 0xff; i++) {
                // Any number of fill bytes may come before a marker.
                while (bytes.at(at + 1) == 0xff) {
                    at++;
                }
                int marker = bytes.at(at + 1);
                int size = bytes.twoAt(at + 2);
                if (marker == SCAN_MARKER || size < 2) {
                    break;
                }
                if (marker == PROFILE_MARKER && size > 14) {
                    ByteBuffer start = RiffChunk.read(file, at + 4, 12);
                    profile |= RiffChunk.letters(start, 0).equals("ICC_");
                }
                if (marker == EXIF_MARKER && size > 16) {
                    ByteBuffer content = RiffChunk.read(file, at + 4, size - 2);
                    if (RiffChunk.letters(content, 0).equals("Exif")) {
                        adobeRgb |= areAdobeRgb(content.slice(6, content.limit() - 6));
                    }
                }
                at += 2 + size;
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            // Segments before a truncation count.
        }
        return new JpegColours(profile, adobeRgb);
    }

    private static boolean areAdobeRgb(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        OptionalInt exif = entry(tiff, tiff.getInt(4), EXIF_DIRECTORY);
        if (exif.isEmpty()) {
            return false;
        }
        int directory = tiff.getInt(exif.getAsInt());
        OptionalInt space = entry(tiff, directory, COLOUR_SPACE);
        int value = space.isEmpty() ? 0 : Short.toUnsignedInt(tiff.getShort(space.getAsInt()));
        OptionalInt interoperability = entry(tiff, directory, INTEROPERABILITY);
        if (value != UNCALIBRATED || interoperability.isEmpty()) {
            return value == 2;
        }
        OptionalInt index = entry(tiff, tiff.getInt(interoperability.getAsInt()), INDEX);
        return index.isPresent() && RiffChunk.letters(tiff, index.getAsInt()).startsWith("R03");
    }

    /// The offset of an entry's value.
    private static OptionalInt entry(ByteBuffer tiff, int directory, int tag) {
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == tag) {
                return OptionalInt.of(entry + 8);
            }
        }
        return OptionalInt.empty();
    }
}
