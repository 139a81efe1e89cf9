package com.autoclipr.libav.container;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A directory (IFD) of a TIFF: the tags of one page. Their values remain in the file.
///
/// @param at its file offset
/// @param tags the requested tags, by number
/// @param next offset of the next directory; 0 if there is none
public record TiffDirectory(TiffBytes file, long at, Map<Integer, Tag> tags, long next) {
    private static final int RATIONAL = 5;
    private static final int MOST_TAGS = 4_096;
    private static final long MOST_TAG_BYTES = 64L << 20;

    /// @param type TIFF field type, 1 to 18
    /// @param count number of values
    /// @param place file offset of the values
    /// @param entry file offset of the entry
    record Tag(int type, long count, long place, long entry) {
        long bytes() {
            return count * size(type);
        }

        /// Size of a value; 0 for an unknown type.
        static int size(int type) {
            return switch (type) {
                case 1, 2, 6, 7 -> 1;
                case 3, 8 -> 2;
                case 4, 9, 11, 13 -> 4;
                case 5, 10, 12, 16, 17, 18 -> 8;
                default -> 0;
            };
        }
    }

    /// @param wanted the tags that are read; others are ignored
    /// @throws IOException if it is corrupt, or has a tag twice: readers differ in which one they
    ///   use
    static TiffDirectory read(TiffBytes file, long at, Set<Integer> wanted) throws IOException {
        int countBytes = file.big() ? 8 : 2;
        long count = file.number(at, countBytes);
        if (count < 0 || count > MOST_TAGS) {
            throw new IOException("a page with " + count + " tags");
        }
        Map<Integer, Tag> tags = new TreeMap<>();
        long entry = at + countBytes;
        long bytes = 0;
        for (long i = 0; i < count; i++, entry += entryBytes(file)) {
            int number = (int) file.number(entry, 2);
            Tag tag = wanted.contains(number) ? tag(file, entry) : null;
            if (tag != null) {
                bytes += tag.bytes();
                Tag before = tags.putIfAbsent(number, tag);
                if (before != null && !entry(file, before).equals(entry(file, tag))) {
                    throw new IOException("tag " + number + " comes twice");
                }
            }
        }
        if (bytes > MOST_TAG_BYTES) {
            throw new IOException("tags of " + bytes + " bytes");
        }
        boolean linked = entry + file.wordBytes() <= file.file().size();
        return new TiffDirectory(file, at, tags, linked ? file.number(entry, file.wordBytes()) : 0);
    }

    /// Null for an unknown type: such tags are to be skipped (TIFF 6.0, section 2).
    private static @Nullable Tag tag(TiffBytes file, long entry) throws IOException {
        int type = (int) file.number(entry + 2, 2);
        long count = file.number(entry + 4, file.wordBytes());
        long size = file.file().size();
        if (Tag.size(type) == 0) {
            return null;
        }
        if (count < 0 || count > size / Tag.size(type)) {
            throw new IOException("a tag with " + count + " values");
        }
        long inside = entry + 4 + file.wordBytes();
        long bytes = count * Tag.size(type);
        long place = bytes <= file.wordBytes() ? inside : file.number(inside, file.wordBytes());
        if (place < 0 || place > size - bytes) {
            throw new EOFException("values at " + place + " of " + size);
        }
        return new Tag(type, count, place, entry);
    }

    private static int entryBytes(TiffBytes file) {
        return 4 + 2 * file.wordBytes();
    }

    private static ByteBuffer entry(TiffBytes file, Tag tag) throws IOException {
        return RiffChunk.read(file.file(), tag.entry, entryBytes(file));
    }

    /// The first value of a tag.
    long value(int number, long otherwise) throws IOException {
        Tag tag = tags.get(number);
        return tag == null || tag.count < 1
                ? otherwise
                : file.number(tag.place, Tag.size(tag.type));
    }

    /// A rational value of a tag; 0 without it.
    double ratio(int number, int index) throws IOException {
        Tag tag = tags.get(number);
        if (tag == null || tag.type != RATIONAL || tag.count <= index) {
            return 0;
        }
        long at = tag.place + 8L * index;
        double denominator = file.number(at + 4, 4);
        return denominator == 0 ? 0 : file.number(at, 4) / denominator;
    }

    /// The bytes of a directory at the same offset with only the tags in `kept`, and no next
    /// directory. It is not longer than this one.
    ///
    /// @param instead replacement values of tags with one 16-bit value
    public byte[] only(Set<Integer> kept, Map<Integer, Integer> instead) throws IOException {
        Map<Integer, Tag> left = new TreeMap<>(tags);
        left.keySet().retainAll(kept);
        int countBytes = file.big() ? 8 : 2;
        int size = countBytes + left.size() * entryBytes(file) + file.wordBytes();
        ByteBuffer bytes = ByteBuffer.allocate(size).order(file.order());
        if (file.big()) {
            bytes.putLong(left.size());
        } else {
            bytes.putShort((short) left.size());
        }
        for (var tag : left.entrySet()) {
            int value = bytes.position() + 4 + file.wordBytes();
            bytes.put(entry(file, tag.getValue()));
            if (instead.containsKey(tag.getKey())) {
                bytes.putShort(value, instead.get(tag.getKey()).shortValue());
            }
        }
        return bytes.array();
    }
}
