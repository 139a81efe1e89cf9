package com.autoclipr.libav.container;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A directory of a TIFF: what its tags say of one picture. Their values lie in the file.
///
/// @param at where it lies in the file
/// @param tags those that were asked for, by number
/// @param next where the directory of the next page lies; 0: nowhere
public record TiffDirectory(TiffBytes file, long at, Map<Integer, Tag> tags, long next) {
    private static final int RATIONAL = 5;
    private static final int MOST_TAGS = 4_096;
    private static final long MOST_TAG_BYTES = 64L << 20;

    /// @param type 1 to 18, as TIFF counts
    /// @param count how many values
    /// @param place where they lie in the file
    /// @param entry where the tag itself lies
    record Tag(int type, long count, long place, long entry) {
        long bytes() {
            return count * size(type);
        }

        /// Bytes of a value; 0 if there is no such type.
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

    /// @param wanted the tags that are read; others may be damaged, and of any size
    /// @throws IOException if it is damaged, or says two things of one tag: readers differ in which
    ///   of them they take
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

    /// Null if its type is unknown: such tags are to be skipped (TIFF 6.0, section 2).
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

    /// A value of a tag that is a fraction; 0 without it.
    double ratio(int number, int index) throws IOException {
        Tag tag = tags.get(number);
        if (tag == null || tag.type != RATIONAL || tag.count <= index) {
            return 0;
        }
        long at = tag.place + 8L * index;
        double denominator = file.number(at + 4, 4);
        return denominator == 0 ? 0 : file.number(at, 4) / denominator;
    }

    /// The bytes of a directory at the same place that has of these tags those in `kept` alone, and
    /// no next one. It is no longer than this one was.
    ///
    /// @param instead values that these tags get, each of which has one of two bytes
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
