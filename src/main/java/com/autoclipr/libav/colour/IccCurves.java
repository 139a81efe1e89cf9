package com.autoclipr.libav.colour;

import java.nio.ByteBuffer;

/// Curves of an ICC profile: the types `curv` and `para`. Reading beyond the tag is an
/// [IndexOutOfBoundsException].
final class IccCurves {
    private static final int[] PARAMETERS = {1, 3, 4, 5, 7};

    private IccCurves() {}

    /// @throws ProfileException for another type
    static ToneCurve read(ByteBuffer tag) throws ProfileException {
        return switch (IccProfile.letters(tag, 0)) {
            case "curv" -> table(tag);
            case "para" -> parametric(tag);
            default -> throw new ProfileException("damaged");
        };
    }

    /// Size of the curve at the start of `tag`.
    static int bytes(ByteBuffer tag) throws ProfileException {
        return switch (IccProfile.letters(tag, 0)) {
            case "curv" -> 12 + 2 * count(tag);
            case "para" -> 12 + 4 * PARAMETERS[type(tag)];
            default -> throw new ProfileException("damaged");
        };
    }

    private static int count(ByteBuffer tag) {
        return java.util.Objects.checkIndex(tag.getInt(8), tag.limit() / 2);
    }

    private static int type(ByteBuffer tag) {
        return java.util.Objects.checkIndex(tag.getShort(8), PARAMETERS.length);
    }

    private static ToneCurve table(ByteBuffer tag) {
        int count = count(tag);
        if (count == 0) {
            return ToneCurve.LINEAR;
        }
        if (count == 1) {
            return ToneCurve.gamma(Short.toUnsignedInt(tag.getShort(12)) / 256.0);
        }
        return ToneCurve.table(words(tag, 12, count));
    }

    /// `count` 16-bit numbers at `at`, scaled to 0 to 1.
    static double[] words(ByteBuffer tag, int at, int count) {
        java.util.Objects.checkFromIndexSize(at, 2 * count, tag.limit());
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = Short.toUnsignedInt(tag.getShort(at + 2 * i)) / 65_535.0;
        }
        return values;
    }

    private static ToneCurve parametric(ByteBuffer tag) {
        int type = type(tag);
        double[] p = new double[7];
        for (int i = 0; i < PARAMETERS[type]; i++) {
            p[i] = fixed(tag, 12 + 4 * i);
        }
        double g = p[0];
        double a = p[1];
        double b = p[2];
        double c = p[3];
        ToneCurve curve =
                switch (type) {
                    case 0 -> x -> StrictMath.pow(x, g);
                    case 1 -> x -> a * x + b >= 0 ? StrictMath.pow(a * x + b, g) : 0;
                    case 2 -> x -> a * x + b >= 0 ? StrictMath.pow(a * x + b, g) + c : c;
                    case 3 -> x -> x >= p[4] ? StrictMath.pow(a * x + b, g) : c * x;
                    default -> x -> x >= p[4] ? StrictMath.pow(a * x + b, g) + p[5] : c * x + p[6];
                };
        return x -> within(curve.at(x));
    }

    private static double within(double value) {
        return value > 0 ? Math.min(value, 1) : 0;
    }

    /// An s15Fixed16 number.
    static double fixed(ByteBuffer tag, int at) {
        return tag.getInt(at) / 65_536.0;
    }
}
