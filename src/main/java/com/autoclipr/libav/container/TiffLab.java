package com.autoclipr.libav.container;

import com.autoclipr.libav.colour.ColourTransform;
import com.autoclipr.libav.colour.LabColours;
import java.io.IOException;
import java.util.Optional;

/// Converts CIE L*a*b* of a TIFF (TIFF 6.0, section 23, and its supplements), because the reader's
/// result is too dark and not neutral. The white point is that of the file, or else D50, as in
/// other programs.
public final class TiffLab {
    private static final int PHOTOMETRIC = 262;
    private static final int BITS = 258;
    private static final int SAMPLES = 277;
    private static final int WHITE = 318;
    private static final int FORMAT = 339;
    private static final int CIE_LAB = 8;
    private static final int ICC_LAB = 9;
    private static final int WHOLE_NUMBERS = 2;

    private final boolean icc;
    private final boolean wide;
    private final boolean grey;
    private final LabColours colours;
    private final double[] colour = new double[3];

    private TiffLab(TiffDirectory page, boolean icc) throws IOException {
        this.icc = icc;
        this.wide = page.value(BITS, 1) == 16;
        this.grey = page.value(SAMPLES, 1) < 3;
        double x = page.ratio(WHITE, 0);
        double y = page.ratio(WHITE, 1);
        this.colours = x > 0 && y > 0 ? LabColours.under(x, y) : LabColours.underD50();
    }

    /// Empty for other colours or sample sizes.
    static Optional<TiffLab> of(TiffDirectory page) throws IOException {
        long kind = page.value(PHOTOMETRIC, 0);
        long bits = page.value(BITS, 1);
        boolean whole = page.value(FORMAT, 1) <= WHOLE_NUMBERS;
        return (kind == CIE_LAB || kind == ICC_LAB) && (bits == 8 || bits == 16) && whole
                ? Optional.of(new TiffLab(page, kind == ICC_LAB))
                : Optional.empty();
    }

    /// The photometric interpretation given to the reader, so that it leaves samples unchanged:
    /// R′G′B′ or grey.
    int photometric() {
        return grey ? 1 : 2;
    }

    /// Converts the samples of a pixel to R′G′B′ or grey of the same bit depth, in place.
    public void convert(int[] samples, int at) {
        int most = wide ? 65_535 : 255;
        int unit = wide ? 256 : 1;
        int white = wide && icc ? 65_280 : most;
        colour[0] = Math.min(100, (samples[at] & most) * 100.0 / white);
        for (int c = 1; c < 3; c++) {
            colour[c] = grey ? 0 : signed(samples[at + c] & most) / (double) unit;
        }
        colours.convert(colour);
        for (int c = 0; c < (grey ? 1 : 3); c++) {
            samples[at + c] = (int) Math.rint(colour[c] * most / ColourTransform.SCALE);
        }
    }

    /// ICC values are offset by half their range, TIFF's own are two's complement.
    private int signed(int value) {
        int half = wide ? 32_768 : 128;
        return icc ? value - half : value < half ? value : value - 2 * half;
    }
}
