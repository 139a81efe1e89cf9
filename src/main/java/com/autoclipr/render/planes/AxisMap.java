package com.autoclipr.render.planes;

/// Where the samples of a destination lie in a source, along one axis: destination sample `i` lies
/// at source index `scale × i + offset` (whole numbers being the centres of source samples).
///
/// @param scale source samples per destination sample; negative where the picture is mirrored
/// @param offset source index of destination sample 0
public record AxisMap(double scale, double offset) {
    public AxisMap {
        if (!Double.isFinite(scale) || !Double.isFinite(offset) || scale == 0) {
            throw new IllegalArgumentException("not a map: " + scale + " × i + " + offset);
        }
    }

    /// From a map between continuous coordinates (pixel `i` covers `[i, i + 1)`), that of luma
    /// samples, which lie in the middle of pixels.
    public static AxisMap ofPixels(double scale, double offset) {
        return new AxisMap(scale, scale * 0.5 + offset - 0.5);
    }

    /// The map of other samples of the same two pictures, where this is that of their luma.
    public AxisMap between(Siting destination, Siting source) {
        double atFirst = scale * destination.offset() + offset;
        return new AxisMap(
                scale * destination.step() / source.step(),
                (atFirst - source.offset()) / source.step());
    }

    /// Where samples of a plane lie along an axis.
    ///
    /// @param offset luma samples from the first luma sample to the first of these
    /// @param step luma samples from one to the next
    public record Siting(double offset, int step) {
        /// One sample for every luma sample.
        public static final Siting LUMA = new Siting(0, 1);

        /// Chroma of the output, sideways: on the left one of two luma samples.
        public static final Siting LEFT = new Siting(0, 2);

        /// Chroma of the output, downwards: between two luma rows.
        public static final Siting CENTRE = new Siting(0.5, 2);
    }
}
