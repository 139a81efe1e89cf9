package com.autoclipr.testkit.hostile;

import java.io.IOException;
import java.util.List;

/// Pictures that claim to be larger than any memory, or unpack to as much.
final class PictureBombs {
    private static final byte[] PNG_SIGNATURE = {(byte) 137, 80, 78, 71, 13, 10, 26, 10};
    private static final int ABSURD = 100_000;
    private static final int RGB = 2;
    private static final int RGBA = 6;

    private PictureBombs() {}

    static List<Bomb> all() {
        return List.of(
                image("size.png", file -> png(ABSURD, ABSURD, RGBA, 1000).to(file)),
                image("width.png", file -> png(Integer.MAX_VALUE, 1, RGB, 1000).to(file)),
                image("large-but-zero.png", file -> png(9_000, 9_000, RGBA, 324_009_000).to(file)),
                image("too-many-pixels.png", file -> png(16_000, 16_000, RGB, 1 << 20).to(file)),
                image("profile.png", file -> profile().to(file)),
                image("comments.png", file -> comments().to(file)),
                image("size.jpg", file -> patched(jpeg(), 65_535).to(file)),
                image("size.bmp", file -> bmp().to(file)),
                image("size.tif", file -> tiff().to(file)),
                image("size.webp", file -> webp().to(file)),
                image("size.avif", file -> avif().to(file)),
                image(
                        "size.ppm",
                        file ->
                                new Bytes()
                                        .text("P6\n100000 100000\n255\n")
                                        .zeros(1_000)
                                        .to(file)));
    }

    private static Bomb image(String name, Bomb.Maker maker) {
        return new Bomb(name, "image", maker);
    }

    private static Bytes pngHead(int width, int height, int colour) {
        byte[] head =
                new Bytes().big(width, 4).big(height, 4).bytes((byte) 8, (byte) colour).done();
        return new Bytes()
                .bytes(PNG_SIGNATURE)
                .pngChunk("IHDR", new Bytes().bytes(head).zeros(3).done());
    }

    private static Bytes png(int width, int height, int colour, long zeros) {
        return pngHead(width, height, colour)
                .pngChunk("IDAT", Bytes.deflatedZeros(zeros))
                .pngChunk("IEND", new byte[0]);
    }

    /// A colour profile of a gigabyte.
    private static Bytes profile() {
        byte[] name = new Bytes().text("bomb").zeros(2).done();
        return pngHead(16, 16, RGB)
                .pngChunk(
                        "iCCP", new Bytes().bytes(name).bytes(Bytes.deflatedZeros(1L << 30)).done())
                .pngChunk("IDAT", Bytes.deflatedZeros(16 * 49))
                .pngChunk("IEND", new byte[0]);
    }

    /// Forty comments of a hundred megabytes each.
    private static Bytes comments() {
        byte[] packed = Bytes.deflatedZeros(100_000_000);
        Bytes png = pngHead(16, 16, RGB);
        for (int i = 0; i < 40; i++) {
            png.pngChunk("zTXt", new Bytes().text("Comment" + i).zeros(2).bytes(packed).done());
        }
        return png.pngChunk("IDAT", Bytes.deflatedZeros(16 * 49)).pngChunk("IEND", new byte[0]);
    }

    static byte[] jpeg() throws IOException {
        return Plain.picture("jpg", "-q:v", "5");
    }

    /// The JPEG with other sides in its frame header (SOF0).
    static Bytes patched(byte[] jpeg, int side) {
        byte[] bytes = jpeg.clone();
        int frame = 2;
        while ((bytes[frame + 1] & 0xff) != 0xc0) {
            frame += 2 + (((bytes[frame + 2] & 0xff) << 8) | (bytes[frame + 3] & 0xff));
        }
        Bytes.put(bytes, frame + 5, side, 2);
        Bytes.put(bytes, frame + 7, side, 2);
        return new Bytes().bytes(bytes);
    }

    private static Bytes bmp() throws IOException {
        byte[] bytes = Plain.picture("bmp");
        Bytes.putLittle(bytes, 18, ABSURD, 4);
        Bytes.putLittle(bytes, 22, ABSURD, 4);
        return new Bytes().bytes(bytes);
    }

    /// Entries 256 and 257 of the directory (TIFF 6.0) are width and height.
    private static Bytes tiff() throws IOException {
        byte[] bytes = Plain.picture("tif", "-compression_algo", "deflate");
        int directory = 0;
        for (int i = 3; i >= 0; i--) {
            directory = (directory << 8) | (bytes[4 + i] & 0xff);
        }
        int entries = (bytes[directory] & 0xff) | ((bytes[directory + 1] & 0xff) << 8);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            int tag = (bytes[entry] & 0xff) | ((bytes[entry + 1] & 0xff) << 8);
            if (tag == 256 || tag == 257) {
                Bytes.putLittle(bytes, entry + 2, 4, 2);
                Bytes.putLittle(bytes, entry + 8, ABSURD, 4);
            }
        }
        return new Bytes().bytes(bytes);
    }

    /// 14 bits each for width and height, less one, after the signature of VP8L.
    private static Bytes webp() throws IOException {
        byte[] bytes = Plain.picture("webp", "-lossless", "1");
        int picture = Bytes.find(bytes, "VP8L", 0) + 9;
        Bytes.putLittle(bytes, picture, 0x0fffffff, 4);
        return new Bytes().bytes(bytes);
    }

    private static Bytes avif() throws IOException {
        byte[] bytes =
                Plain.picture(
                        "avif", "-c:v", "libaom-av1", "-still-picture", "1", "-cpu-used", "8");
        int extent = Bytes.find(bytes, "ispe", 0) + 8;
        Bytes.put(bytes, extent, ABSURD, 4);
        Bytes.put(bytes, extent + 4, ABSURD, 4);
        return new Bytes().bytes(bytes);
    }
}
