package com.autoclipr.libav.pixels;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA444P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.media.picture.ColourFacts;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/// Decodes a JPEG with four components: CMYK or YCCK. FFmpeg would multiply black into the others,
/// after which no profile can be applied; configured by [JpegComponents], it leaves all four
/// unchanged. The result is a frame of four planes (`yuva444p`) with the inks, 0 for none. Inks are
/// stored inverted, as all programs write and read them, also without an `Adobe` marker.
public final class CmykJpeg {
    static final ColourFacts FULL_RANGE =
            new ColourFacts(
                    ColourFacts.Matrix.BT601,
                    true,
                    ColourFacts.Transfer.SDR,
                    "smpte170m",
                    false,
                    8);

    private CmykJpeg() {}

    /// A JPEG has no alpha: in this pixel format it has four inks.
    public static boolean is(InputFile input, AVStream stream) {
        int format = stream.codecpar().format();
        return stream.codecpar().codec_id() == AV_CODEC_ID_MJPEG
                && input.isImage()
                && format != AV_PIX_FMT_NONE
                && PixelLayout.of(format).alpha();
    }

    /// Converts decoded components to inks.
    ///
    /// @param meaning [JpegComponents.Meaning#INKS] or [JpegComponents.Meaning#YCCK]
    public static void toInks(FrameHandle decoded, JpegComponents.Meaning meaning) {
        boolean inverted = meaning == JpegComponents.Meaning.INKS;
        AVFrame frame = decoded.get();
        if (frame.format() != AV_PIX_FMT_YUVA444P) {
            try (PixelConversion full =
                            new PixelConversion(frame, AV_PIX_FMT_YUVA444P, FULL_RANGE);
                    FrameHandle wide = new FrameHandle()) {
                Natives.check(
                        av_frame_ref(wide.get(), full.convert(frame)), FailureKind.OUT_OF_MEMORY);
                Natives.check(av_frame_copy_props(wide.get(), frame), FailureKind.OUT_OF_MEMORY);
                decoded.take(wide);
            }
        }
        AVFrame inks = decoded.get();
        Natives.check(av_frame_make_writable(inks), FailureKind.OUT_OF_MEMORY);
        byte[][] rows = new byte[4][inks.width()];
        for (int y = 0; y < inks.height(); y++) {
            for (int plane = 0; plane < 4; plane++) {
                row(inks, plane, y).get(rows[plane]);
            }
            if (!inverted) {
                toCmy(rows);
            }
            for (int plane = 0; plane < 4; plane++) {
                if (inverted || plane == 3) {
                    invert(rows[plane]);
                }
                row(inks, plane, y).put(rows[plane]);
            }
        }
    }

    private static BytePointer row(AVFrame frame, int plane, int y) {
        return frame.data(plane).getPointer((long) y * frame.linesize(plane));
    }

    private static void invert(byte[] row) {
        for (int x = 0; x < row.length; x++) {
            row[x] = (byte) ~row[x];
        }
    }

    /// YCCK is Y′CbCr of inverted inks: its red is cyan.
    private static void toCmy(byte[][] rows) {
        for (int x = 0; x < rows[0].length; x++) {
            int y = rows[0][x] & 0xff;
            double cb = (rows[1][x] & 0xff) - 128;
            double cr = (rows[2][x] & 0xff) - 128;
            rows[0][x] = clipped(y + 1.402 * cr);
            rows[1][x] = clipped(y - 0.344136 * cb - 0.714136 * cr);
            rows[2][x] = clipped(y + 1.772 * cb);
        }
    }

    private static byte clipped(double value) {
        return (byte) Math.clamp(Math.round(value), 0, 255);
    }
}
