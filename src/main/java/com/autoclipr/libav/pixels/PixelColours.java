package com.autoclipr.libav.pixels;

import com.autoclipr.libav.colour.ColourTransform;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.ShortPointer;

/// Converts the colours of frames to straight RGBA bytes, row by row. Not thread-safe.
final class PixelColours {
    private static final int OF_8_BITS = 257;

    private final ColourTransform transform;
    private final int width;
    private final int[] samples;
    private final int[] converted;
    private final int[] alpha;

    private PixelColours(AVFrame frame, ColourTransform transform) {
        this.transform = transform;
        this.width = frame.width();
        this.samples = new int[transform.channels() * width];
        this.converted = new int[3 * width];
        this.alpha = new int[width];
    }

    /// @param frame RGBA of 8 or 16 bits
    /// @param pixels receives four bytes per pixel
    /// @return `pixels`
    static byte[] of(AVFrame frame, ColourTransform transform, byte[] pixels) {
        PixelColours colours = new PixelColours(frame, transform);
        boolean deep = frame.format() == avutil.AV_PIX_FMT_RGBA64LE;
        int[] row = new int[4 * frame.width()];
        byte[] bytes = new byte[row.length];
        short[] words = new short[deep ? row.length : 0];
        for (int y = 0; y < frame.height(); y++) {
            BytePointer at = frame.data(0).getPointer((long) y * frame.linesize(0));
            if (deep) {
                new ShortPointer(at).get(words);
                for (int i = 0; i < row.length; i++) {
                    row[i] = words[i] & 0xffff;
                }
            } else {
                at.get(bytes);
                for (int i = 0; i < row.length; i++) {
                    row[i] = (bytes[i] & 0xff) * OF_8_BITS;
                }
            }
            colours.take(row);
            colours.write(pixels, y);
        }
        return pixels;
    }

    /// @param frame four planes of inks, 8 bits
    /// @param pixels receives four bytes per pixel
    /// @return `pixels`
    static byte[] ofInks(AVFrame frame, ColourTransform transform, byte[] pixels) {
        PixelColours colours = new PixelColours(frame, transform);
        java.util.Arrays.fill(colours.alpha, ColourTransform.SCALE);
        byte[] row = new byte[frame.width()];
        for (int y = 0; y < frame.height(); y++) {
            for (int plane = 0; plane < 4; plane++) {
                frame.data(plane).getPointer((long) y * frame.linesize(plane)).get(row);
                for (int x = 0; x < row.length; x++) {
                    colours.samples[4 * x + plane] = (row[x] & 0xff) * OF_8_BITS;
                }
            }
            colours.write(pixels, y);
        }
        return pixels;
    }

    /// For grey all three samples are equal.
    private void take(int[] row) {
        int channels = transform.channels();
        for (int x = 0; x < width; x++) {
            for (int c = 0; c < channels; c++) {
                samples[channels * x + c] = row[4 * x + c];
            }
            alpha[x] = row[4 * x + 3];
        }
    }

    private void write(byte[] pixels, int y) {
        transform.convert(samples, converted, width);
        int at = 4 * y * width;
        for (int x = 0; x < width; x++) {
            pixels[at + 4 * x] = narrow(converted[3 * x]);
            pixels[at + 4 * x + 1] = narrow(converted[3 * x + 1]);
            pixels[at + 4 * x + 2] = narrow(converted[3 * x + 2]);
            pixels[at + 4 * x + 3] = narrow(alpha[x]);
        }
    }

    private static byte narrow(int code) {
        return (byte) ((code + OF_8_BITS / 2) / OF_8_BITS);
    }
}
