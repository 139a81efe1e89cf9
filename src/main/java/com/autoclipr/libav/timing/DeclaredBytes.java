package com.autoclipr.libav.timing;

import com.autoclipr.libav.container.Box;
import com.autoclipr.libav.container.RiffChunk;
import com.autoclipr.libav.input.Containers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The declared size of a file, for containers whose durations FFmpeg derives from the actual size,
/// so that a truncation shows only here.
final class DeclaredBytes {
    private static final int HEAD_BYTES = 4_096;
    private static final int RIFF_HEADER = 8;

    /// The File Properties Object of ASF (8CABDCA1-A947-11CF-8EE4-00C00C205365), in stored byte
    /// order.
    private static final byte[] ASF_PROPERTIES = {
        (byte) 0xa1,
        (byte) 0xdc,
        (byte) 0xab,
        (byte) 0x8c,
        0x47,
        (byte) 0xa9,
        (byte) 0xcf,
        0x11,
        (byte) 0x8e,
        (byte) 0xe4,
        0x00,
        (byte) 0xc0,
        0x0c,
        0x20,
        0x53,
        0x65
    };

    /// Its identifier and size, and the file's identifier.
    private static final int ASF_SIZE_AT = 16 + 8 + 16;

    /// The element that holds everything but the EBML header.
    private static final int SEGMENT = 0x18538067;

    private static final byte TS_MARK = 0x47;
    private static final int TS_WITH_TIME_CODES = 192;

    /// Bytes of a packet: alone, with a time code, with a check sum.
    private static final int[] TS_PACKETS = {188, TS_WITH_TIME_CODES, 204};

    /// So many marks in a row are no chance.
    private static final int MANY_MARKS = 8;

    private static final int LONGEST_PAGE = 65_307;
    private static final int OGG_HEADER = 27;
    private static final int LAST_PAGE = 4;

    /// Placeholder sizes that recorders write at first.
    private static final long UNKNOWN = 0x7fff_0000L;

    private DeclaredBytes() {}

    /// Empty if the container does not declare it.
    static OptionalLong of(Path path, String container) {
        return switch (container) {
            case "wav", "avi" -> read(path, DeclaredBytes::riff);
            case "aiff" -> read(path, DeclaredBytes::aiff);
            case "asf" -> read(path, DeclaredBytes::asf);
            case Containers.MATROSKA -> read(path, DeclaredBytes::matroska);
            case "mov,mp4,m4a,3gp,3g2,mj2" -> media(path);
            default -> OptionalLong.empty();
        };
    }

    /// End of the boxes with samples.
    private static OptionalLong media(Path path) {
        try (FileChannel file = FileChannel.open(path)) {
            return Box.endOf(file, "mdat");
        } catch (IOException | IndexOutOfBoundsException e) {
            return OptionalLong.empty();
        }
    }

    private interface Reading {
        OptionalLong of(ByteBuffer head);
    }

    private static OptionalLong read(Path path, Reading reading) {
        try (FileChannel file = FileChannel.open(path)) {
            int count = (int) Math.min(HEAD_BYTES, file.size());
            return reading.of(RiffChunk.read(file, 0, count));
        } catch (IOException | IndexOutOfBoundsException e) {
            // The demuxer reports an unreadable file.
            return OptionalLong.empty();
        }
    }

    private static OptionalLong riff(ByteBuffer head) {
        long size = Integer.toUnsignedLong(head.getInt(4));
        boolean plain = RiffChunk.letters(head, 0).equals("RIFF");
        return plain && size > 0 && size < UNKNOWN
                ? OptionalLong.of(size + RIFF_HEADER)
                : OptionalLong.empty();
    }

    private static OptionalLong aiff(ByteBuffer head) {
        long size = Integer.toUnsignedLong(head.order(ByteOrder.BIG_ENDIAN).getInt(4));
        return size > 0 && size < UNKNOWN
                ? OptionalLong.of(size + RIFF_HEADER)
                : OptionalLong.empty();
    }

    private static OptionalLong asf(ByteBuffer head) {
        for (int at = 0; at + ASF_SIZE_AT + Long.BYTES <= head.limit(); at++) {
            if (matches(head, at)) {
                long size = head.getLong(at + ASF_SIZE_AT);
                return size > 0 ? OptionalLong.of(size) : OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    /// End of the segment after the EBML header; a size of all ones means unknown.
    private static OptionalLong matroska(ByteBuffer head) {
        head.order(ByteOrder.BIG_ENDIAN);
        for (int at = 4; at + 12 <= head.limit(); at++) {
            if (head.getInt(at) == SEGMENT) {
                int bytes = Integer.numberOfLeadingZeros(head.get(at + 4) & 0xff) - 23;
                if (bytes > 8) {
                    return OptionalLong.empty();
                }
                long size = head.get(at + 4) & (0xff >> bytes);
                for (int i = 1; i < bytes; i++) {
                    size = (size << 8) | (head.get(at + 4 + i) & 0xff);
                }
                boolean unknown = size == (1L << (7 * bytes)) - 1;
                return unknown || size == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(at + 4 + bytes + size);
            }
        }
        return OptionalLong.empty();
    }

    /// Whether a file ends within a unit of its container.
    static boolean endsEarly(Path path, String container) {
        return switch (container) {
            case "ogg" -> lacksLastPage(path);
            case "mpegts" -> endsWithinPacket(path);
            default -> false;
        };
    }

    /// Whether the last packet of an MPEG-TS is not all there.
    private static boolean endsWithinPacket(Path path) {
        try (FileChannel file = FileChannel.open(path)) {
            int count = (int) Math.min(HEAD_BYTES, file.size());
            ByteBuffer head = RiffChunk.read(file, 0, count);
            for (int length : TS_PACKETS) {
                OptionalInt first = firstPacket(head, length);
                if (first.isPresent()) {
                    return Math.floorMod(file.size() - first.getAsInt(), length) != 0;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /// Where packets of this length begin: a time code may precede the mark of each.
    private static OptionalInt firstPacket(ByteBuffer head, int length) {
        int code = length == TS_WITH_TIME_CODES ? 4 : 0;
        for (int at = 0; at < length; at++) {
            int marks = 0;
            while (marks < MANY_MARKS
                    && at + marks * length < head.limit()
                    && head.get(at + marks * length) == TS_MARK) {
                marks++;
            }
            if (marks == MANY_MARKS) {
                return OptionalInt.of(at - code);
            }
        }
        return OptionalInt.empty();
    }

    /// Whether an Ogg ends without an end-of-stream page.
    private static boolean lacksLastPage(Path path) {
        try (FileChannel file = FileChannel.open(path)) {
            int count = (int) Math.min(LONGEST_PAGE, file.size());
            ByteBuffer tail = RiffChunk.read(file, file.size() - count, count);
            for (int at = count - OGG_HEADER; at >= 0; at--) {
                if (RiffChunk.letters(tail, at).equals("OggS") && tail.get(at + 4) == 0) {
                    return (tail.get(at + 5) & LAST_PAGE) == 0;
                }
            }
            return true;
        } catch (IOException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static boolean matches(ByteBuffer head, int at) {
        for (int i = 0; i < ASF_PROPERTIES.length; i++) {
            if (head.get(at + i) != ASF_PROPERTIES[i]) {
                return false;
            }
        }
        return true;
    }
}
