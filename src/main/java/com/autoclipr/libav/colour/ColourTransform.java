package com.autoclipr.libav.colour;

/// Converts the colours of a source to full-range sRGB. Implementations may have scratch memory:
/// not thread-safe.
public interface ColourTransform {
    /// The largest code of a sample.
    int SCALE = 65_535;

    /// Number of samples per source pixel: 1 (grey), 3 (R′G′B′) or 4 (CMYK; 0 is no ink).
    int channels();

    /// @param from [#channels] samples per pixel, 0 to [#SCALE]
    /// @param to receives red, green and blue of each pixel, 0 to [#SCALE]; not `from`
    void convert(int[] from, int[] to, int pixels);

    /// The largest difference between input and output over a grid of colours, in 8-bit codes; only
    /// for grey or R′G′B′.
    default double largestChange() {
        int steps = channels() == 1 ? 256 : 17;
        int count = channels() == 1 ? steps : steps * steps * steps;
        int[] from = new int[channels() * count];
        for (int i = 0; i < count; i++) {
            int rest = i;
            for (int c = 0; c < channels(); c++) {
                from[channels() * i + c] = (rest % steps) * SCALE / (steps - 1);
                rest /= steps;
            }
        }
        int[] to = new int[3 * count];
        convert(from, to, count);
        int most = 0;
        for (int i = 0; i < to.length; i++) {
            int before = channels() == 1 ? from[i / 3] : from[i];
            most = Math.max(most, Math.abs(to[i] - before));
        }
        return most * 255.0 / SCALE;
    }
}
