package com.autoclipr.testkit.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes small ICC profiles.
public final class IccWriter {
    /// Columns of XYZ under D50 for red, green and blue, as Apple and Adobe write them.
    private static final double[] DISPLAY_P3 = {
        0.51512, 0.24120, -0.00105, 0.29198, 0.69225, 0.04189, 0.15710, 0.06657, 0.78407
    };

    private static final double[] ADOBE_RGB = {
        0.60974, 0.31111, 0.01947, 0.20528, 0.62567, 0.06087, 0.14919, 0.06322, 0.74457
    };
    private static final double[] SRGB = {
        0.43607, 0.22249, 0.01392, 0.38515, 0.71687, 0.09708, 0.14307, 0.06061, 0.71410
    };

    /// Parametric curve of type 3, as sRGB's.
    private static final double[] SRGB_CURVE = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};

    private record Tag(String name, byte[] content) {}

    private final List<Tag> tags = new ArrayList<>();
    private final String space;
    private final String connection;
    private final int version;

    private IccWriter(String space, String connection, int version) {
        this.space = space;
        this.connection = connection;
        this.version = version;
    }

    /// Version 4, parametric curves.
    public static byte[] displayP3() {
        return coloured("P3 of a test", DISPLAY_P3, parametric(3, SRGB_CURVE), 4);
    }

    /// Version 2, gamma 2.19921875.
    public static byte[] adobeRgb() {
        return coloured("Adobe of a test", ADOBE_RGB, table(0x0233), 2);
    }

    /// Of sRGB but for the curve, which has `entries` points.
    public static byte[] srgb(int entries) {
        int[] points = new int[entries];
        for (int i = 0; i < entries; i++) {
            double x = (double) i / (entries - 1);
            double y = x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4);
            points[i] = (int) Math.round(65_535 * y);
        }
        return coloured("sRGB of a test", SRGB, table(points), 2);
    }

    /// What is stored as green is red, as blue green, as red blue.
    public static byte[] turned() {
        double[] turned = new double[9];
        for (int i = 0; i < 9; i++) {
            turned[(i + 3) % 9] = SRGB[i];
        }
        return coloured("Turned", turned, parametric(3, SRGB_CURVE), 4);
    }

    /// Grey of one gamma.
    public static byte[] grey(double gamma) {
        IccWriter writer = new IccWriter("GRAY", "XYZ ", 2);
        writer.add("desc", description("Grey of a test"));
        writer.add("kTRC", table((int) Math.round(gamma * 256)));
        return writer.bytes();
    }

    /// A press without secrets: each ink takes its part of the light in XYZ, by a table of two
    /// points a side in the type `mft2` or `mAB`, so that colours between are straight lines.
    public static byte[] press(boolean version4) {
        IccWriter writer = new IccWriter("CMYK", "XYZ ", version4 ? 4 : 2);
        writer.add("desc", description("Press of a test"));
        ByteArrayOutputStream grid = new ByteArrayOutputStream();
        for (int i = 0; i < 16; i++) {
            boolean black = (i & 1) != 0;
            double[] light = {i >> 3 & 1, i >> 2 & 1, i >> 1 & 1};
            for (int row = 0; row < 3; row++) {
                double value = 0;
                for (int c = 0; c < 3; c++) {
                    value += black ? 0 : (1 - 0.9 * light[c]) * SRGB[3 * c + row];
                }
                int code = (int) Math.round(value * 32_768);
                grid.write(code >> 8);
                grid.write(code);
            }
        }
        writer.add("A2B0", version4 ? parts(grid.toByteArray()) : words(grid.toByteArray()));
        return writer.bytes();
    }

    private static byte[] words(byte[] grid) {
        ByteBuffer tag = ByteBuffer.allocate(52 + 2 * 2 * 7 + grid.length);
        tag.put(ascii("mft2")).putInt(0).put((byte) 4).put((byte) 3).put((byte) 2).put((byte) 0);
        for (int i = 0; i < 9; i++) {
            tag.putInt(i % 4 == 0 ? 65_536 : 0);
        }
        tag.putShort((short) 2).putShort((short) 2);
        for (int i = 0; i < 4; i++) {
            tag.putShort((short) 0).putShort((short) -1);
        }
        tag.put(grid);
        for (int i = 0; i < 3; i++) {
            tag.putShort((short) 0).putShort((short) -1);
        }
        return tag.array();
    }

    private static byte[] parts(byte[] grid) {
        int curves = 12 * 4;
        int gridBytes = 20 + grid.length;
        ByteBuffer tag = ByteBuffer.allocate(32 + 36 + gridBytes + curves);
        tag.put(ascii("mAB ")).putInt(0).put((byte) 4).put((byte) 3).putShort((short) 0);
        tag.putInt(32).putInt(0).putInt(0).putInt(68).putInt(68 + gridBytes);
        for (int i = 0; i < 3; i++) {
            tag.put(table());
        }
        tag.put(new byte[] {2, 2, 2, 2}).position(68 + 16).put((byte) 2).position(68 + 20);
        tag.put(grid);
        for (int i = 0; i < 4; i++) {
            tag.put(table());
        }
        return tag.array();
    }

    private static byte[] coloured(String name, double[] columns, byte[] curve, int version) {
        IccWriter writer = new IccWriter("RGB ", "XYZ ", version);
        writer.add("desc", description(name));
        String[] colours = {"r", "g", "b"};
        for (int c = 0; c < 3; c++) {
            ByteBuffer xyz = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
            for (int i = 0; i < 3; i++) {
                xyz.putInt(fixed(columns[3 * c + i]));
            }
            writer.add(colours[c] + "XYZ", xyz.array());
            writer.add(colours[c] + "TRC", curve);
        }
        return writer.bytes();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65_536);
    }

    private static byte[] description(String text) {
        ByteBuffer tag = ByteBuffer.allocate(12 + text.length() + 1 + 78);
        return tag.put(ascii("desc")).putInt(0).putInt(text.length() + 1).put(ascii(text)).array();
    }

    /// A curve of type `curv`; of one entry, a gamma in 1/256; of none, a straight line.
    private static byte[] table(int... entries) {
        ByteBuffer tag = ByteBuffer.allocate(12 + 2 * entries.length);
        tag.put(ascii("curv")).putInt(0).putInt(entries.length);
        for (int entry : entries) {
            tag.putShort((short) entry);
        }
        return tag.array();
    }

    private static byte[] parametric(int type, double[] parameters) {
        ByteBuffer tag = ByteBuffer.allocate(12 + 4 * parameters.length);
        tag.put(ascii("para")).putInt(0).putShort((short) type).putShort((short) 0);
        for (double parameter : parameters) {
            tag.putInt(fixed(parameter));
        }
        return tag.array();
    }

    private void add(String name, byte[] content) {
        tags.add(new Tag(name, content));
    }

    private byte[] bytes() {
        int at = 132 + 12 * tags.size();
        int size = at + tags.stream().mapToInt(t -> (t.content.length + 3) & ~3).sum();
        ByteBuffer profile = ByteBuffer.allocate(size);
        profile.putInt(size).putInt(0).putInt(version << 24);
        profile.put(ascii(space.equals("CMYK") ? "prtr" : "mntr")).put(ascii(space));
        profile.put(ascii(connection)).position(36).put(ascii("acsp"));
        profile.position(68).putInt(fixed(0.9642)).putInt(fixed(1)).putInt(fixed(0.8249));
        profile.position(128).putInt(tags.size());
        for (Tag tag : tags) {
            profile.put(ascii(tag.name)).putInt(at).putInt(tag.content.length);
            at += (tag.content.length + 3) & ~3;
        }
        for (Tag tag : tags) {
            profile.put(tag.content).position((profile.position() + 3) & ~3);
        }
        return profile.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
