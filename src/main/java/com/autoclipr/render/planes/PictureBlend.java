package com.autoclipr.render.planes;

import com.autoclipr.media.picture.OutputFrame;

/// Blends an opaque [YuvRaster] into a frame: copies fully covered samples, mixes at antialiased
/// edges and with opacity. Integer arithmetic.
public final class PictureBlend {
    private final Region region;
    private final Coverage columns;
    private final Coverage rows;

    /// @param bounds the rectangle that the picture covers, output pixels
    /// @param region of the raster, around `bounds`
    public PictureBlend(Bounds bounds, Region region) {
        this.region = region;
        this.columns =
                Coverage.ofColumns(bounds.left(), bounds.right(), region.left(), region.width());
        this.rows = Coverage.ofRows(bounds.top(), bounds.bottom(), region.top(), region.height());
    }

    /// Whether it covers a whole frame of this size opaquely.
    public boolean hides(int frameWidth, int frameHeight) {
        return region.width() == frameWidth
                && region.height() == frameHeight
                && columns.isFull()
                && rows.isFull();
    }

    /// @param opacity 0 to 256
    public void blend(YuvRaster raster, int opacity, OutputFrame into) {
        int width = region.width();
        for (int y = 0; y < region.height(); y++) {
            int at = (region.top() + y) * into.width() + region.left();
            RowPair pair = new RowPair(raster.luma(), y * width, into.luma(), at);
            blendRow(pair, columns.luma(), rows.luma().parts()[y] * opacity);
        }
        Region chroma = region.chroma();
        for (int y = 0; y < chroma.height(); y++) {
            int at = (chroma.top() + y) * (into.width() / 2) + chroma.left();
            int from = y * chroma.width();
            int part = rows.chroma().parts()[y] * opacity;
            RowPair blue = new RowPair(raster.cb(), from, into.cb(), at);
            RowPair red = new RowPair(raster.cr(), from, into.cr(), at);
            blendRow(blue, columns.chroma(), part);
            blendRow(red, columns.chroma(), part);
        }
    }

    /// @param part coverage of the row; 65536 is full coverage
    private static void blendRow(RowPair row, Coverage.Line columns, int part) {
        if (part == 0) {
            return;
        }
        int[] coverage = columns.parts();
        if (part < 65_536) {
            mix(row, coverage, 0, coverage.length, part);
            return;
        }
        int full = columns.firstFull();
        int end = columns.endFull();
        mix(row, coverage, 0, full, part);
        System.arraycopy(row.source(), row.from() + full, row.into(), row.at() + full, end - full);
        mix(row, coverage, end, coverage.length, part);
    }

    private static void mix(RowPair row, int[] coverage, int first, int end, int part) {
        byte[] source = row.source();
        byte[] into = row.into();
        int from = row.from();
        int at = row.at();
        for (int x = first; x < end; x++) {
            int alpha = (coverage[x] * part) >> 8;
            int below = into[at + x] & 255;
            int above = source[from + x] & 255;
            into[at + x] = (byte) (below + (((above - below) * alpha + 32_768) >> 16));
        }
    }
}
