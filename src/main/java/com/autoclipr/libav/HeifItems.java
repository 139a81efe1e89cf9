package com.autoclipr.libav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The pictures of a HEIF or AVIF file and what they are to each other, of which FFmpeg exposes
/// less than half.
///
/// @param primary number of the picture that is shown
/// @param items by number
/// @param premultiplied the pictures whose colours are multiplied by their transparency
record HeifItems(int primary, Map<Integer, HeifItem> items, Set<Integer> premultiplied) {
    HeifItems {
        items = Map.copyOf(items);
        premultiplied = Set.copyOf(premultiplied);
    }

    /// Empty if the file has no such pictures, or its boxes are damaged.
    static Optional<HeifItems> read(Path path) {
        try (FileChannel file = FileChannel.open(path)) {
            Optional<Boxes> meta = Boxes.of(file).child("meta", 0);
            return meta.isEmpty() ? Optional.empty() : new Reading(meta.get()).read();
        } catch (IOException | IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /// The picture that is shown.
    Optional<HeifItem> shown() {
        return Optional.ofNullable(items.get(primary));
    }

    /// The transparency of the picture `item`.
    Optional<HeifItem> alphaOf(int item) {
        return items.values().stream()
                .filter(other -> other.alpha() && other.auxiliaryTo().contains(item))
                .findFirst();
    }

    boolean isPremultiplied(int item) {
        return premultiplied.contains(item);
    }

    /// Whether a grid is made of tiles of no size: FFmpeg would lay them for ever.
    boolean endless() {
        return items.values().stream()
                .filter(item -> item.type().equals("grid"))
                .flatMap(item -> item.parts().stream())
                .anyMatch(part -> !items.containsKey(part) || !items.get(part).sized());
    }

    /// What beside the picture that is shown could be seen.
    Extras extras() {
        Set<Integer> parts = new HashSet<>();
        for (HeifItem item : items.values()) {
            if (!item.type().equals("tmap")) {
                parts.addAll(item.parts());
            }
        }
        Set<Extra> kinds = EnumSet.noneOf(Extra.class);
        int count = 0;
        for (HeifItem item : items.values()) {
            boolean used = item.id() == primary || item.alpha() || parts.contains(item.id());
            Optional<Extra> extra = used ? Optional.empty() : item.extra();
            if (extra.isPresent()) {
                kinds.add(extra.get());
                count++;
            }
        }
        return new Extras(count, kinds);
    }

    /// Reads the boxes in `meta`.
    private static final class Reading {
        /// A full box's version and flags.
        private static final int FULL = 4;

        private static final int MOST_PROPERTY_BYTES = 1024;

        private final Boxes meta;
        private final Map<Integer, ByteBuffer> grids = new TreeMap<>();
        private final Map<Integer, List<Integer>> auxiliaryTo = new TreeMap<>();
        private final Map<Integer, List<Integer>> thumbnailOf = new TreeMap<>();
        private final Map<Integer, List<Integer>> parts = new TreeMap<>();
        private final Set<Integer> premultiplied = new HashSet<>();
        private final Map<Integer, String> auxiliary = new TreeMap<>();
        private final Map<Integer, CleanAperture> apertures = new TreeMap<>();
        private final Set<Integer> sized = new HashSet<>();

        private Reading(Boxes meta) {
            this.meta = meta;
        }

        private Optional<HeifItems> read() throws IOException {
            Optional<Boxes> primary = meta.child("pitm", FULL);
            Optional<Boxes> infos = meta.child("iinf", FULL);
            if (primary.isEmpty() || infos.isEmpty()) {
                return Optional.empty();
            }
            ByteBuffer number = primary.get().content();
            int shown = id(number, version(number) > 0);
            references();
            properties();
            ItemPlaces places = ItemPlaces.read(meta);
            Map<Integer, HeifItem> items = new TreeMap<>();
            int skip = infos.get().content().get(0) == 0 ? FULL + 2 : FULL + 4;
            for (Boxes info : infos.get().children(skip)) {
                ByteBuffer entry = info.content();
                int version = version(entry);
                if (info.type().equals("infe") && version >= 2) {
                    boolean hidden = (entry.getInt(0) & 1) != 0;
                    int id = id(entry, version > 2);
                    String type = RiffChunk.letters(entry, entry.position() + 2);
                    if (type.equals("grid")) {
                        places.content(id).ifPresent(content -> grids.put(id, content));
                    }
                    items.put(id, item(id, type, hidden));
                }
            }
            return Optional.of(new HeifItems(shown, items, premultiplied));
        }

        private HeifItem item(int id, String type, boolean hidden) {
            return new HeifItem(
                    id,
                    type,
                    sized.contains(id),
                    hidden,
                    auxiliary.getOrDefault(id, ""),
                    auxiliaryTo.getOrDefault(id, List.of()),
                    thumbnailOf.getOrDefault(id, List.of()),
                    parts.getOrDefault(id, List.of()),
                    Optional.ofNullable(apertures.get(id)),
                    Optional.ofNullable(grids.get(id)).flatMap(Reading::grid));
        }

        /// Version, flags, rows less one, columns less one, then both sides in two or four bytes.
        private static Optional<HeifItem.Grid> grid(ByteBuffer content) {
            boolean wide = content.remaining() >= 12 && (content.get(1) & 1) != 0;
            if (content.remaining() < 8) {
                return Optional.empty();
            }
            int width = wide ? content.getInt(4) : Short.toUnsignedInt(content.getShort(4));
            int height = wide ? content.getInt(8) : Short.toUnsignedInt(content.getShort(6));
            return Optional.of(
                    new HeifItem.Grid(
                            (content.get(2) & 0xff) + 1,
                            (content.get(3) & 0xff) + 1,
                            width,
                            height));
        }

        private void references() throws IOException {
            Optional<Boxes> all = meta.child("iref", FULL);
            if (all.isEmpty()) {
                return;
            }
            boolean wide = all.get().content().get(0) > 0;
            for (Boxes reference : all.get().children(FULL)) {
                ByteBuffer content = reference.content();
                int from = id(content, wide);
                int count = Short.toUnsignedInt(content.getShort());
                List<Integer> to = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    to.add(id(content, wide));
                }
                switch (reference.type()) {
                    case "auxl" -> auxiliaryTo.merge(from, to, Reading::both);
                    case "thmb" -> thumbnailOf.merge(from, to, Reading::both);
                    case "dimg" -> parts.merge(from, to, Reading::both);
                    case "prem" -> premultiplied.add(from);
                    default -> {}
                }
            }
        }

        private static List<Integer> both(List<Integer> one, List<Integer> other) {
            List<Integer> both = new ArrayList<>(one);
            both.addAll(other);
            return both;
        }

        private void properties() throws IOException {
            Optional<Boxes> container = meta.child("iprp", FULL);
            if (container.isEmpty()) {
                return;
            }
            Optional<Boxes> shelf = container.get().child("ipco", 0);
            List<Property> all = new ArrayList<>();
            for (Boxes box : shelf.isEmpty() ? List.<Boxes>of() : shelf.get().children(0)) {
                all.add(property(box));
            }
            for (Boxes uses : container.get().children(0)) {
                if (uses.type().equals("ipma")) {
                    associate(uses.content(), all);
                }
            }
        }

        /// What of a property is used here.
        private record Property(Optional<CleanAperture> aperture, String auxiliary, boolean size) {}

        private static Property property(Boxes box) throws IOException {
            boolean small = box.end() - box.start() <= MOST_PROPERTY_BYTES;
            if (small && box.type().equals("clap")) {
                return new Property(CleanAperture.read(box.content()), "", false);
            }
            if (small && box.type().equals("auxC") && box.end() - box.start() >= FULL) {
                return new Property(Optional.empty(), text(box.content().position(FULL)), false);
            }
            boolean size = small && box.type().equals("ispe") && isSize(box.content());
            return new Property(Optional.empty(), "", size);
        }

        private static boolean isSize(ByteBuffer content) {
            return content.remaining() >= FULL + 8
                    && content.getInt(FULL) > 0
                    && content.getInt(FULL + 4) > 0;
        }

        private void associate(ByteBuffer uses, List<Property> all) {
            boolean wideIds = version(uses) > 0;
            boolean wideIndices = (uses.getInt(0) & 1) != 0;
            long count = Integer.toUnsignedLong(uses.getInt());
            for (long i = 0; i < count; i++) {
                int id = id(uses, wideIds);
                int properties = uses.get() & 0xff;
                for (int k = 0; k < properties; k++) {
                    int index = wideIndices ? uses.getShort() & 0x7fff : uses.get() & 0x7f;
                    if (index >= 1 && index <= all.size()) {
                        Property property = all.get(index - 1);
                        property.aperture.ifPresent(found -> apertures.put(id, found));
                        if (property.size) {
                            sized.add(id);
                        }
                        if (!property.auxiliary.isEmpty()) {
                            auxiliary.put(id, property.auxiliary);
                        }
                    }
                }
            }
        }

        /// Up to a zero.
        private static String text(ByteBuffer content) {
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

        /// The version of a full box, whose content follows.
        private static int version(ByteBuffer content) {
            return content.getInt() >> 24;
        }

        private static int id(ByteBuffer content, boolean wide) {
            return wide ? content.getInt() : Short.toUnsignedInt(content.getShort());
        }
    }
}
