package com.autoclipr.libav.output;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// Parses boxes of an MP4 (ISO/IEC 14496-12) without FFmpeg, whose demuxer mixes container and
/// decoder properties.
///
/// @param indexFirst whether `moov` precedes `mdat`
/// @param colours of the first H.264 track, by its `colr` box of type `nclx`
record Mp4Boxes(boolean indexFirst, Optional<Colours> colours) {
    private static final int HEADER_BYTES = 8;
    private static final int LONG_HEADER_BYTES = 16;
    private static final int MOST_INDEX_BYTES = 1 << 28;

    /// The path from `moov` to the colours.
    private static final List<String> TO_COLOURS =
            List.of("trak", "mdia", "minf", "stbl", "stsd", "avc1", "colr");

    /// Code points of ITU-T H.273.
    record Colours(int primaries, int transfer, int matrix, boolean fullRange) {}

    /// A box: the bytes after its header.
    private record Box(String type, long start, long end) {}

    /// @throws IOException if the boxes do not fill the file exactly, or `moov` or `mdat` is
    ///   missing
    static Mp4Boxes read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Box index = null;
            Box data = null;
            for (long at = 0; at < channel.size(); ) {
                Box box = topLevel(channel, at);
                index = box.type.equals("moov") && index == null ? box : index;
                data = box.type.equals("mdat") && data == null ? box : data;
                at = box.end;
            }
            if (index == null || data == null) {
                throw new IOException("there is no " + (index == null ? "moov" : "mdat"));
            }
            if (index.end - index.start > MOST_INDEX_BYTES) {
                throw new IOException("moov has " + (index.end - index.start) + " bytes");
            }
            ByteBuffer moov = bytes(channel, index.start, (int) (index.end - index.start));
            return new Mp4Boxes(index.start < data.start, colours(moov, 0));
        }
    }

    private static Box topLevel(FileChannel channel, long at) throws IOException {
        ByteBuffer header = bytes(channel, at, HEADER_BYTES);
        long size = Integer.toUnsignedLong(header.getInt());
        String type = type(header);
        int headerBytes = HEADER_BYTES;
        if (size == 1) {
            size = bytes(channel, at + HEADER_BYTES, 8).getLong();
            headerBytes = LONG_HEADER_BYTES;
        }
        if (size < headerBytes || size > channel.size() - at) {
            throw new IOException("the box at byte " + at + " says it has " + size);
        }
        return new Box(type, at + headerBytes, at + size);
    }

    /// Searches the boxes in `content` for the rest of [#TO_COLOURS] from `depth`.
    private static Optional<Colours> colours(ByteBuffer content, int depth) throws IOException {
        while (content.remaining() >= HEADER_BYTES) {
            int start = content.position();
            int size = content.getInt();
            String type = type(content);
            if (size < HEADER_BYTES || size > content.limit() - start) {
                throw new IOException("a box " + type + " says it has " + size);
            }
            if (type.equals(TO_COLOURS.get(depth))) {
                int skipped = fieldsBeforeBoxes(type);
                ByteBuffer inner =
                        content.slice(
                                start + HEADER_BYTES + skipped,
                                Math.max(0, size - HEADER_BYTES - skipped));
                Optional<Colours> found =
                        depth == TO_COLOURS.size() - 1 ? nclx(inner) : colours(inner, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
            content.position(start + size);
        }
        return Optional.empty();
    }

    /// Bytes of fields before the children of a box.
    private static int fieldsBeforeBoxes(String type) {
        return switch (type) {
            case "stsd" -> 8;
            case "avc1" -> 78;
            default -> 0;
        };
    }

    private static Optional<Colours> nclx(ByteBuffer payload) {
        if (payload.remaining() < 11 || !type(payload).equals("nclx")) {
            return Optional.empty();
        }
        return Optional.of(
                new Colours(
                        payload.getShort(),
                        payload.getShort(),
                        payload.getShort(),
                        payload.get() < 0));
    }

    private static String type(ByteBuffer buffer) {
        byte[] type = new byte[4];
        buffer.get(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException("the file ends within a box");
            }
        }
        return buffer.flip();
    }
}
