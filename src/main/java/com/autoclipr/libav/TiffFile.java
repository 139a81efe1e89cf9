package com.autoclipr.libav;

import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The tags of a TIFF (TIFF 6.0, BigTIFF): of its first page, and how many there are. Also makes
/// sure that reading it takes no more memory than a picture may.
///
/// @param order of its bytes
/// @param tags of the first page
/// @param extras the other pages
record TiffFile(ByteOrder order, Map<Integer, Tag> tags, Extras extras) {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int PHOTOMETRIC = 262;
    private static final int SEPARATED = 5;
    private static final int SAMPLES = 277;
    private static final int ORIENTATION = 274;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int SUBFILE = 254;
    private static final int PROFILE = 34_675;
    private static final int DNG = 50_706;

    private static final int MOST_PAGES = 1_000;
    private static final int MOST_TAGS = 4_096;
    private static final long MOST_TAG_BYTES = 64L << 20;
    private static final int MOST_SAMPLES = 16;
    private static final int MOST_TILES = 1 << 20;

    /// @param type 1 to 18, as TIFF counts
    /// @param count how many values
    /// @param place where they lie in the file
    record Tag(int type, long count, long place) {
        long bytes() {
            return count * size(type);
        }

        private static int size(int type) {
            return switch (type) {
                case 3, 8 -> 2;
                case 4, 9, 11, 13 -> 4;
                case 5, 10, 12, 16, 17, 18 -> 8;
                default -> 1;
            };
        }
    }

    static boolean isTiff(FileBytes file) throws IOException {
        return file.startsWith(0, "II*\0")
                || file.startsWith(0, "MM\0*")
                || file.startsWith(0, "II+\0\b\0\0\0")
                || file.startsWith(0, "MM\0+\0\b\0\0");
    }

    /// @throws IOException if the tags are damaged
    static TiffFile read(FileChannel file) throws IOException {
        return new Reading(file).read();
    }

    private static final class Reading {
        private final FileChannel file;
        private final ByteOrder order;
        private final boolean big;
        private long tagBytes;

        private Reading(FileChannel file) throws IOException {
            this.file = file;
            ByteBuffer head = RiffChunk.read(file, 0, 4);
            this.order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            this.big = head.order(order).getShort(2) == 43;
        }

        private TiffFile read() throws IOException {
            long at = big ? number(8, 8) : number(4, 4);
            Map<Integer, Tag> first = new TreeMap<>();
            Set<Long> seen = new HashSet<>();
            Set<Extra> kinds = EnumSet.noneOf(Extra.class);
            int pages = 0;
            while (at > 0 && at < file.size() && seen.add(at) && pages < MOST_PAGES) {
                Map<Integer, Tag> tags = new TreeMap<>();
                at = directory(at, tags);
                if (pages == 0) {
                    first = tags;
                } else {
                    boolean smaller = (value(tags, SUBFILE, 0) & 1) != 0;
                    kinds.add(smaller ? Extra.SMALLER : Extra.PAGES);
                }
                pages++;
            }
            if (first.isEmpty()) {
                throw new IOException("no page");
            }
            return new TiffFile(order, first, new Extras(pages - 1, kinds));
        }

        /// @return where the next one lies; 0: nowhere
        private long directory(long at, Map<Integer, Tag> tags) throws IOException {
            int countBytes = big ? 8 : 2;
            int valueBytes = big ? 8 : 4;
            int entryBytes = 4 + 2 * valueBytes;
            long count = number(at, countBytes);
            if (count < 0 || count > MOST_TAGS) {
                throw new IOException("a page with " + count + " tags");
            }
            long entry = at + countBytes;
            for (long i = 0; i < count; i++, entry += entryBytes) {
                int type = (int) number(entry + 2, 2);
                long values = number(entry + 4, valueBytes);
                long inside = entry + 4 + valueBytes;
                Tag tag = new Tag(type, values, inside);
                if (values < 0 || values > file.size() || tag.bytes() > file.size()) {
                    throw new IOException("a tag with " + values + " values");
                }
                tagBytes += tag.bytes();
                boolean small = tag.bytes() <= valueBytes;
                long place = small ? inside : number(inside, valueBytes);
                tags.put((int) number(entry, 2), new Tag(type, values, place));
            }
            if (tagBytes > MOST_TAG_BYTES) {
                throw new IOException("tags of " + tagBytes + " bytes");
            }
            return entry + valueBytes <= file.size() ? number(entry, valueBytes) : 0;
        }

        private long value(Map<Integer, Tag> tags, int name, long otherwise) throws IOException {
            return TiffFile.value(file, order, tags.get(name), otherwise);
        }

        private long number(long at, int bytes) throws IOException {
            return TiffFile.number(file, order, at, bytes);
        }
    }

    private static long value(
            FileChannel file,
            ByteOrder order,
            @org.jspecify.annotations.Nullable Tag tag,
            long otherwise)
            throws IOException {
        return tag == null || tag.count < 1
                ? otherwise
                : number(file, order, tag.place, Tag.size(tag.type));
    }

    private static long number(FileChannel file, ByteOrder order, long at, int bytes)
            throws IOException {
        ByteBuffer read = RiffChunk.read(file, at, bytes).order(order);
        return switch (bytes) {
            case 1 -> read.get(0) & 0xff;
            case 2 -> Short.toUnsignedInt(read.getShort(0));
            case 4 -> Integer.toUnsignedLong(read.getInt(0));
            default -> read.getLong(0);
        };
    }

    /// A digital negative is no picture yet.
    boolean raw() {
        return tags.containsKey(DNG);
    }

    /// Whether its colours are inks, not light.
    boolean inks(FileChannel file) throws IOException {
        return value(file, order, tags.get(PHOTOMETRIC), 0) == SEPARATED;
    }

    /// How the picture is to be turned, 1 to 8.
    int orientation(FileChannel file) throws IOException {
        return (int) value(file, order, tags.get(ORIENTATION), 1);
    }

    /// Its colour profile; empty if it has none.
    byte[] profile(FileChannel file) throws IOException {
        Tag tag = tags.get(PROFILE);
        return tag == null || tag.bytes() == 0
                ? new byte[0]
                : RiffChunk.read(file, tag.place, (int) tag.bytes()).array();
    }

    /// @throws com.autoclipr.failure.FailureException MEDIA_LIMIT, MEDIA_BROKEN if there is no size
    void requireSize(Path path, FileChannel file) throws IOException {
        long width = value(file, order, tags.get(WIDTH), 0);
        long height = value(file, order, tags.get(HEIGHT), 0);
        if (width < 1 || height < 1) {
            throw InputFile.failure(FailureKind.MEDIA_BROKEN, path, "no-picture").asException();
        }
        int most = MediaLimits.MAX_SIDE;
        MediaLimits.requireSize(
                path, (int) Math.min(width, most + 1), (int) Math.min(height, most + 1), false);
        MediaLimits.require(
                path, "picture-channels", MOST_SAMPLES, value(file, order, tags.get(SAMPLES), 1));
        long tileWidth = value(file, order, tags.get(TILE_WIDTH), width);
        long tileHeight = value(file, order, tags.get(TILE_HEIGHT), height);
        MediaLimits.require(path, "picture-size", 2L * most, Math.max(tileWidth, tileHeight));
        if (tileWidth < 1 || tileHeight < 1) {
            throw InputFile.failure(FailureKind.MEDIA_BROKEN, path, "no-picture").asException();
        }
        long tiles = Math.ceilDiv(width, tileWidth) * Math.ceilDiv(height, tileHeight);
        MediaLimits.require(path, "tiles", MOST_TILES, tiles);
    }
}
