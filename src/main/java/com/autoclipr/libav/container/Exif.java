package com.autoclipr.libav.container;

import com.autoclipr.media.Orientation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the orientation of a PNG or WebP from its EXIF data, which FFmpeg reads for JPEG only, and
/// of a TIFF from its tags.
public final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY_BYTES = 12;

    /// The orientation is in the first directory.
    private static final int MOST_BYTES = 1 << 20;

    private Exif() {}

    /// Upright if there is no readable EXIF data.
    public static Orientation orientation(Path path) {
        try (FileChannel file = FileChannel.open(path)) {
            return TiffFile.isTiff(new FileBytes(file))
                    ? of(TiffFile.read(file).orientation())
                    : find(file).map(Exif::orientation).orElse(Orientation.UPRIGHT);
        } catch (IOException | IndexOutOfBoundsException e) {
            // Corrupt EXIF data is ignored; the decoder reports a corrupt picture.
            return Orientation.UPRIGHT;
        }
    }

    private static Optional<ByteBuffer> find(FileChannel file) throws IOException {
        if (RiffChunk.isWebp(file)) {
            for (RiffChunk chunk : RiffChunk.ofFile(file)) {
                if (chunk.type().equals("EXIF")) {
                    int kept = Math.min(chunk.size(), MOST_BYTES);
                    return Optional.of(RiffChunk.read(file, chunk.offset(), kept));
                }
            }
            return Optional.empty();
        }
        return inPng(file);
    }

    private static Optional<ByteBuffer> inPng(FileChannel file) throws IOException {
        PngChunks chunks = new PngChunks(new FileBytes(file));
        while (chunks.next()) {
            if (chunks.is("eXIf")) {
                return Optional.of(chunks.content(file, MOST_BYTES));
            }
        }
        return Optional.empty();
    }

    /// @param exif a TIFF header and directory, with or without the prefix `Exif` and two zeros
    public static Orientation orientation(ByteBuffer exif) {
        boolean prefixed = exif.remaining() > 6 && RiffChunk.letters(exif, 0).equals("Exif");
        ByteBuffer tiff = prefixed ? exif.slice(6, exif.remaining() - 6) : exif;
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                return of(Short.toUnsignedInt(tiff.getShort(entry + 8)));
            }
        }
        return Orientation.UPRIGHT;
    }

    /// @param value 1 to 8, as in EXIF 2.3
    private static Orientation of(int value) {
        return switch (value) {
            case 2 -> new Orientation(0, true);
            case 3 -> new Orientation(180, false);
            case 4 -> new Orientation(180, true);
            case 5 -> new Orientation(270, true);
            case 6 -> new Orientation(90, false);
            case 7 -> new Orientation(90, true);
            case 8 -> new Orientation(270, false);
            default -> Orientation.UPRIGHT;
        };
    }
}
