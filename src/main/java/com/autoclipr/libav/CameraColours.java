package com.autoclipr.libav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalInt;

/// Reads whether a JPEG's EXIF data says Adobe RGB, by the rules of DCF 2.0: colour space
/// uncalibrated and interoperability `R03`; or, as some cameras write, colour space 2. FFmpeg gives
/// the interoperability the name of another field.
final class CameraColours {
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int COLOUR_SPACE = 0xa001;
    private static final int INTEROPERABILITY = 0xa005;
    private static final int INDEX = 1;
    private static final int UNCALIBRATED = 0xffff;
    private static final int ENTRY_BYTES = 12;
    private static final int MOST_SEGMENTS = 1_000;
    private static final int EXIF_MARKER = 0xe1;
    private static final int SCAN_MARKER = 0xda;

    private CameraColours() {}

    /// No, where there is no EXIF data or none that can be read.
    static boolean areAdobeRgb(Path path) {
        try (FileChannel file = FileChannel.open(path)) {
            long at = 2;
            for (int i = 0; i < MOST_SEGMENTS && at + 4 <= file.size(); i++) {
                ByteBuffer head = RiffChunk.read(file, at, 4).order(ByteOrder.BIG_ENDIAN);
                int marker = head.get(1) & 0xff;
                int size = Short.toUnsignedInt(head.getShort(2));
                if ((head.get(0) & 0xff) != 0xff || marker == SCAN_MARKER || size < 2) {
                    return false;
                }
                if (marker == EXIF_MARKER && size > 16) {
                    ByteBuffer content = RiffChunk.read(file, at + 4, size - 2);
                    if (RiffChunk.letters(content, 0).equals("Exif")) {
                        return areAdobeRgb(content.slice(6, content.limit() - 6));
                    }
                }
                at += 2 + size;
            }
            return false;
        } catch (IOException | IndexOutOfBoundsException e) {
            return false;
        }
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

    /// Where the value of an entry lies.
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
