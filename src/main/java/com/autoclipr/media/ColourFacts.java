package com.autoclipr.media;

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
    /// Y′CbCr matrices that are told apart; the picture arrives as R′G′B′ for [#RGB].
    public enum Matrix {
        BT601,
        BT709,
        BT2020,
        RGB
    }

    /// SDR stands for every curve shown as it is (BT.709, sRGB, gamma 2.2…).
    public enum Transfer {
        SDR,
        PQ,
        HLG
    }

    public boolean hdr() {
        return transfer != Transfer.SDR;
    }
}
