package com.autoclipr.libav;

import com.autoclipr.testkit.media.BarCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes an elementary H.264 stream whose pictures are two fields each, in a packet of their own
/// (PAFF), as broadcasters do; no encoder of FFmpeg does. Samples are stored as they are (I_PCM),
/// at 25 frames per second, top field first; every frame carries its number as a [BarCode].
///
/// Syntax: Rec. ITU-T H.264 (2021), 7.3.
final class FieldPairs {
    static final int WIDTH = 320;
    static final int HEIGHT = 192;

    private static final int BLOCK = 16;
    private static final int SEQUENCE = 0x67;
    private static final int PICTURE_SET = 0x68;
    private static final int REFRESH = 0x65;
    private static final int SLICE = 0x61;
    private static final int I_SLICES_ONLY = 7;
    private static final int PCM = 25;
    private static final int FRAME_NUMBERS = 16;

    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final byte[] luma = new byte[WIDTH * HEIGHT];

    private FieldPairs() {}

    /// @param frames how many
    /// @param group frames from one at which decoding can start to the next
    static void write(Path file, int frames, int group) throws IOException {
        FieldPairs pairs = new FieldPairs();
        for (int i = 0; i < frames; i++) {
            BarCode.draw(pairs.luma, WIDTH, HEIGHT, i);
            boolean refresh = i % group == 0;
            if (refresh) {
                pairs.unit(SEQUENCE, sequence());
                pairs.unit(PICTURE_SET, pictureSet());
            }
            int number = i % group % FRAME_NUMBERS;
            pairs.field(refresh, number, i / group % 2, 0);
            pairs.field(false, number, 0, 1);
        }
        Files.write(file, pairs.stream.toByteArray());
    }

    private static Bits sequence() {
        Bits bits = new Bits();
        bits.put(77, 8).put(0, 8).put(30, 8); // Main profile, level 3
        bits.code(0).code(0).code(2); // frame numbers of 4 bits, shown in decoding order
        bits.code(1).put(0, 1);
        bits.code(WIDTH / BLOCK - 1).code(HEIGHT / BLOCK / 2 - 1);
        bits.put(0, 1).put(0, 1).put(1, 1).put(0, 1); // fields; whole blocks of 8; no cropping
        bits.put(1, 1); // VUI: two ticks of 1/50 s for a frame
        bits.put(0, 4).put(1, 1).put(0, 16).put(1, 16).put(0, 16).put(50, 16).put(1, 1);
        return bits.put(0, 4);
    }

    private static Bits pictureSet() {
        Bits bits = new Bits();
        bits.code(0).code(0).put(0, 2).code(0).code(0).code(0);
        return bits.put(0, 3).code(0).code(0).code(0).put(1, 1).put(0, 2);
    }

    private void field(boolean refresh, int number, int pictureId, int parity) {
        Bits bits = new Bits();
        bits.code(0).code(I_SLICES_ONLY).code(0).put(number, 4).put(1, 1).put(parity, 1);
        if (refresh) {
            bits.code(pictureId).put(0, 2);
        } else {
            bits.put(0, 1);
        }
        bits.code(0).code(1); // no change of QP, no deblocking
        for (int y = 0; y < HEIGHT / 2; y += BLOCK) {
            for (int x = 0; x < WIDTH; x += BLOCK) {
                bits.code(PCM).align();
                for (int i = 0; i < BLOCK * BLOCK; i++) {
                    int row = 2 * (y + i / BLOCK) + parity;
                    bits.put(luma[row * WIDTH + x + i % BLOCK] & 0xff, 8);
                }
                for (int i = 0; i < BLOCK * BLOCK / 2; i++) {
                    bits.put(128, 8);
                }
            }
        }
        unit(refresh ? REFRESH : SLICE, bits);
    }

    private void unit(int header, Bits bits) {
        stream.writeBytes(new byte[] {0, 0, 0, 1, (byte) header});
        int zeros = 0;
        for (byte value : bits.ended()) {
            if (zeros == 2 && (value & 0xff) <= 3) {
                stream.write(3);
                zeros = 0;
            }
            stream.write(value);
            zeros = value == 0 ? zeros + 1 : 0;
        }
    }

    /// Bits of a unit, the most significant one first.
    private static final class Bits {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int pending;
        private int count;

        Bits put(int value, int width) {
            for (int i = width - 1; i >= 0; i--) {
                pending = (pending << 1) | ((value >> i) & 1);
                if (++count == 8) {
                    bytes.write(pending);
                    pending = 0;
                    count = 0;
                }
            }
            return this;
        }

        /// An Exp-Golomb code (9.1).
        Bits code(int value) {
            int width = 32 - Integer.numberOfLeadingZeros(value + 1);
            return put(0, width - 1).put(value + 1, width);
        }

        Bits align() {
            return count == 0 ? this : put(0, 8 - count);
        }

        byte[] ended() {
            put(1, 1).align();
            return bytes.toByteArray();
        }
    }
}
