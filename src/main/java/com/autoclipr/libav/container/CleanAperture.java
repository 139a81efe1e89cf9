package com.autoclipr.libav.container;

import com.autoclipr.media.Crop;
import com.autoclipr.time.Rational;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The clean aperture of a picture from a `clap` box (ISO/IEC 14496-12, 12.1.4): a size, and the
/// offset of its centre from the picture's, in stored pixels.
public record CleanAperture(Rational width, Rational height, Rational offsetX, Rational offsetY) {
    private static final Rational HALF = Rational.of(1, 2);

    /// @param content of the box
    /// @return empty if its fractions are not valid
    public static Optional<CleanAperture> read(ByteBuffer content) {
        if (content.remaining() < 32) {
            return Optional.empty();
        }
        long[] values = new long[8];
        for (int i = 0; i < values.length; i++) {
            int value = content.getInt(content.position() + 4 * i);
            boolean signed = i == 4 || i == 6;
            values[i] = signed ? value : Integer.toUnsignedLong(value);
        }
        if (values[1] == 0 || values[3] == 0 || values[5] == 0 || values[7] == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new CleanAperture(
                        new Rational(values[0], values[1]),
                        new Rational(values[2], values[3]),
                        new Rational(values[4], values[5]),
                        new Rational(values[6], values[7])));
    }

    /// The visible pixels of a picture; their start is rounded down.
    ///
    /// @return empty if it is empty or exceeds the picture
    public Optional<Crop> of(int pictureWidth, int pictureHeight) {
        try {
            return exactly(pictureWidth, pictureHeight);
        } catch (ArithmeticException e) {
            // An invalid aperture.
            return Optional.empty();
        }
    }

    private Optional<Crop> exactly(int pictureWidth, int pictureHeight) {
        long left = first(pictureWidth, width, offsetX);
        long top = first(pictureHeight, height, offsetY);
        long columns = width.round();
        long rows = height.round();
        boolean within =
                columns > 0
                        && rows > 0
                        && left >= 0
                        && top >= 0
                        && left + columns <= pictureWidth
                        && top + rows <= pictureHeight;
        return within
                ? Optional.of(new Crop((int) left, (int) top, (int) columns, (int) rows))
                : Optional.empty();
    }

    private static long first(int side, Rational seen, Rational offset) {
        return Rational.of(side).minus(seen).times(HALF).plus(offset).floor();
    }

    /// For the report.
    public String text() {
        return width.toDecimal(2)
                + "×"
                + height.toDecimal(2)
                + " at "
                + offsetX.toDecimal(2)
                + ", "
                + offsetY.toDecimal(2);
    }
}
