package com.autoclipr.media.picture;

/// The colour properties of a source, with defaults filled in.
///
/// @param matrix coefficients from R′G′B′ to Y′CbCr
/// @param fullRange whether luma uses 0–255 instead of 16–235
/// @param transfer transfer characteristics
/// @param primaries FFmpeg's name of the primaries, such as `bt709`
/// @param assumed whether the matrix is not tagged and was assumed: BT.709 from 720 lines, else
///   BT.601
/// @param bitDepth bits per sample
public record ColourFacts(
        Matrix matrix,
        boolean fullRange,
        Transfer transfer,
        String primaries,
        boolean assumed,
        int bitDepth) {
    /// Matrix coefficients of ITU-T H.273; [#RGB] for pictures that are R′G′B′ already.
    public enum Matrix {
        BT601(0.299, 0.114),
        BT709(0.2126, 0.0722),
        BT2020(0.2627, 0.0593),
        RGB(0, 0),
        FCC(0.30, 0.11),
        SMPTE240M(0.212, 0.087),
        /// Green and orange difference in place of Cb and Cr.
        YCGCO(0.25, 0.25),
        /// Derived from the named primaries by the formulas of H.273.
        OF_DISPLAY_P3(0.228975, 0.079287),
        OF_DCI_P3(0.209492, 0.068913),
        OF_EBU(0.222004, 0.071341),
        OF_SMPTE_C(0.212376, 0.086564),
        OF_FILM(0.253585, 0.068079),
        OF_EBU3213(0.231751, 0.095999),
        /// Reversible integer transform of R′G′B′ with two bits less (even) or one bit less (odd).
        YCGCO_RE(0, 0),
        YCGCO_RO(0, 0),
        /// From here on the transform is not linear in R′G′B′: it involves linear light or LMS.
        BT2020_CONSTANT_LUMINANCE(0.2627, 0.0593),
        OF_PRIMARIES_CONSTANT_LUMINANCE(0, 0),
        ICTCP(0, 0);

        private final double red;
        private final double blue;

        Matrix(double red, double blue) {
            this.red = red;
            this.blue = blue;
        }

        /// The weight of red in luma.
        public double red() {
            return red;
        }

        /// The weight of blue in luma.
        public double blue() {
            return blue;
        }

        /// Whether a matrix multiplication converts it to R′G′B′, so that a [YuvPicture] can have
        /// it.
        public boolean linear() {
            return switch (this) {
                case BT601, BT709, BT2020, FCC, SMPTE240M -> true;
                case YCGCO, OF_DISPLAY_P3, OF_DCI_P3, OF_EBU, OF_SMPTE_C, OF_FILM, OF_EBU3213 ->
                        true;
                case RGB, YCGCO_RE, YCGCO_RO, BT2020_CONSTANT_LUMINANCE -> false;
                case OF_PRIMARIES_CONSTANT_LUMINANCE, ICTCP -> false;
            };
        }

        /// Whether it is a reversible integer transform.
        public boolean reversible() {
            return this == YCGCO_RE || this == YCGCO_RO;
        }
    }

    /// Transfer characteristics. SDR is any curve that is displayed unconverted (BT.709, sRGB,
    /// gamma 2.2…); the others have to be converted.
    public enum Transfer {
        SDR,
        PQ,
        HLG,
        LINEAR,
        LOG_100,
        LOG_316,
        ST428
    }

    /// Whether it is HDR.
    public boolean hdr() {
        return transfer == Transfer.PQ || transfer == Transfer.HLG;
    }
}
