package com.autoclipr.libav.pixels;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB555LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB565LE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.Natives;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.ShortPointer;

/// Pixels of 15 or 16 bits, as BMP and TGA have them: swscale fills what it adds with zeros, so
/// that white would be grey.
public final class PackedPixels {
    private PackedPixels() {}

    /// Widens such a picture to 8 bits each; leaves others alone.
    public static void widen(FrameHandle picture) {
        AVFrame packed = picture.get();
        boolean sixGreens = packed.format() == AV_PIX_FMT_RGB565LE;
        if (!sixGreens && packed.format() != AV_PIX_FMT_RGB555LE) {
            return;
        }
        try (FrameHandle widened = new FrameHandle()) {
            AVFrame to = widened.get();
            Natives.check(av_frame_copy_props(to, packed), FailureKind.OUT_OF_MEMORY);
            to.width(packed.width()).height(packed.height()).format(AV_PIX_FMT_RGB24);
            Natives.check(av_frame_get_buffer(to, 0), FailureKind.OUT_OF_MEMORY);
            short[] row = new short[packed.width()];
            byte[] pixels = new byte[3 * row.length];
            int greens = sixGreens ? 63 : 31;
            int redShift = sixGreens ? 11 : 10;
            for (int y = 0; y < packed.height(); y++) {
                long from = (long) y * packed.linesize(0);
                new ShortPointer(packed.data(0).getPointer(from)).get(row);
                for (int x = 0; x < row.length; x++) {
                    pixels[3 * x] = full((row[x] >> redShift) & 31, 31);
                    pixels[3 * x + 1] = full((row[x] >> 5) & greens, greens);
                    pixels[3 * x + 2] = full(row[x] & 31, 31);
                }
                to.data(0).getPointer((long) y * to.linesize(0)).put(pixels, 0, pixels.length);
            }
            picture.take(widened);
        }
    }

    private static byte full(int value, int most) {
        return (byte) ((value * 255 + most / 2) / most);
    }
}
