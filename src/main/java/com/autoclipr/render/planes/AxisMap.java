package com.autoclipr.render.planes;

/// Maps destination samples to source positions along one axis: destination sample `i` is at source
/// index `scale × i + offset` (integers are the centres of source samples).
///
/// @param scale source samples per destination sample; negative if mirrored
/// @param offset source index of destination sample 0
public record AxisMap(double scale, double offset) {
    public AxisMap {
        if (!Double.isFinite(scale) || !Double.isFinite(offset) || scale == 0) {
            throw new IllegalArgumentException("not a map: " + scale + " × i + " + offset);
        }
    }

    /// Converts a map between continuous coordinates (pixel `i` covers `[i, i + 1)`) to one between
    /// luma samples, which are at the centres of pixels.
    public static AxisMap ofPixels(double scale, double offset) {
        return new AxisMap(scale, scale * 0.5 + offset - 0.5);
    }

    /// The map for another plane of the same pictures, derived from this one for luma.
    public AxisMap between(Siting destination, Siting source) {
        double atFirst = scale * destination.offset() + offset;
        return new AxisMap(
                scale * destination.step() / source.step(),
                (atFirst - source.offset()) / source.step());
    }

    /// The siting of a plane along one axis.
    ///
    /// @param offset position of the first sample, in luma samples
    /// @param step distance between samples, in luma samples
    public record Siting(double offset, int step) {
        /// The same grid as luma.
        public static final Siting LUMA = new Siting(0, 1);

        /// Horizontal siting of output chroma: on the left of two luma samples.
        public static final Siting LEFT = new Siting(0, 2);

        /// Vertical siting of output chroma: between two luma rows.
        public static final Siting CENTRE = new Siting(0.5, 2);
    }
}
