package com.autoclipr.libav.container;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Parses the boxes that describe the items of a HEIF or AVIF (ISO/IEC 14496-12 and 23008-12). A
/// corrupt box is recorded and skipped.
final class HeifReading {
    /// Version and flags of a full box.
    private static final int FULL = 4;

    private static final int MOST_PROPERTY_BYTES = 1024;

    /// A grid has at most 65 536 tiles.
    private static final int MOST_REFERENCES = 1 << 20;

    private final Box place;
    private final List<Box> boxes;
    private final Map<Integer, HeifItem.Grid> grids = new HashMap<>();
    private final Map<Integer, List<Integer>> auxiliaryTo = new HashMap<>();
    private final Map<Integer, List<Integer>> thumbnailOf = new HashMap<>();
    private final Map<Integer, List<Integer>> parts = new HashMap<>();
    private final Set<Integer> premultiplied = new HashSet<>();
    private final Map<Integer, String> auxiliary = new HashMap<>();
    private final Map<Integer, CleanAperture> apertures = new HashMap<>();
    private final Map<Integer, HeifItem.Size> sizes = new HashMap<>();
    private final Map<Integer, HeifItem.Profile> profiles = new HashMap<>();
    private final Map<Integer, HeifItem> items = new TreeMap<>();
    private ItemPlaces places = ItemPlaces.NONE;
    private int primary;
    private int references;
    private boolean damaged;

    private HeifReading(Box place, List<Box> boxes) {
        this.place = place;
        this.boxes = boxes;
    }

    /// @param place the box that contains them, usually `meta`
    /// @return empty if there are none
    static Optional<HeifItems> read(Box place) throws IOException {
        return read(place, boxes(place));
    }

    /// The child boxes of a place that may contain them.
    static List<Box> boxes(Box place) throws IOException {
        return place.children(place.type().equals("meta") ? fields(place) : 0);
    }

    /// @param boxes in it
    static Optional<HeifItems> read(Box place, List<Box> boxes) throws IOException {
        boolean any = boxes.stream().anyMatch(box -> box.type().equals("iinf"));
        return any ? Optional.of(new HeifReading(place, boxes).read()) : Optional.empty();
    }

    /// Bytes before the children of a `meta`: FFmpeg treats everything before `hdlr` as fields.
    private static int fields(Box meta) throws IOException {
        if (meta.end() - meta.start() < 3 * FULL) {
            return FULL;
        }
        ByteBuffer head = RiffChunk.read(meta.file(), meta.start(), 3 * FULL);
        if (RiffChunk.letters(head, 2 * FULL).equals("hdlr")) {
            return FULL;
        }
        ByteBuffer content = meta.content();
        for (int at = 0; at + FULL <= content.limit(); at += FULL) {
            if (RiffChunk.letters(content, at).equals("hdlr")) {
                return Math.max(0, at - FULL);
            }
        }
        return FULL;
    }

    /// Whether there may be a grid that was not parsed.
    static boolean mentionsGrid(Box place) throws IOException {
        ByteBuffer content = place.content();
        for (int at = 0; at + FULL <= content.limit(); at++) {
            if (content.get(at) == 'g' && RiffChunk.letters(content, at).equals("grid")) {
                return true;
            }
        }
        return false;
    }

    private HeifItems read() throws IOException {
        part(() -> places = ItemPlaces.read(boxes));
        for (Box box : boxes) {
            part(
                    () -> {
                        switch (box.type()) {
                            case "pitm" -> primary(box.content());
                            case "iref" -> references(box);
                            case "iprp" -> properties(box);
                            default -> {}
                        }
                    });
        }
        for (Box box : boxes) {
            if (box.type().equals("iinf")) {
                part(() -> infos(box));
            }
        }
        Map<Integer, Integer> alphas = new HashMap<>();
        for (HeifItem item : items.values()) {
            if (item.alpha()) {
                item.auxiliaryTo().forEach(picture -> alphas.putIfAbsent(picture, item.id()));
            }
        }
        return new HeifItems(primary, items, alphas, premultiplied, damaged);
    }

    private interface Part {
        void read() throws IOException;
    }

    /// Parses a part that may be corrupt.
    private void part(Part part) throws IOException {
        try {
            part.read();
        } catch (EOFException | IndexOutOfBoundsException | BufferUnderflowException e) {
            damaged = true;
        }
    }

    private void primary(ByteBuffer content) {
        primary = id(content, version(content) > 0);
    }

    private void infos(Box infos) throws IOException {
        ByteBuffer content = infos.content();
        boolean wide = content.get(0) != 0;
        long count =
                wide
                        ? Integer.toUnsignedLong(content.getInt(FULL))
                        : Short.toUnsignedInt(content.getShort(FULL));
        List<Box> entries = infos.children(wide ? FULL + 4 : FULL + 2);
        damaged |= entries.size() < count;
        for (Box entry : entries) {
            if (entry.type().equals("infe")) {
                part(() -> info(entry.content()));
            }
        }
    }

    private void info(ByteBuffer entry) throws IOException {
        boolean hidden = (entry.getInt(0) & 1) != 0;
        int version = version(entry);
        if (version < 2) {
            return;
        }
        int id = id(entry, version > 2);
        String type = RiffChunk.letters(entry, entry.position() + 2);
        if (type.equals("grid")) {
            part(
                    () ->
                            places.content(place.file(), id)
                                    .flatMap(HeifReading::grid)
                                    .ifPresent(grid -> grids.put(id, grid)));
        }
        items.put(id, item(id, type, hidden));
    }

    private HeifItem item(int id, String type, boolean hidden) {
        return new HeifItem(
                id,
                type,
                Optional.ofNullable(sizes.get(id)),
                hidden,
                auxiliary.getOrDefault(id, ""),
                auxiliaryTo.getOrDefault(id, List.of()),
                thumbnailOf.getOrDefault(id, List.of()),
                parts.getOrDefault(id, List.of()),
                Optional.ofNullable(apertures.get(id)),
                Optional.ofNullable(grids.get(id)),
                Optional.ofNullable(profiles.get(id)));
    }

    /// Version, flags, rows − 1, columns − 1, then width and height in two or four bytes.
    private static Optional<HeifItem.Grid> grid(ByteBuffer content) {
        boolean wide = content.remaining() >= 12 && (content.get(1) & 1) != 0;
        if (content.remaining() < 8) {
            return Optional.empty();
        }
        int width = wide ? content.getInt(4) : Short.toUnsignedInt(content.getShort(4));
        int height = wide ? content.getInt(8) : Short.toUnsignedInt(content.getShort(6));
        return Optional.of(
                new HeifItem.Grid(
                        (content.get(2) & 0xff) + 1, (content.get(3) & 0xff) + 1, width, height));
    }

    private void references(Box all) throws IOException {
        boolean wide = RiffChunk.read(all.file(), all.start(), 1).get(0) > 0;
        for (Box reference : all.children(FULL)) {
            part(() -> reference(reference, wide));
        }
    }

    private void reference(Box reference, boolean wide) throws IOException {
        ByteBuffer content = reference.content();
        int from = id(content, wide);
        int count = Short.toUnsignedInt(content.getShort());
        references += count;
        if (references > MOST_REFERENCES) {
            damaged = true;
            return;
        }
        List<Integer> to =
                switch (reference.type()) {
                    case "auxl" -> list(auxiliaryTo, from);
                    case "thmb" -> list(thumbnailOf, from);
                    case "dimg" -> list(parts, from);
                    default -> new ArrayList<>();
                };
        for (int i = 0; i < count; i++) {
            to.add(id(content, wide));
        }
        if (reference.type().equals("prem")) {
            premultiplied.add(from);
        }
    }

    private static List<Integer> list(Map<Integer, List<Integer>> lists, int id) {
        return lists.computeIfAbsent(id, _ -> new ArrayList<>());
    }

    private void properties(Box container) throws IOException {
        Optional<Box> shelf = container.child("ipco", 0);
        List<Property> all = new ArrayList<>();
        for (Box box : shelf.isEmpty() ? List.<Box>of() : shelf.get().children(0)) {
            all.add(Property.NONE);
            part(() -> all.set(all.size() - 1, property(box)));
        }
        for (Box uses : container.children(0)) {
            if (uses.type().equals("ipma")) {
                part(() -> associate(uses.content(), all));
            }
        }
    }

    /// The relevant part of a property.
    private record Property(
            Optional<CleanAperture> aperture,
            String auxiliary,
            Optional<HeifItem.Size> size,
            Optional<HeifItem.Profile> profile) {
        static final Property NONE =
                new Property(Optional.empty(), "", Optional.empty(), Optional.empty());
    }

    private static Property property(Box box) throws IOException {
        long bytes = box.end() - box.start();
        Optional<CleanAperture> aperture = Optional.empty();
        String auxiliary = "";
        Optional<HeifItem.Size> size = Optional.empty();
        Optional<HeifItem.Profile> profile = Optional.empty();
        boolean small = bytes <= MOST_PROPERTY_BYTES;
        switch (box.type()) {
            case "clap" -> aperture = small ? CleanAperture.read(box.content()) : aperture;
            case "auxC" -> auxiliary = small && bytes >= FULL ? text(box.content()) : auxiliary;
            case "ispe" -> size = Optional.of(small ? size(box.content()) : HeifItem.Size.NONE);
            case "colr" -> profile = profile(box);
            default -> {}
        }
        return new Property(aperture, auxiliary, size, profile);
    }

    private static HeifItem.Size size(ByteBuffer content) {
        HeifItem.Size size =
                content.remaining() < FULL + 8
                        ? HeifItem.Size.NONE
                        : new HeifItem.Size(content.getInt(FULL), content.getInt(FULL + 4));
        return size.positive() ? size : HeifItem.Size.NONE;
    }

    /// FFmpeg reads the others.
    private static Optional<HeifItem.Profile> profile(Box box) throws IOException {
        long bytes = box.end() - box.start() - FULL;
        if (bytes <= 0) {
            return Optional.empty();
        }
        ByteBuffer kind = RiffChunk.read(box.file(), box.start(), FULL);
        return RiffChunk.letters(kind, 0).equals("rICC")
                ? Optional.of(new HeifItem.Profile(box.start() + FULL, bytes))
                : Optional.empty();
    }

    private void associate(ByteBuffer uses, List<Property> all) {
        boolean wideIndices = (uses.getInt(0) & 1) != 0;
        boolean wideIds = version(uses) > 0;
        long count = Integer.toUnsignedLong(uses.getInt());
        for (long i = 0; i < count; i++) {
            int id = id(uses, wideIds);
            int properties = uses.get() & 0xff;
            for (int k = 0; k < properties; k++) {
                int index = wideIndices ? uses.getShort() & 0x7fff : uses.get() & 0x7f;
                if (index >= 1 && index <= all.size()) {
                    associate(id, all.get(index - 1));
                }
            }
        }
    }

    private void associate(int id, Property property) {
        property.aperture.ifPresent(found -> apertures.put(id, found));
        property.profile.ifPresent(found -> profiles.put(id, found));
        property.size.ifPresent(
                size ->
                        sizes.merge(
                                id,
                                size,
                                (one, other) -> one.positive() ? other : HeifItem.Size.NONE));
        if (!property.auxiliary.isEmpty()) {
            auxiliary.put(id, property.auxiliary);
        }
    }

    /// The zero-terminated string after the fields of a full box.
    private static String text(ByteBuffer content) {
        content.position(FULL);
        StringBuilder text = new StringBuilder();
        while (content.hasRemaining()) {
            byte next = content.get();
            if (next == 0) {
                break;
            }
            text.append((char) (next & 0xff));
        }
        return text.toString();
    }

    /// Reads the version of a full box and skips its flags.
    private static int version(ByteBuffer content) {
        return content.getInt() >> 24;
    }

    private static int id(ByteBuffer content, boolean wide) {
        return wide ? content.getInt() : Short.toUnsignedInt(content.getShort());
    }
}
