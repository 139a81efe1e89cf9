package com.autoclipr.testkit.hostile;

import java.io.IOException;
import java.util.List;

/// Audio with absurd headers.
final class SoundBombs {
    private SoundBombs() {}

    static List<Bomb> all() {
        return List.of(
                audio("sizes.wav", file -> wav(2, 48_000, 0xffffffffL, 48_000).to(file)),
                audio("fast.wav", file -> wav(2, 0xffffffffL, 4_000, 4_000).to(file)),
                audio("slow.wav", file -> wav(1, 1, 4_000_000, 4_000_000).to(file)),
                audio("still.wav", file -> wav(2, 0, 4_000, 4_000).to(file)),
                audio("channels.wav", file -> wav(255, 48_000, 255 * 9_600, 255 * 9_600).to(file)),
                audio("all-channels.wav", file -> wav(65_535, 48_000, 400_000, 400_000).to(file)),
                audio("tag.mp3", file -> tag().to(file)),
                audio("samples.flac", file -> flac().to(file)),
                audio("pages.ogg", file -> pages(200_000).to(file)));
    }

    private static Bomb audio(String name, Bomb.Maker maker) {
        return new Bomb(name, "audio", maker);
    }

    /// 16-bit PCM.
    ///
    /// @param claimed bytes that the header says follow
    /// @param bytes that do
    private static Bytes wav(int channels, long rateHz, long claimed, int bytes) {
        return new Bytes()
                .text("RIFF")
                .little(claimed + 36, 4)
                .text("WAVEfmt ")
                .little(16, 4)
                .little(1, 2)
                .little(channels, 2)
                .little(rateHz, 4)
                .little(rateHz * channels * 2, 4)
                .little(channels * 2L, 2)
                .little(16, 2)
                .text("data")
                .little(claimed, 4)
                .zeros(bytes);
    }

    /// An ID3v2 tag that claims a quarter of a gigabyte, with a picture as large.
    private static Bytes tag() {
        return new Bytes()
                .text("ID3")
                .bytes((byte) 4, (byte) 0, (byte) 0)
                .bytes((byte) 0x7f, (byte) 0x7f, (byte) 0x7f, (byte) 0x7f)
                .text("APIC")
                .bytes((byte) 0x7f, (byte) 0x7f, (byte) 0x7f, (byte) 0x70)
                .zeros(2_000_000);
    }

    /// The header says 2^36 - 1 samples.
    private static Bytes flac() throws IOException {
        byte[] bytes = Plain.film("flac", "-vn", "-c:a", "flac");
        Bytes.put(bytes, 8 + 13, (0x0fL << 32) | 0xffffffffL, 5);
        return new Bytes().bytes(bytes);
    }

    /// Pages that each begin a stream of their own and hold nothing.
    private static Bytes pages(int count) {
        Bytes out = new Bytes();
        for (int i = 0; i < count; i++) {
            out.text("OggS").bytes((byte) 0, (byte) 2).zeros(8).little(i, 4).zeros(8).zeros(1);
        }
        return out;
    }
}
