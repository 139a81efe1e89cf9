package com.autoclipr.testkit.media;

import com.autoclipr.testkit.Programs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Small stills of eight patches, four in a row, that say in one way or another what their colours
/// mean.
///
/// @param folder where files are written
public record ColourFiles(Path folder) {
    public static final int SIDE = 32;
    public static final int WIDTH = 4 * SIDE;
    public static final int HEIGHT = 2 * SIDE;

    /// R′G′B′ as it is stored.
    private static final int[][] PATCHES = {
        {100, 100, 100}, {190, 60, 40}, {180, 120, 90}, {60, 140, 70},
        {200, 200, 200}, {40, 30, 160}, {220, 200, 40}, {20, 20, 20}
    };

    /// R, G, B of a patch, counted along rows.
    public static int[] patch(int index) {
        return PATCHES[index].clone();
    }

    /// A chunk of a PNG.
    public record Chunk(String type, byte[] content) {}

    /// Eight bits, or sixteen that say the same.
    public Path png(String name, int bits, Chunk... chunks) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int y = 0; y < HEIGHT; y++) {
            rows.write(0);
            for (int x = 0; x < WIDTH; x++) {
                for (int sample : PATCHES[x / SIDE + 4 * (y / SIDE)]) {
                    rows.write(sample);
                    if (bits == 16) {
                        rows.write(sample);
                    }
                }
            }
        }
        byte[] head =
                ByteBuffer.allocate(13)
                        .putInt(WIDTH)
                        .putInt(HEIGHT)
                        .put((byte) bits)
                        .put((byte) 2)
                        .array();
        List<Chunk> all = new ArrayList<>(List.of(new Chunk("IHDR", head)));
        all.addAll(Arrays.asList(chunks));
        all.add(new Chunk("IDAT", deflated(rows.toByteArray())));
        all.add(new Chunk("IEND", new byte[0]));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        all.forEach(chunk -> file.writeBytes(bytes(chunk)));
        return write(name, file.toByteArray());
    }

    private static byte[] bytes(Chunk chunk) {
        byte[] typed = joined(ascii(chunk.type), chunk.content);
        CRC32 sum = new CRC32();
        sum.update(typed);
        return ByteBuffer.allocate(typed.length + 8)
                .putInt(chunk.content.length)
                .put(typed)
                .putInt((int) sum.getValue())
                .array();
    }

    public static Chunk iccp(byte[] profile) {
        return new Chunk("iCCP", joined(ascii("test\0\0"), deflated(profile)));
    }

    /// @param value 100 000 times the exponent of encoding
    public static Chunk gamma(int value) {
        return new Chunk("gAMA", ByteBuffer.allocate(4).putInt(value).array());
    }

    /// Primaries, transfer, matrix 0, full range.
    public static Chunk cicp(int primaries, int transfer) {
        return new Chunk("cICP", new byte[] {(byte) primaries, (byte) transfer, 0, 1});
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        byte[] out = new byte[content.length + 1_000];
        int size = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, size);
    }

    /// The patches by `ffmpeg`, which hands a PNG's profile on where the format has a place for it.
    public Path converted(String name, Path png, String... options) {
        Path file = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("-i", png.toString(), "-frames:v", "1"));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        Programs.ffmpeg(arguments);
        return file;
    }

    /// A JPEG with segments behind its start.
    public Path jpeg(String name, byte[] plain, byte[]... segments) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(plain, 0, 2);
        Arrays.stream(segments).forEach(file::writeBytes);
        file.write(plain, 2, plain.length - 2);
        return write(name, file.toByteArray());
    }

    /// A segment of a JPEG.
    public static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    /// A JPEG whose components have other names, in its frame and in each of its scans.
    public static byte[] named(byte[] jpeg, int... names) {
        byte[] named = jpeg.clone();
        Map<Byte, Byte> renamed = new HashMap<>();
        for (int at = 2; at + 3 < jpeg.length; at++) {
            int marker = jpeg[at] == -1 ? jpeg[at + 1] & 255 : 0;
            if (marker == 0xc0 || marker == 0xc2) {
                for (int i = 0; i < names.length; i++) {
                    named[at + 10 + 3 * i] = (byte) names[i];
                    renamed.put(jpeg[at + 10 + 3 * i], (byte) names[i]);
                }
            } else if (marker == 0xda) {
                for (int i = 0; i < jpeg[at + 4]; i++) {
                    int name = at + 5 + 2 * i;
                    named[name] = renamed.getOrDefault(jpeg[name], jpeg[name]);
                }
            }
            if (marker >= 0xc0 && (marker < 0xd0 || marker > 0xd9)) {
                at += 1 + ((jpeg[at + 2] & 255) << 8 | (jpeg[at + 3] & 255));
            }
        }
        return named;
    }

    /// A profile in two segments.
    public static byte[][] iccSegments(byte[] profile) {
        int half = profile.length / 2;
        byte[] first = joined(ascii("ICC_PROFILE\0\1\2"), Arrays.copyOf(profile, half));
        byte[] rest = Arrays.copyOfRange(profile, half, profile.length);
        return new byte[][] {
            segment(0xe2, first), segment(0xe2, joined(ascii("ICC_PROFILE\0\2\2"), rest))
        };
    }

    /// EXIF of a camera set to Adobe RGB: colour space uncalibrated, interoperability `R03`.
    public static byte[] adobeExif() {
        ByteBuffer tiff = ByteBuffer.allocate(80).order(ByteOrder.BIG_ENDIAN);
        tiff.put(ascii("MM")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(26);
        tiff.position(26).putShort((short) 2);
        tiff.putShort((short) 0xa001).putShort((short) 3).putInt(1).putShort((short) -1);
        tiff.putShort((short) 0);
        tiff.putShort((short) 0xa005).putShort((short) 4).putInt(1).putInt(56);
        tiff.position(56).putShort((short) 1);
        tiff.putShort((short) 1).putShort((short) 2).putInt(4).put(ascii("R03\0"));
        return segment(0xe1, joined(ascii("Exif\0\0"), tiff.array()));
    }

    /// A simple WebP with a profile.
    public Path webp(String name, byte[] plain, byte[] profile) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(ascii("WEBP"));
        ByteBuffer extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(0x20);
        extended.put((byte) (WIDTH - 1)).put((byte) 0).put((byte) 0).put((byte) (HEIGHT - 1));
        body.writeBytes(riff("VP8X", extended.array()));
        body.writeBytes(riff("ICCP", profile));
        body.write(plain, 12, plain.length - 12);
        return write(name, riff("RIFF", body.toByteArray()));
    }

    private static byte[] riff(String type, byte[] content) {
        return ByteBuffer.allocate(8 + (content.length + 1 & ~1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii(type))
                .putInt(content.length)
                .put(content)
                .array();
    }

    /// An AVIF by `ffmpeg`, whose `colr` becomes one with a profile.
    ///
    /// @param kind `prof` or `rICC`
    public Path avif(String name, byte[] plain, String kind, byte[] profile) {
        int colr = find(plain, "colr") - 4;
        int old = ByteBuffer.wrap(plain).getInt(colr);
        int more = 12 + profile.length - old;
        ByteBuffer file = ByteBuffer.allocate(plain.length + more);
        file.put(plain, 0, colr).putInt(12 + profile.length).put(ascii("colr" + kind));
        file.put(profile).put(plain, colr + old, plain.length - colr - old);
        for (String around : List.of("meta", "iprp", "ipco")) {
            int at = find(plain, around) - 4;
            file.putInt(at, file.getInt(at) + more);
        }
        // The place of the only item, after its number and that of its parts.
        int place = find(plain, "iloc") + 18;
        file.putInt(place, file.getInt(place) + more);
        return write(name, file.array());
    }

    /// A BMP of the patches with the header of version 5 and a profile behind the pixels.
    public Path bmp(String name, byte[] profile) {
        int pixels = 3 * WIDTH * HEIGHT;
        ByteBuffer file = ByteBuffer.allocate(138 + pixels + profile.length);
        file.order(ByteOrder.LITTLE_ENDIAN).put(ascii("BM")).putInt(file.capacity()).putInt(0);
        file.putInt(138).putInt(124).putInt(WIDTH).putInt(-HEIGHT).putShort((short) 1);
        file.putShort((short) 24).position(14 + 56).putInt(0x4D424544);
        file.position(14 + 112).putInt(124 + pixels).putInt(profile.length).position(138);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int[] patch = PATCHES[x / SIDE + 4 * (y / SIDE)];
                file.put((byte) patch[2]).put((byte) patch[1]).put((byte) patch[0]);
            }
        }
        return write(name, file.put(profile).array());
    }

    /// An uncompressed TIFF of the patches with a profile (tag 34675).
    public Path tiff(String name, byte[] profile) {
        int pixels = 3 * WIDTH * HEIGHT;
        int[][] tags = {
            {256, 3, 1, WIDTH << 16}, {257, 3, 1, HEIGHT << 16}, {258, 3, 3, 8},
            {259, 3, 1, 1 << 16}, {262, 3, 1, 2 << 16}, {273, 4, 1, 14},
            {277, 3, 1, 3 << 16}, {278, 3, 1, HEIGHT << 16}, {279, 4, 1, pixels},
            {34675, 7, profile.length, 14 + pixels}
        };
        int directory = 14 + pixels + (profile.length + 1 & ~1);
        ByteBuffer file = ByteBuffer.allocate(directory + 2 + 12 * tags.length + 4);
        file.put(ascii("MM")).putShort((short) 42).putInt(directory);
        file.putShort((short) 8).putShort((short) 8).putShort((short) 8);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int sample : PATCHES[x / SIDE + 4 * (y / SIDE)]) {
                    file.put((byte) sample);
                }
            }
        }
        file.put(profile).position(directory).putShort((short) tags.length);
        for (int[] tag : tags) {
            file.putShort((short) tag[0]).putShort((short) tag[1]).putInt(tag[2]).putInt(tag[3]);
        }
        return write(name, file.array());
    }

    private static int find(byte[] bytes, String letters) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(letters);
        if (at < 0) {
            throw new IllegalArgumentException("there is no " + letters);
        }
        return at;
    }

    private Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
