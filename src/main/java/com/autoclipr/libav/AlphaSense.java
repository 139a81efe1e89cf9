package com.autoclipr.libav;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_ABGR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_ARGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/// Whether the fourth byte of BMP and TGA pixels is transparency: FFmpeg takes it for that, but
/// many writers leave anything there.
final class AlphaSense {
    private static final int BMP_HEADER_SIZE_AT = 14;
    private static final int BMP_COMPRESSION_AT = 30;
    private static final int BMP_ALPHA_MASK_AT = 66;
    private static final int BITFIELDS = 3;
    private static final int ALPHA_BITFIELDS = 6;

    /// BITMAPV3INFOHEADER, the first with a mask for alpha.
    private static final int LEAST_HEADER_WITH_ALPHA = 56;

    private static final int TGA_DESCRIPTOR_AT = 17;

    private AlphaSense() {}

    /// Makes a picture opaque whose file does not say that it has transparency, or that would be
    /// seen nowhere.
    static void correct(Path file, String container, AVFrame frame) {
        int opaque = opaque(frame.format());
        if (opaque == frame.format()
                || !(container.equals("bmp_pipe") || container.equals("tga_pipe"))) {
            return;
        }
        if (!said(file, container) || seenNowhere(frame)) {
            frame.format(opaque);
        }
    }

    private static int opaque(int format) {
        if (format == AV_PIX_FMT_BGRA) {
            return AV_PIX_FMT_BGR0;
        }
        return format == AV_PIX_FMT_RGBA ? AV_PIX_FMT_RGB0 : otherOrder(format);
    }

    private static int otherOrder(int format) {
        if (format == AV_PIX_FMT_ARGB) {
            return org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_0RGB;
        }
        return format == AV_PIX_FMT_ABGR
                ? org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_0BGR
                : format;
    }

    private static boolean said(Path path, String container) {
        try (FileChannel channel = FileChannel.open(path)) {
            FileBytes file = new FileBytes(channel);
            if (container.equals("tga_pipe")) {
                return (file.at(TGA_DESCRIPTOR_AT) & 15) > 0;
            }
            int compression = file.at(BMP_COMPRESSION_AT);
            boolean masks = compression == BITFIELDS || compression == ALPHA_BITFIELDS;
            boolean roomForAlpha =
                    file.at(BMP_HEADER_SIZE_AT) >= LEAST_HEADER_WITH_ALPHA
                            || compression == ALPHA_BITFIELDS;
            boolean any = false;
            for (int i = 0; i < 4; i++) {
                any |= file.at(BMP_ALPHA_MASK_AT + i) > 0;
            }
            return masks && roomForAlpha && any;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean seenNowhere(AVFrame frame) {
        boolean first = frame.format() == AV_PIX_FMT_ARGB || frame.format() == AV_PIX_FMT_ABGR;
        byte[] row = new byte[4 * frame.width()];
        for (int y = 0; y < frame.height(); y++) {
            BytePointer data = frame.data(0).getPointer((long) y * frame.linesize(0));
            data.get(row);
            for (int i = first ? 0 : 3; i < row.length; i += 4) {
                if (row[i] != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
