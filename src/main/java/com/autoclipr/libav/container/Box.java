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
            ByteBuffer header = bigEndian(at, HEADER_BYTES);
            long size = Integer.toUnsignedLong(header.getInt(0));
            int headerBytes = HEADER_BYTES;
            if (size == 1 && at + LONG_HEADER_BYTES <= end) {
                size = bigEndian(at + HEADER_BYTES, 8).getLong(0);
                headerBytes = LONG_HEADER_BYTES;
            } else if (size == 0) {
                size = end - at;
            }
            if (size < headerBytes || size > end - at) {
                break;
            }
            String name = RiffChunk.letters(header, 4);
            children.add(new Box(file, name, at + headerBytes, at + size));
            at += size;
        }
        return children;
    }

    /// Where the last of the file's own boxes of `type` ends by its header, which may be behind the
    /// end of the file; empty if there is none.
    public static OptionalLong endOf(FileChannel file, String type) throws IOException {
        OptionalLong end = OptionalLong.empty();
        long at = 0;
        for (int count = 0; count < MOST_IN_FILE && at + HEADER_BYTES <= file.size(); count++) {
            ByteBuffer header = RiffChunk.read(file, at, HEADER_BYTES).order(ByteOrder.BIG_ENDIAN);
            long size = Integer.toUnsignedLong(header.getInt(0));
            if (size == 1 && at + LONG_HEADER_BYTES <= file.size()) {
                size =
                        RiffChunk.read(file, at + HEADER_BYTES, Long.BYTES)
                                .order(ByteOrder.BIG_ENDIAN)
                                .getLong(0);
            } else if (size == 0) {
                size = file.size() - at;
            }
            if (size < HEADER_BYTES || size > Long.MAX_VALUE - at) {
                break;
            }
            at += size;
            if (RiffChunk.letters(header, 4).equals(type)) {
                end = OptionalLong.of(at);
            }
        }
        return end;
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
