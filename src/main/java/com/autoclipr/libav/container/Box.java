package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Boxes of an ISO base media file (ISO/IEC 14496-12), found without reading what is between them.
/// The channel stays its owner's.
///
/// @param type four letters
/// @param start offset of the content
/// @param end offset of what comes after
public record Box(FileChannel file, String type, long start, long end) {
    private static final int HEADER_BYTES = 8;
    private static final int LONG_HEADER_BYTES = 16;

    /// No box has more boxes in it than a file may have streams, and some.
    private static final int MOST_CHILDREN = 10_000;

    /// Of a film in fragments, two for each.
    private static final int MOST_IN_FILE = 1_000_000;

    private static final int MOST_BYTES = 16 << 20;

    /// The whole file as a box.
    public static Box of(FileChannel file) throws IOException {
        return new Box(file, "file", 0, file.size());
    }

    /// The boxes that lie in this one, up to the first that is damaged.
    ///
    /// @param skip bytes of this box's own fields before them
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

    /// Where the last of the file's own boxes of `type` ends by its header, which may be behind the
    /// end of the file; empty if there is none.
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

    /// What a box says of itself.
    ///
    /// @param fieldBytes that say it
    /// @param bytes of the box with these
    private record Header(String type, int fieldBytes, long bytes) {}

    /// The header of the box that begins at `at` in this one; one of size zero reaches to the end.
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

    /// The first box of `type` in this one.
    public Optional<Box> child(String type, int skip) throws IOException {
        return children(skip).stream().filter(box -> box.type.equals(type)).findFirst();
    }

    /// What lies at the end of a way of boxes that have no fields of their own.
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

    /// The number of a track, from its header.
    public static Optional<Integer> trackId(Box track) throws IOException {
        Optional<Box> header = track.child("tkhd", 0);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer content = header.get().content();
        return Optional.of(content.getInt(content.get(0) == 1 ? 20 : 12));
    }

    /// The content, big-endian; of a box that is larger than any that is read so, its beginning.
    public ByteBuffer content() throws IOException {
        return bigEndian(start, (int) Math.min(MOST_BYTES, end - start));
    }

    private ByteBuffer bigEndian(long at, int count) throws IOException {
        return RiffChunk.read(file, at, count).order(ByteOrder.BIG_ENDIAN);
    }
}
