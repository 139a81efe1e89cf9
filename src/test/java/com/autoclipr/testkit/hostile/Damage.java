package com.autoclipr.testkit.hostile;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Ways in which a file gets broken. Each is decided by the random numbers it is given alone.
enum Damage {
    /// A few bits anywhere, more of them in the first bytes.
    BIT_FLIPS {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            byte[] out = file.clone();
            int flips = 1 + random.nextInt(40);
            for (int i = 0; i < flips; i++) {
                int range = random.nextBoolean() ? out.length : Math.min(out.length, 4096);
                out[random.nextInt(range)] ^= (byte) (1 << random.nextInt(8));
            }
            return out;
        }
    },
    /// The end is missing.
    TRUNCATION {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            return Arrays.copyOf(file, 1 + random.nextInt(file.length));
        }
    },
    /// The first bytes are noise, from a random place on.
    HEADER_GARBAGE {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            byte[] out = file.clone();
            int from = random.nextInt(Math.min(out.length, 256));
            int count = Math.min(out.length - from, 1 + random.nextInt(200));
            for (int i = 0; i < count; i++) {
                out[from + i] = (byte) random.nextInt(256);
            }
            return out;
        }
    },
    /// A range was written over another one.
    SPLICE {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            byte[] out = file.clone();
            int count = 1 + random.nextInt(Math.max(1, Math.min(out.length, 1 << 16)));
            int from = random.nextInt(out.length - count + 1);
            int to = random.nextInt(out.length - count + 1);
            System.arraycopy(file, from, out, to, count);
            return out;
        }
    },
    /// A range is missing in the middle.
    HOLE {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            int count = 1 + random.nextInt(Math.max(1, file.length / 4));
            int from = random.nextInt(file.length - count + 1);
            byte[] out = new byte[file.length - count];
            System.arraycopy(file, 0, out, 0, from);
            System.arraycopy(file, from + count, out, from, out.length - from);
            return out;
        }
    },
    /// Four bytes somewhere near the start or the end, where tables lie, are as large as can be.
    HUGE_NUMBERS {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            byte[] out = file.clone();
            int numbers = 1 + random.nextInt(6);
            for (int i = 0; i < numbers && out.length > 8; i++) {
                int near = Math.min(out.length - 4, 8192);
                int at = random.nextInt(near);
                at = random.nextBoolean() ? at : out.length - 4 - at;
                Arrays.fill(out, at, at + 4, (byte) 0xff);
                out[at] = (byte) (random.nextBoolean() ? 0x7f : 0xff);
            }
            return out;
        }
    };

    abstract byte[] apply(byte[] file, SplittableRandom random);
}
