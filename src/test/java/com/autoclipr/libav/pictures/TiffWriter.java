package com.autoclipr.libav.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes TIFFs (TIFF 6.0) of tags and blocks of data given, little-endian.
final class TiffWriter {
    static final int SHORT = 3;
    static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;
    private static final int OFFSETS = 273;
    private static final int COUNTS = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_COUNTS = 325;
    private static final int PARTS = 330;

    private final List<Page> pages = new ArrayList<>();

    /// One page: tags by number, each with its values, and its strips or tiles.
    static final class Page {
        private final Map<Integer, int[]> tags = new TreeMap<>();
        private final Map<Integer, byte[]> bytes = new TreeMap<>();
        private final Map<Integer, int[]> ratios = new TreeMap<>();
        private final List<byte[]> entries = new ArrayList<>();
        private final List<Page> parts = new ArrayList<>();
        private final List<byte[]> blocks;
        private final boolean tiled;

        private Page(List<byte[]> blocks, boolean tiled) {
            this.blocks = blocks;
            this.tiled = tiled;
        }

        Page tag(int number, int... values) {
            tags.put(number, values);
            return this;
        }

        Page tag(int number, byte[] content) {
            bytes.put(number, content);
            return this;
        }

        /// Fractions, each a numerator and a denominator.
        Page ratios(int number, int... values) {
            ratios.put(number, values);
            return this;
        }

        /// An entry as it is, after all others.
        Page entry(int number, int type, int count, int value) {
            ByteBuffer entry = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
            entry.putShort((short) number).putShort((short) type).putInt(count).putInt(value);
            entries.add(entry.array());
            return this;
        }

        /// A page of its own that belongs to this one (tag 330).
        Page part(Page part) {
            parts.add(part);
            return this;
        }
    }

    private int lastLink;

    /// What is named as the page after the last one.
    void lastLink(int place) {
        lastLink = place;
    }

    /// A page of R′G′B′ in 8 bits and one strip; other tags replace these.
    Page page(int width, int height, boolean tiled, byte[]... blocks) {
        Page page = alone(width, height, tiled, blocks);
        pages.add(page);
        return page;
    }

    /// The same, as a part of another one.
    static Page alone(int width, int height, boolean tiled, byte[]... blocks) {
        Page page = new Page(List.of(blocks), tiled);
        page.tag(256, width).tag(257, height).tag(258, 8, 8, 8).tag(259, 1).tag(262, 2);
        page.tag(277, 3);
        if (!tiled) {
            page.tag(278, height);
        }
        return page;
    }

    byte[] done() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'I', 'I', 42, 0, 0, 0, 0, 0});
        List<Integer> linkPlaces = new ArrayList<>(List.of(4));
        List<Integer> directories = new ArrayList<>();
        for (Page page : pages) {
            int[] parts = new int[page.parts.size()];
            for (int i = 0; i < parts.length; i++) {
                List<Integer> place = new ArrayList<>();
                write(page.parts.get(i), out, place);
                parts[i] = place.getFirst();
            }
            if (parts.length > 0) {
                page.tag(PARTS, parts);
            }
            write(page, out, directories);
            linkPlaces.add(out.size() - 4);
        }
        byte[] file = out.toByteArray();
        ByteBuffer all = little(file);
        all.putInt(linkPlaces.getLast(), lastLink);
        for (int i = 0; i < directories.size(); i++) {
            all.putInt(linkPlaces.get(i), directories.get(i));
        }
        return file;
    }

    private static void write(Page page, ByteArrayOutputStream out, List<Integer> places) {
        int[] offsets = new int[page.blocks.size()];
        int[] counts = new int[offsets.length];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = out.size();
            counts[i] = page.blocks.get(i).length;
            out.writeBytes(page.blocks.get(i));
            out.write(new byte[out.size() % 2], 0, out.size() % 2);
        }
        page.tag(page.tiled ? TILE_OFFSETS : OFFSETS, offsets);
        page.tag(page.tiled ? TILE_COUNTS : COUNTS, counts);
        directory(page, out, places);
    }

    /// Values that do not fit their tag come before the directory.
    private static void directory(Page page, ByteArrayOutputStream out, List<Integer> places) {
        TreeMap<Integer, byte[]> entries = new TreeMap<>();
        page.tags.forEach(
                (number, values) -> {
                    boolean wide = number == 256 || number == 257 || number > 272;
                    byte[] packed = new byte[values.length * (wide ? 4 : 2)];
                    ByteBuffer content = little(packed);
                    for (int value : values) {
                        if (wide) {
                            content.putInt(value);
                        } else {
                            content.putShort((short) value);
                        }
                    }
                    int type = wide ? LONG : SHORT;
                    entries.put(number, entry(number, type, values.length, packed, out));
                });
        page.bytes.forEach(
                (number, content) ->
                        entries.put(
                                number, entry(number, UNDEFINED, content.length, content, out)));
        page.ratios.forEach(
                (number, values) -> {
                    byte[] packed = new byte[4 * values.length];
                    little(packed).asIntBuffer().put(values);
                    int count = values.length / 2;
                    entries.put(number, entry(number, RATIONAL, count, packed, out));
                });
        places.add(out.size());
        int count = entries.size() + page.entries.size();
        out.write(count);
        out.write(count >> 8);
        entries.values().forEach(out::writeBytes);
        page.entries.forEach(out::writeBytes);
        out.writeBytes(new byte[4]);
    }

    private static byte[] entry(
            int number, int type, int count, byte[] content, ByteArrayOutputStream out) {
        byte[] packed = new byte[12];
        ByteBuffer entry = little(packed).putShort((short) number).putShort((short) type);
        entry.putInt(count);
        if (content.length <= 4) {
            entry.put(content);
        } else {
            entry.putInt(out.size());
            out.writeBytes(content);
            out.write(new byte[out.size() % 2], 0, out.size() % 2);
        }
        return packed;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
