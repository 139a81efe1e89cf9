package com.autoclipr.libav.profiles;

import com.autoclipr.libav.colour.IccProfile;
import com.autoclipr.libav.container.HeifItem;
import com.autoclipr.libav.container.HeifItems;
import com.autoclipr.libav.container.RiffChunk;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.input.PrimaryPicture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.Optional;

/// ICC profiles that FFmpeg does not read: of BMP (version 5 of its header, embedded), of animated
/// WebP, and restricted ones of AVIF and HEIC (`rICC`).
final class FileProfile {
    private static final int BMP_HEADER = 14;
    private static final int V5_BYTES = 124;
    private static final int EMBEDDED = 0x4D424544;
    private static final int COLOUR_TYPE = 56;
    private static final int PROFILE_OFFSET = 112;

    private FileProfile() {}

    /// Empty if there is none, or if the file cannot be read, which its decoder reports.
    static Optional<byte[]> read(InputFile input) {
        try (FileChannel file = FileChannel.open(input.path())) {
            return switch (input.container()) {
                case "bmp_pipe" -> ofBmp(file);
                default -> input.isHeif() ? ofHeif(input, file) : Optional.empty();
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

    /// The `rICC` of the primary image, or of its first tile; for an animation, of its still image.
    private static Optional<byte[]> ofHeif(InputFile input, FileChannel file) throws IOException {
        Optional<HeifItems> items =
                input.primary().map(PrimaryPicture::items).or(() -> HeifItems.read(input.path()));
        Optional<HeifItem> shown = items.flatMap(HeifItems::shown);
        Optional<HeifItem> part =
                shown.flatMap(item -> item.parts().stream().findFirst())
                        .map(items.map(HeifItems::items).orElse(Map.of())::get);
        Optional<HeifItem.Profile> profile =
                shown.flatMap(HeifItem::profile).or(() -> part.flatMap(HeifItem::profile));
        if (profile.isEmpty()) {
            return Optional.empty();
        }
        int kept = (int) Math.min(Integer.MAX_VALUE, profile.get().bytes());
        return Optional.of(content(file, profile.get().offset(), kept));
    }
}
