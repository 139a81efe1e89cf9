package com.autoclipr.render.fonts;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// The points of a simple glyph in a WOFF 2.0 file (section 5.2), each relative to the previous
/// one.
final class Woff2Points {
    private static final int ON_CURVE = 0x01;
    private static final int X_IS_BYTE = 0x02;
    private static final int Y_IS_BYTE = 0x04;
    private static final int X_IS_SAME_OR_POSITIVE = 0x10;
    private static final int Y_IS_SAME_OR_POSITIVE = 0x20;
    private static final int OVERLAPS = 0x40;

    private final int[] dx;
    private final int[] dy;
    private final boolean[] onCurve;
    private final ByteBuffer triplets;

    /// @param count number of points
    /// @param flags stream with one flag per point
    /// @param triplets stream with one to four bytes per point
    Woff2Points(int count, ByteBuffer flags, ByteBuffer triplets) {
        this.triplets = triplets;
        if (count > flags.remaining()) {
            throw new IndexOutOfBoundsException(count);
        }
        dx = new int[count];
        dy = new int[count];
        onCurve = new boolean[count];
        for (int i = 0; i < count; i++) {
            int flag = flags.get();
            onCurve[i] = flag >= 0;
            step(i, flag & 0x7F);
        }
    }

    private void step(int i, int flag) {
        if (flag < 10) {
            dy[i] = signed(flag, ((flag & 14) << 7) + next());
        } else if (flag < 20) {
            dx[i] = signed(flag, (((flag - 10) & 14) << 7) + next());
        } else if (flag < 84) {
            int kind = flag - 20;
            int both = next();
            dx[i] = signed(flag, 1 + (kind & 0x30) + (both >> 4));
            dy[i] = signed(flag >> 1, 1 + ((kind & 0x0C) << 2) + (both & 0x0F));
        } else if (flag < 120) {
            int kind = flag - 84;
            dx[i] = signed(flag, 1 + ((kind / 12) << 8) + next());
            dy[i] = signed(flag >> 1, 1 + (((kind % 12) >> 2) << 8) + next());
        } else if (flag < 124) {
            int first = next();
            int shared = next();
            dx[i] = signed(flag, (first << 4) + (shared >> 4));
            dy[i] = signed(flag >> 1, ((shared & 0x0F) << 8) + next());
        } else {
            dx[i] = signed(flag, (next() << 8) + next());
            dy[i] = signed(flag >> 1, (next() << 8) + next());
        }
    }

    /// The bounding box as in a glyph header: left, bottom, right, top.
    byte[] box() {
        int x = 0;
        int y = 0;
        int left = dx.length == 0 ? 0 : Integer.MAX_VALUE;
        int right = dx.length == 0 ? 0 : Integer.MIN_VALUE;
        int bottom = left;
        int top = right;
        for (int i = 0; i < dx.length; i++) {
            x += dx[i];
            y += dy[i];
            left = Math.min(left, x);
            right = Math.max(right, x);
            bottom = Math.min(bottom, y);
            top = Math.max(top, y);
        }
        return ByteBuffer.allocate(8)
                .putShort((short) left)
                .putShort((short) bottom)
                .putShort((short) right)
                .putShort((short) top)
                .array();
    }

    /// Writes them in the format of a simple glyph: flags, x, y.
    void write(ByteArrayOutputStream out, boolean overlaps) {
        ByteArrayOutputStream xs = new ByteArrayOutputStream();
        ByteArrayOutputStream ys = new ByteArrayOutputStream();
        for (int i = 0; i < dx.length; i++) {
            int flag = (onCurve[i] ? ON_CURVE : 0) | (i == 0 && overlaps ? OVERLAPS : 0);
            flag |= coordinate(xs, dx[i], X_IS_BYTE, X_IS_SAME_OR_POSITIVE);
            flag |= coordinate(ys, dy[i], Y_IS_BYTE, Y_IS_SAME_OR_POSITIVE);
            out.write(flag);
        }
        out.writeBytes(xs.toByteArray());
        out.writeBytes(ys.toByteArray());
    }

    private static int coordinate(
            ByteArrayOutputStream out, int step, int isByte, int isSameOrPositive) {
        if (step == 0) {
            return isSameOrPositive;
        }
        if (Math.abs(step) <= 255) {
            out.write(Math.abs(step));
            return step > 0 ? isByte | isSameOrPositive : isByte;
        }
        out.write(step >> 8);
        out.write(step);
        return 0;
    }

    private static int signed(int flag, int size) {
        return (flag & 1) != 0 ? size : -size;
    }

    private int next() {
        return Byte.toUnsignedInt(triplets.get());
    }
}
