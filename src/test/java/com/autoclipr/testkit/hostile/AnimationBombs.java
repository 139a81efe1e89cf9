package com.autoclipr.testkit.hostile;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Animations without end, without time, or with more canvas than pictures.
final class AnimationBombs {
    private static final int CLEAR = 2;

    private AnimationBombs() {}

    static List<Bomb> all() {
        return List.of(
                image("endless.gif", file -> gif(64, 64, 100_000).to(file)),
                image("canvas.gif", file -> gif(65_535, 65_535, 10).to(file)),
                image("large-canvas.gif", file -> gif(6_000, 6_000, 3_000).to(file)),
                image("endless.png", file -> apng(0x7fffffff, 2_000).to(file)),
                image("canvas-animated.webp", file -> webp(1 << 24, 10).to(file)),
                image("endless.webp", file -> webp(64, 50_000).to(file)),
                new Bomb("sizes.mjpeg", "video", file -> sizes().to(file)));
    }

    private static Bomb image(String name, Bomb.Maker maker) {
        return new Bomb(name, "image", maker);
    }

    /// Frames of one pixel with zero duration, on a canvas, looped forever.
    private static Bytes gif(int width, int height, int pictures) {
        Bytes gif = new Bytes().text("GIF89a").little(width, 2).little(height, 2);
        gif.bytes((byte) 0x80, (byte) 0, (byte) 0).zeros(3).bytes((byte) 255, (byte) 0, (byte) 0);
        gif.bytes((byte) 0x21, (byte) 0xff, (byte) 11).text("NETSCAPE2.0");
        gif.bytes((byte) 3, (byte) 1, (byte) 0, (byte) 0, (byte) 0);
        byte[] one =
                new Bytes()
                        .bytes((byte) 0x21, (byte) 0xf9, (byte) 4, (byte) (CLEAR << 2))
                        .zeros(4)
                        .bytes((byte) 0x2c)
                        .zeros(4)
                        .little(1, 2)
                        .little(1, 2)
                        .zeros(1)
                        .bytes((byte) 2, (byte) 2, (byte) 0x44, (byte) 1, (byte) 0)
                        .done();
        for (int i = 0; i < pictures; i++) {
            gif.bytes(one);
        }
        return gif.bytes((byte) 0x3b);
    }

    /// Claims `claimed` pictures, has some, each for no time.
    private static Bytes apng(long claimed, int pictures) {
        byte[] head = new Bytes().big(64, 4).big(64, 4).bytes((byte) 8, (byte) 2).zeros(3).done();
        byte[] packed = Bytes.deflatedZeros(64 * (1 + 3 * 64L));
        Bytes png =
                new Bytes()
                        .bytes((byte) 137)
                        .text("PNG\r\n")
                        .bytes((byte) 26, (byte) 10)
                        .pngChunk("IHDR", head)
                        .pngChunk("acTL", new Bytes().big(claimed, 4).zeros(4).done());
        for (int i = 0; i < pictures; i++) {
            png.pngChunk(
                    "fcTL",
                    new Bytes()
                            .big(i == 0 ? 0 : 2L * i - 1, 4)
                            .big(64, 4)
                            .big(64, 4)
                            .zeros(14)
                            .done());
            if (i == 0) {
                png.pngChunk("IDAT", packed);
            } else {
                png.pngChunk("fdAT", new Bytes().big(2L * i, 4).bytes(packed).done());
            }
        }
        return png.pngChunk("IEND", new byte[0]);
    }

    private static Bytes webp(int side, int pictures) throws IOException {
        byte[] still = Plain.picture("webp", "-lossless", "1");
        byte[] picture = Arrays.copyOfRange(still, 12, still.length);
        byte[] frame =
                new Bytes()
                        .zeros(6)
                        .little(63, 3)
                        .little(63, 3)
                        .little(0, 3)
                        .zeros(1)
                        .bytes(picture)
                        .done();
        Bytes chunks =
                new Bytes()
                        .text("WEBPVP8X")
                        .little(10, 4)
                        .bytes((byte) 2)
                        .zeros(3)
                        .little(side - 1L, 3)
                        .little(side - 1L, 3)
                        .text("ANIM")
                        .little(6, 4)
                        .zeros(6);
        for (int i = 0; i < pictures; i++) {
            chunks.text("ANMF").little(frame.length, 4).bytes(frame);
        }
        byte[] all = chunks.done();
        return new Bytes().text("RIFF").little(all.length, 4).bytes(all);
    }

    /// Every picture has another size, some of them absurd ones.
    private static Bytes sizes() throws IOException {
        byte[] jpeg = PictureBombs.jpeg();
        Bytes film = new Bytes();
        int[] sides = {64, 200, 3_000, 16, 8_000, 65_535, 64, 12_000, 1, 640};
        for (int i = 0; i < 60; i++) {
            film.bytes(PictureBombs.patched(jpeg, sides[i % sides.length]).done());
        }
        return film;
    }
}
