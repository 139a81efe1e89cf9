package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The locations of HEIF items (`iloc` and `idat`), as far as needed to read grid descriptions.
final class ItemPlaces {
    private static final int MOST_BYTES = 64;

    static final ItemPlaces NONE = new ItemPlaces(Optional.empty());

    private final Optional<Box> data;
    private final Map<Integer, Place> places = new TreeMap<>();

    /// @param inData whether the offset is relative to `idat`, else to the file
    private record Place(boolean inData, long offset, long length) {}

    private ItemPlaces(Optional<Box> data) {
        this.data = data;
    }

    /// @param boxes that describe the items
    static ItemPlaces read(List<Box> boxes) throws IOException {
        ItemPlaces places = new ItemPlaces(first(boxes, "idat"));
        Optional<Box> table = first(boxes, "iloc");
        if (table.isPresent()) {
            places.parse(table.get().content());
        }
        return places;
    }

    private static Optional<Box> first(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
    }

    private void parse(ByteBuffer box) {
        int version = box.get(0);
        int sizes = Short.toUnsignedInt(box.getShort(4));
        int offsetBytes = sizes >> 12;
        int lengthBytes = (sizes >> 8) & 15;
        int baseBytes = (sizes >> 4) & 15;
        int indexBytes = version > 0 ? sizes & 15 : 0;
        box.position(6);
        long items = version < 2 ? number(box, 2) : number(box, 4);
        for (long i = 0; i < items; i++) {
            int id = (int) number(box, version < 2 ? 2 : 4);
            int method = version > 0 ? (int) number(box, 2) & 15 : 0;
            number(box, 2);
            long base = number(box, baseBytes);
            long extents = number(box, 2);
            // Extents without bytes in the table are all identical.
            long listed =
                    indexBytes + offsetBytes + lengthBytes == 0 ? Math.min(1, extents) : extents;
            for (long k = 0; k < listed; k++) {
                number(box, indexBytes);
                long offset = number(box, offsetBytes);
                long length = number(box, lengthBytes);
                if (k == 0 && method < 2) {
                    places.put(id, new Place(method == 1, base + offset, length));
                }
            }
        }
    }

    private static long number(ByteBuffer box, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = (value << 8) | (box.get() & 0xff);
        }
        return value;
    }

    /// The first bytes of an item.
    ///
    /// @param file the file
    Optional<ByteBuffer> content(FileChannel file, int id) throws IOException {
        Place place = places.get(id);
        if (place == null || (place.inData && data.isEmpty())) {
            return Optional.empty();
        }
        long start = place.inData ? data.get().start() + place.offset : place.offset;
        long end = place.inData ? data.get().end() : file.size();
        long count = Math.min(MOST_BYTES, place.length == 0 ? end - start : place.length);
        if (start < 0 || count <= 0 || start + count > end) {
            return Optional.empty();
        }
        return Optional.of(RiffChunk.read(file, start, (int) count).order(ByteOrder.BIG_ENDIAN));
    }
}
