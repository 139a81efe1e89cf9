package com.autoclipr.media.picture;

/// What the samples of a source mean, after defaults were decided; and whether they had to be.
///
/// @param matrix how Y′CbCr was made from R′G′B′
/// @param fullRange whether luma uses 0–255 instead of 16–235
/// @param transfer the light curve
/// @param primaries FFmpeg's name of the primaries, such as `bt709`
/// @param assumed whether the matrix was not in the file and was decided by the rule: 720 lines and
///   more are BT.709
/// @param bitDepth bits per sample
public record ColourFacts(
        Matrix matrix,
        boolean fullRange,
        Transfer transfer,
        String primaries,
        boolean assumed,
        int bitDepth) {
    /// How R′G′B′ is made of a sample of luma and two of colour difference; the picture arrives as
    /// R′G′B′ for [#RGB]. Numbers are those of ITU-T H.273.
    public enum Matrix {
        BT601(0.299, 0.114),
        BT709(0.2126, 0.0722),
        BT2020(0.2627, 0.0593),
        RGB(0, 0),
        FCC(0.30, 0.11),
        SMPTE240M(0.212, 0.087),
        /// Green difference and orange difference, in the places of Cb and Cr.
        YCGCO(0.25, 0.25),
        /// Of the primaries that a name says, by the formulas of H.273.
        OF_DISPLAY_P3(0.228975, 0.079287),
        OF_DCI_P3(0.209492, 0.068913),
        OF_EBU(0.222004, 0.071341),
        OF_SMPTE_C(0.212376, 0.086564),
        OF_FILM(0.253585, 0.068079),
        OF_EBU3213(0.231751, 0.095999),
        /// In whole numbers, reversibly; of R′G′B′ with two bits less (even) or one (odd).
        YCGCO_RE(0, 0),
        YCGCO_RO(0, 0),
        /// From here on light takes part in the formula, or colours of the eye.
        BT2020_CONSTANT_LUMINANCE(0.2627, 0.0593),
        OF_PRIMARIES_CONSTANT_LUMINANCE(0, 0),
        ICTCP(0, 0);

        private final double red;
        private final double blue;

        Matrix(double red, double blue) {
            this.red = red;
            this.blue = blue;
        }

        /// Luma's part of red.
        public double red() {
            return red;
        }

        /// Luma's part of blue.
        public double blue() {
            return blue;
        }

        /// Whether a [YuvPicture] can have it: a multiplication makes R′G′B′ of its samples.
        public boolean linear() {
            return switch (this) {
                case BT601, BT709, BT2020, FCC, SMPTE240M -> true;
                case YCGCO, OF_DISPLAY_P3, OF_DCI_P3, OF_EBU, OF_SMPTE_C, OF_FILM, OF_EBU3213 ->
                        true;
                case RGB, YCGCO_RE, YCGCO_RO, BT2020_CONSTANT_LUMINANCE -> false;
                case OF_PRIMARIES_CONSTANT_LUMINANCE, ICTCP -> false;
            };
        }

        /// Whether whole numbers are added and halved.
        public boolean reversible() {
            return this == YCGCO_RE || this == YCGCO_RO;
        }
    }

    /// SDR stands for every curve shown as it is (BT.709, sRGB, gamma 2.2…); pictures in the others
    /// look wrong until they are converted.
    public enum Transfer {
        SDR,
        PQ,
        HLG,
        LINEAR,
        LOG_100,
        LOG_316,
        ST428
    }

    /// Whether the picture is brighter than white can be shown.
    public boolean hdr() {
        return transfer == Transfer.PQ || transfer == Transfer.HLG;
    }
}
