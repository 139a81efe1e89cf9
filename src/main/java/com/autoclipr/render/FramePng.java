package com.autoclipr.render;

import com.autoclipr.media.picture.ColourFacts.Matrix;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.render.planes.YuvToRgba;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Converts a frame to PNG: limited BT.709 to R′G′B′ (tagged sRGB), with chroma upsampled according
/// to its siting. The same frame gives the same bytes with the same version of zlib.
public final class FramePng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte TRUE_COLOUR = 2;

    /// PNG filter "up": cheap and good enough.
    private static final byte UP = 2;

    private FramePng() {}

    /// A PNG file with 8 bits per channel, without alpha.
    public static byte[] encode(OutputFrame frame) {
        RgbaPicture picture = toRgb(frame);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(frame.width()).putInt(frame.height());
        header.put((byte) 8).put(TRUE_COLOUR).put((byte) 0).put((byte) 0).put((byte) 0);
        chunk(file, "IHDR", header.array());
        chunk(file, "sRGB", new byte[] {0});
        chunk(file, "IDAT", deflated(filtered(picture)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /// The frame as full-range R′G′B′.
    public static RgbaPicture toRgb(OutputFrame frame) {
        int width = frame.width();
        int height = frame.height();
        YuvPicture picture =
                new YuvPicture(
                        Plane.ofBytes(frame.luma(), width, height, width),
                        Plane.ofBytes(frame.cb(), width / 2, height / 2, width / 2),
                        Plane.ofBytes(frame.cr(), width / 2, height / 2, width / 2),
                        0,
                        0.5,
                        2,
                        2,
                        Matrix.BT709,
                        false);
        return YuvToRgba.convert(picture, width, height);
    }

    private static byte[] filtered(RgbaPicture picture) {
        int rowBytes = picture.width() * 3;
        byte[] rows = new byte[(rowBytes + 1) * picture.height()];
        byte[] above = new byte[rowBytes];
        byte[] row = new byte[rowBytes];
        byte[] pixels = picture.pixels();
        for (int y = 0; y < picture.height(); y++) {
            int at = y * (rowBytes + 1);
            rows[at] = UP;
            for (int x = 0; x < rowBytes; x++) {
                row[x] = pixels[4 * (y * picture.width() + x / 3) + x % 3];
                rows[at + 1 + x] = (byte) (row[x] - above[x]);
            }
            System.arraycopy(row, 0, above, 0, rowBytes);
        }
        return rows;
    }

    private static byte[] deflated(byte[] data) {
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        byte[] part = new byte[65_536];
        try (Deflater deflater = new Deflater(6)) {
            deflater.setInput(data);
            deflater.finish();
            while (!deflater.finished()) {
                into.write(part, 0, deflater.deflate(part));
            }
        }
        return into.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
