package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A box of an ISO base media file (ISO/IEC 14496-12). Does not own the channel.
///
/// @param type four-character code
/// @param start offset of the content
/// @param end offset of the end
public record Box(FileChannel file, String type, long start, long end) {
    private static final int HEADER_BYTES = 8;
    private static final int LONG_HEADER_BYTES = 16;

    /// Maximum number of child boxes: well above the number of streams.
    private static final int MOST_CHILDREN = 10_000;

    /// Maximum number of boxes of a fragmented file, two per fragment.
    private static final int MOST_IN_FILE = 1_000_000;

    private static final int MOST_BYTES = 16 << 20;

    /// The whole file as a box.
    public static Box of(FileChannel file) throws IOException {
        return new Box(file, "file", 0, file.size());
    }

    /// The child boxes, up to the first corrupt one.
    ///
    /// @param skip bytes of fields before the children
    public List<Box> children(int skip) throws IOException {
        List<Box> children = new ArrayList<>();
        long at = start + skip;
        while (at + HEADER_BYTES <= end && children.size() < MOST_CHILDREN) {
            Header header = header(at);
            if (header.bytes < header.fieldBytes || header.bytes > end - at) {
                break;
            }
            children.add(new Box(file, header.type, at + header.fieldBytes, at + header.bytes));
            at += header.bytes;
        }
        return children;
    }

    /// Where the last top-level box of `type` ends according to its header, possibly beyond the end
    /// of the file; empty if there is none.
    public static OptionalLong endOf(FileChannel file, String type) throws IOException {
        Box whole = of(file);
        OptionalLong last = OptionalLong.empty();
        long at = 0;
        for (int count = 0; count < MOST_IN_FILE && at + HEADER_BYTES <= whole.end; count++) {
            Header header = whole.header(at);
            if (header.bytes < header.fieldBytes || header.bytes > Long.MAX_VALUE - at) {
                break;
            }
            at += header.bytes;
            if (header.type.equals(type)) {
                last = OptionalLong.of(at);
            }
        }
        return last;
    }

    /// The header of a box.
    ///
    /// @param fieldBytes size of the header
    /// @param bytes size of the box, including the header
    private record Header(String type, int fieldBytes, long bytes) {}

    /// The header of the child at `at`; a size of zero extends to the end.
    private Header header(long at) throws IOException {
        ByteBuffer fields = bigEndian(at, HEADER_BYTES);
        String name = RiffChunk.letters(fields, 4);
        long size = Integer.toUnsignedLong(fields.getInt(0));
        if (size == 1 && at + LONG_HEADER_BYTES <= end) {
            size = bigEndian(at + HEADER_BYTES, Long.BYTES).getLong(0);
            return new Header(name, LONG_HEADER_BYTES, size);
        }
        return new Header(name, HEADER_BYTES, size == 0 ? end - at : size);
    }

    /// The first child of `type`.
    public Optional<Box> child(String type, int skip) throws IOException {
        return children(skip).stream().filter(box -> box.type.equals(type)).findFirst();
    }

    /// The box at the end of a path of plain container boxes.
    public Optional<Box> at(String... way) throws IOException {
        Optional<Box> box = Optional.of(this);
        for (String step : way) {
            if (box.isEmpty()) {
                break;
            }
            box = box.get().child(step, 0);
        }
        return box;
    }

    /// The id of a track, from its header.
    public static Optional<Integer> trackId(Box track) throws IOException {
        Optional<Box> header = track.child("tkhd", 0);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer content = header.get().content();
        return Optional.of(content.getInt(content.get(0) == 1 ? 20 : 12));
    }

    /// The content, big-endian; truncated for an oversized box.
    public ByteBuffer content() throws IOException {
        return bigEndian(start, (int) Math.min(MOST_BYTES, end - start));
    }

    private ByteBuffer bigEndian(long at, int count) throws IOException {
        return RiffChunk.read(file, at, count).order(ByteOrder.BIG_ENDIAN);
    }
}
