package com.autoclipr.libav.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Puts the boxes of a HEIF or AVIF together (ISO/IEC 23008-12).
public final class HeifWriter {
    private final List<Item> items = new ArrayList<>();
    private final List<byte[]> references = new ArrayList<>();
    private byte[] first = new byte[0];
    private byte[] start;
    private int primary = 1;

    private record Item(String type, byte[] data, List<byte[]> properties) {}

    public HeifWriter(String brand) {
        this.start = box("ftyp", bytes(brand), ints(0), bytes("mif1"), bytes(brand));
    }

    /// @param properties whole boxes
    /// @return the item's number, from 1
    public int item(String type, byte[] data, byte[]... properties) {
        items.add(new Item(type, data, List.of(properties)));
        return items.size();
    }

    /// A grid of tiles, which refers to them.
    public int grid(int rows, int columns, int width, int height, byte[]... properties) {
        byte[] content =
                join(
                        new byte[] {0, 0, (byte) (rows - 1), (byte) (columns - 1)},
                        shorts(width, height));
        return item("grid", content, properties);
    }

    public HeifWriter refer(String kind, int from, int... to) {
        references.add(box(kind, shorts(from, to.length), shorts(to)));
        return this;
    }

    public HeifWriter primary(int item) {
        primary = item;
        return this;
    }

    /// @param bytes what the file begins with, in place of its type
    public HeifWriter start(byte[] bytes) {
        start = bytes;
        return this;
    }

    /// @param box goes before those that tell of the pictures
    public HeifWriter first(byte[] box) {
        first = box;
        return this;
    }

    public static byte[] size(int width, int height) {
        return box("ispe", ints(0, width, height));
    }

    static byte[] auxiliary(String what) {
        return box("auxC", ints(0), bytes(what), new byte[1]);
    }

    /// `clap`, in whole numbers over one denominator.
    static byte[] aperture(int denominator, int width, int height, int x, int y) {
        return box(
                "clap",
                ints(width, denominator, height, denominator),
                ints(x, denominator, y, denominator));
    }

    public byte[] done() {
        byte[] type = join(start, first);
        int metaSize = meta(0).length;
        byte[] meta = meta(type.length + metaSize + 8);
        byte[][] data = items.stream().map(Item::data).toArray(byte[][]::new);
        return join(type, meta, box("mdat", data));
    }

    private byte[] meta(int firstOffset) {
        List<byte[]> entries = new ArrayList<>();
        List<byte[]> places = new ArrayList<>();
        List<byte[]> uses = new ArrayList<>();
        List<byte[]> shelf = new ArrayList<>();
        int offset = firstOffset;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            int id = i + 1;
            entries.add(
                    box("infe", ints(0x02000000), shorts(id, 0), bytes(item.type), new byte[1]));
            places.add(join(shorts(id, 0, 1), ints(offset, item.data.length)));
            offset += item.data.length;
            ByteArrayOutputStream use = new ByteArrayOutputStream();
            use.writeBytes(shorts(id));
            use.write(item.properties.size());
            for (byte[] property : item.properties) {
                shelf.add(property);
                use.write(shelf.size() | 0x80);
            }
            uses.add(use.toByteArray());
        }
        int count = items.size();
        return box(
                "meta",
                ints(0),
                box("hdlr", ints(0, 0), bytes("pict"), ints(0, 0, 0), new byte[1]),
                box("pitm", ints(0), shorts(primary)),
                box("iloc", ints(0), shorts(0x4400, count), joinAll(places)),
                box("iinf", ints(0), shorts(count), joinAll(entries)),
                box("iref", ints(0), joinAll(references)),
                box(
                        "iprp",
                        box("ipco", joinAll(shelf)),
                        box("ipma", ints(0, count), joinAll(uses))));
    }

    public static byte[] box(String type, byte[]... contents) {
        byte[] content = join(contents);
        return join(ints(content.length + 8), bytes(type), content);
    }

    static byte[] joinAll(List<byte[]> parts) {
        return join(parts.toArray(byte[][]::new));
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    public static byte[] shorts(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }
}
