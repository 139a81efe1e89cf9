package com.autoclipr.libav;

import com.autoclipr.libav.colour.IccProfile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;

/// ICC profiles that FFmpeg does not read: of BMP (version 5 of its header, embedded), of animated
/// WebP, and restricted ones of AVIF and HEIC (`rICC`).
final class FileProfile {
    private static final int BMP_HEADER = 14;
    private static final int V5_BYTES = 124;
    private static final int EMBEDDED = 0x4D424544;
    private static final int COLOUR_TYPE = 56;
    private static final int PROFILE_OFFSET = 112;

    /// Version and flags.
    private static final int FULL_BOX_BYTES = 4;

    /// The letters that say what kind of profile follows.
    private static final int KIND_BYTES = 4;

    private FileProfile() {}

    /// Empty if there is none, or if the file cannot be read: that is its decoder's to say.
    static Optional<byte[]> read(InputFile input) {
        try (FileChannel file = FileChannel.open(input.path())) {
            return switch (input.container()) {
                case "bmp_pipe" -> ofBmp(file);
                default -> VideoProbe.isHeif(input) ? ofHeif(file) : Optional.empty();
            };
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> ofBmp(FileChannel file) throws IOException {
        ByteBuffer head = RiffChunk.read(file, 0, BMP_HEADER + V5_BYTES);
        boolean embedded =
                head.getInt(BMP_HEADER) == V5_BYTES
                        && head.getInt(BMP_HEADER + COLOUR_TYPE) == EMBEDDED;
        if (!embedded) {
            return Optional.empty();
        }
        long at = BMP_HEADER + Integer.toUnsignedLong(head.getInt(BMP_HEADER + PROFILE_OFFSET));
        return Optional.of(content(file, at, head.getInt(BMP_HEADER + PROFILE_OFFSET + 4)));
    }

    /// The `ICCP` chunk of a WebP.
    static Optional<byte[]> ofWebp(FileChannel file) throws IOException {
        for (RiffChunk chunk : RiffChunk.ofFile(file)) {
            if (chunk.type().equals("ICCP")) {
                return Optional.of(content(file, chunk.offset(), chunk.size()));
            }
        }
        return Optional.empty();
    }

    private static byte[] content(FileChannel file, long at, int size) throws IOException {
        int kept = Math.min(Math.max(size, 0), IccProfile.MOST_BYTES + 1);
        return RiffChunk.read(file, at, kept).array();
    }

    /// The first `rICC` in `meta`, `iprp`, `ipco`, `colr`.
    private static Optional<byte[]> ofHeif(FileChannel file) throws IOException {
        Optional<Boxes> meta = Boxes.of(file).child("meta", 0);
        Optional<Boxes> properties =
                meta.isEmpty() ? meta : meta.get().child("iprp", FULL_BOX_BYTES);
        Optional<Boxes> shelf = properties.isEmpty() ? properties : properties.get().at("ipco");
        for (Boxes box : shelf.isEmpty() ? List.<Boxes>of() : shelf.get().children(0)) {
            long size = box.end() - box.start() - KIND_BYTES;
            if (box.type().equals("colr")
                    && size > 0
                    && RiffChunk.letters(box.content(), 0).equals("rICC")) {
                int kept = (int) Math.min(Integer.MAX_VALUE, size);
                return Optional.of(content(file, box.start() + KIND_BYTES, kept));
            }
        }
        return Optional.empty();
    }
}
