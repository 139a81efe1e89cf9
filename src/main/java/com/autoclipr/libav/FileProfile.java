package com.autoclipr.libav;

import com.autoclipr.libav.colour.IccProfile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;

/// ICC profiles that FFmpeg does not read: of BMP (version 5 of its header, embedded), of animated
/// WebP, and restricted ones of AVIF and HEIC (`rICC`).
final class FileProfile {
    private static final int BMP_HEADER = 14;
    private static final int V5_BYTES = 124;
    private static final int EMBEDDED = 0x4D424544;
    private static final int COLOUR_TYPE = 56;
    private static final int PROFILE_OFFSET = 112;
    private static final int MOST_META_BYTES = 1 << 20;

    private FileProfile() {}

    /// Empty if there is none, or if the file cannot be read: that is its decoder's to say.
    static Optional<byte[]> read(InputFile input) {
        try (FileChannel file = FileChannel.open(input.path())) {
            return switch (input.container()) {
                case "bmp_pipe" -> ofBmp(file);
                default -> input.container().startsWith("mov,") ? ofHeif(file) : Optional.empty();
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

    /// `meta`, `iprp`, `ipco`, `colr`.
    private static Optional<byte[]> ofHeif(FileChannel file) throws IOException {
        long at = 0;
        while (at + 8 <= file.size()) {
            ByteBuffer head = RiffChunk.read(file, at, 8).order(ByteOrder.BIG_ENDIAN);
            long size = Integer.toUnsignedLong(head.getInt(0));
            if (size < 8 || size > file.size() - at) {
                return Optional.empty();
            }
            if (RiffChunk.letters(head, 4).equals("meta")) {
                int kept = (int) Math.min(size - 12, MOST_META_BYTES);
                ByteBuffer meta =
                        RiffChunk.read(file, at + 12, Math.max(0, kept))
                                .order(ByteOrder.BIG_ENDIAN);
                return inBoxes(meta, 0, meta.limit());
            }
            at += size;
        }
        return Optional.empty();
    }

    private static Optional<byte[]> inBoxes(ByteBuffer boxes, int from, int end) {
        int at = from;
        while (at + 12 <= end) {
            int size = boxes.getInt(at);
            if (size < 8 || size > end - at) {
                return Optional.empty();
            }
            switch (RiffChunk.letters(boxes, at + 4)) {
                case "iprp", "ipco" -> {
                    Optional<byte[]> found = inBoxes(boxes, at + 8, at + size);
                    if (found.isPresent()) {
                        return found;
                    }
                }
                case "colr" -> {
                    if (size > 12 && RiffChunk.letters(boxes, at + 8).equals("rICC")) {
                        byte[] profile = new byte[size - 12];
                        boxes.get(at + 12, profile);
                        return Optional.of(profile);
                    }
                }
                default -> {}
            }
            at += size;
        }
        return Optional.empty();
    }
}
