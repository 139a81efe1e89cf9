package com.autoclipr.libav.pixels;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/// Areas that a JPEG decoder did not reach in a corrupt picture are zero in all planes, a bright
/// green that real pictures do not have in whole blocks. They are replaced by grey, as in other
/// decoders.
public final class Unpainted {
    private static final int BLOCK = 8;
    private static final byte GREY = (byte) 128;

    private final AVFrame frame;
    private final ChromaGrid chroma;
    private boolean anyPainted;

    private Unpainted(AVFrame frame, PixelLayout layout) {
        this.frame = frame;
        this.chroma = new ChromaGrid(0, 0, layout.stepX(), layout.stepY());
    }

    /// Fills unpainted areas in planes of 8-bit Y′CbCr; other pictures are unchanged.
    ///
    /// @return false if nothing is painted at all
    public static boolean fill(AVFrame frame) {
        PixelLayout layout = PixelLayout.of(frame.format());
        boolean planes =
                layout.form() == PixelLayout.Form.PLANES
                        && layout.bitDepth() == 8
                        && layout.planarFormat() == layout.format();
        if (!planes) {
            return true;
        }
        avutil.av_frame_make_writable(frame);
        Unpainted unpainted = new Unpainted(frame, layout);
        int rows = unpainted.chroma.rows(frame.height());
        for (int top = 0; top < rows; top += BLOCK) {
            unpainted.fillBand(top, Math.min(rows, top + BLOCK));
        }
        return unpainted.anyPainted;
    }

    /// Rows of chroma and the luma rows that belong to them.
    private void fillBand(int top, int bottom) {
        int columns = chroma.columns(frame.width());
        int lumaBottom = Math.min(frame.height(), bottom * chroma.stepY());
        byte[][] luma = rows(0, top * chroma.stepY(), lumaBottom, frame.width());
        byte[][] cb = rows(1, top, bottom, columns);
        byte[][] cr = rows(2, top, bottom, columns);
        boolean filled = false;
        for (int left = 0; left < columns; left += BLOCK) {
            int right = Math.min(columns, left + BLOCK);
            int lumaLeft = left * chroma.stepX();
            int lumaRight = Math.min(frame.width(), right * chroma.stepX());
            if (zero(luma, lumaLeft, lumaRight) && zero(cb, left, right) && zero(cr, left, right)) {
                grey(luma, lumaLeft, lumaRight);
                grey(cb, left, right);
                grey(cr, left, right);
                filled = true;
            } else {
                anyPainted = true;
            }
        }
        if (filled) {
            write(0, top * chroma.stepY(), luma);
            write(1, top, cb);
            write(2, top, cr);
        }
    }

    private byte[][] rows(int plane, int top, int bottom, int width) {
        byte[][] rows = new byte[bottom - top][width];
        for (int y = top; y < bottom; y++) {
            row(plane, y).get(rows[y - top]);
        }
        return rows;
    }

    private void write(int plane, int top, byte[][] rows) {
        for (int y = 0; y < rows.length; y++) {
            row(plane, top + y).put(rows[y]);
        }
    }

    private BytePointer row(int plane, int y) {
        return frame.data(plane).getPointer((long) y * frame.linesize(plane));
    }

    private static boolean zero(byte[][] rows, int left, int right) {
        for (byte[] row : rows) {
            for (int x = left; x < right; x++) {
                if (row[x] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void grey(byte[][] rows, int left, int right) {
        for (byte[] row : rows) {
            Arrays.fill(row, left, right, GREY);
        }
    }
}
