package com.autoclipr.media.picture;

/// A frame of the output: planar Y′CbCr 4:2:0, 8 bits, limited-range BT.709, chroma sited left
/// (MPEG-2). Mutable and reused: its writer owns it until it is passed on.
public final class OutputFrame {
    private final int width;
    private final int height;
    private final byte[] luma;
    private final byte[] cb;
    private final byte[] cr;

    /// @param width pixels, even
    /// @param height pixels, even
    public OutputFrame(int width, int height) {
        if (width <= 0 || height <= 0 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "width and height must be even and positive: " + width + "×" + height);
        }
        this.width = width;
        this.height = height;
        this.luma = new byte[width * height];
        this.cb = new byte[width / 2 * (height / 2)];
        this.cr = new byte[width / 2 * (height / 2)];
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// `width` bytes per row, no padding.
    public byte[] luma() {
        return luma;
    }

    /// `width / 2` bytes per row, `height / 2` rows, no padding.
    public byte[] cb() {
        return cb;
    }

    /// Like [#cb()].
    public byte[] cr() {
        return cr;
    }
}
