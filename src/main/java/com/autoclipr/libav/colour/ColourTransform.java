package com.autoclipr.libav.colour;

/// Turns a source's own colours into R′G′B′ of sRGB, full range. Immutable results aside, an
/// implementation may keep scratch memory: for one thread.
public interface ColourTransform {
    /// The largest code of a sample.
    int SCALE = 65_535;

    /// How many samples a pixel of the source has: 1 (grey), 3 (red, green, blue) or 4 (cyan,
    /// magenta, yellow, black; 0 is no ink).
    int channels();

    /// @param from [#channels] samples a pixel, 0 to [#SCALE]
    /// @param to receives red, green and blue of each pixel, 0 to [#SCALE]; not `from`
    void convert(int[] from, int[] to, int pixels);

    /// The largest difference between what goes in and what comes out, over a grid of colours, in
    /// codes of 8 bits. Only of what takes grey or R′G′B′.
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
