package com.autoclipr.media.picture;

/// An opaque planar Y′CbCr picture, SDR, with any chroma subsampling.
///
/// HDR sources have been tone-mapped; matrix and range are still the source's and are converted
/// during composition.
///
/// @param luma one sample per pixel
/// @param cb blue difference, `width / horizontal subsampling` samples per row
/// @param cr red difference, of the size of `cb`
/// @param chromaOffsetX horizontal chroma siting, in luma pixels from the centre of the first luma
///   sample: 0 for co-sited (MPEG-2, most H.264), 0.5 for centred (JPEG, MPEG-1)
/// @param chromaOffsetY vertical chroma siting: usually 0.5 for 4:2:0, 0 for 4:2:2 and 4:4:4
/// @param chromaStepX luma pixels from one chroma sample to the next: 1, 2 or 4
/// @param chromaStepY luma rows from one chroma row to the next: 1, 2 or 4
/// @param matrix BT601, BT709 or BT2020
/// @param fullRange whether samples use the full range
public record YuvPicture(
        Plane luma,
        Plane cb,
        Plane cr,
        double chromaOffsetX,
        double chromaOffsetY,
        int chromaStepX,
        int chromaStepY,
        ColourFacts.Matrix matrix,
        boolean fullRange)
        implements Picture {
    @Override
    public int width() {
        return luma.width();
    }

    @Override
    public int height() {
        return luma.height();
    }
}
