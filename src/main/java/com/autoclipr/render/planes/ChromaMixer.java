package com.autoclipr.render.planes;

import com.autoclipr.media.picture.Plane;

/// Applies a [ColourMatrix] to the chroma planes of a source in their own resolution: gives Cb and
/// Cr of BT.709 and their contribution to luma, as signed samples around 0. Reused between
/// pictures.
final class ChromaMixer {
    /// Nominal bit depth of the result: 8-bit codes with six fraction bits.
    private static final int DEPTH = 14;

    private static final int FRACTION_BITS = DEPTH - 8;
    private static final int FACTOR_BITS = 14;

    private final int[] factors;
    private final Plane cb;
    private final Plane cr;
    private final Plane luma;

    ChromaMixer(ColourMatrix colour, int width, int height) {
        this.factors =
                new int[] {
                    factor(colour.cbFromCb()), factor(colour.cbFromCr()),
                    factor(colour.crFromCb()), factor(colour.crFromCr()),
                    factor(colour.lumaFromCb()), factor(colour.lumaFromCr())
                };
        this.cb = plane(width, height);
        this.cr = plane(width, height);
        this.luma = plane(width, height);
    }

    Plane cb() {
        return cb;
    }

    Plane cr() {
        return cr;
    }

    /// The contribution of chroma to luma.
    Plane luma() {
        return luma;
    }

    /// Converts the samples in `needed`; the others are unchanged.
    void mix(Plane sourceCb, Plane sourceCr, Region needed) {
        int[] b = new int[needed.width()];
        int[] r = new int[needed.width()];
        for (int y = needed.top(); y < needed.bottom(); y++) {
            read(sourceCb, needed.left(), y, b);
            read(sourceCr, needed.left(), y, r);
            int at = y * cb.stride() + needed.left();
            combine(b, r, 0, (short[]) cb.samples(), at);
            combine(b, r, 2, (short[]) cr.samples(), at);
            combine(b, r, 4, (short[]) luma.samples(), at);
        }
    }

    private void combine(int[] b, int[] r, int first, short[] into, int at) {
        int fromB = factors[first];
        int fromR = factors[first + 1];
        int half = 1 << (FACTOR_BITS - 1);
        for (int x = 0; x < b.length; x++) {
            into[at + x] = (short) ((b[x] * fromB + r[x] * fromR + half) >> FACTOR_BITS);
        }
    }

    /// Samples as signed values around 0, with the fraction bits of these planes.
    private static void read(Plane plane, int left, int row, int[] into) {
        int at = row * plane.stride() + left;
        int middle = 1 << (plane.bitDepth() - 1);
        switch (plane.samples()) {
            case byte[] bytes -> {
                for (int x = 0; x < into.length; x++) {
                    into[x] = ((bytes[at + x] & 255) - 128) << FRACTION_BITS;
                }
            }
            case short[] shorts -> {
                int up = Math.max(0, DEPTH - plane.bitDepth());
                int down = Math.max(0, plane.bitDepth() - DEPTH);
                for (int x = 0; x < into.length; x++) {
                    into[x] = (((shorts[at + x] & 0xffff) - middle) << up) >> down;
                }
            }
            default -> throw new IllegalArgumentException("neither bytes nor shorts");
        }
    }

    private static int factor(double value) {
        return (int) Math.rint(value * (1 << FACTOR_BITS));
    }

    private static Plane plane(int width, int height) {
        return Plane.ofShorts(new short[width * height], width, height, width, DEPTH);
    }
}
