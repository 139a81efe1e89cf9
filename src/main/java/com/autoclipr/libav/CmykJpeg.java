package com.autoclipr.libav;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA444P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.ColourFacts;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/// The picture of a JPEG with four components: cyan, magenta, yellow, black (or Y′CbCr and black).
/// FFmpeg would multiply black into the others, after which no profile can be applied; told that
/// the transform is of another kind, it leaves all four alone. What is made is a frame of four
/// planes (`yuva444p`) that hold the inks, 0 for none.
final class CmykJpeg {
    /// With a transform of its own, FFmpeg converts nothing.
    private static final byte UNTOUCHED = 1;

    private static final int MARKER_BYTES = 4;
    private static final int TRANSFORM_AT = 11;
    private static final int MOST_SEGMENTS = 10_000;

    private static final ColourFacts FULL_RANGE =
            new ColourFacts(
                    ColourFacts.Matrix.BT601,
                    true,
                    ColourFacts.Transfer.SDR,
                    "smpte170m",
                    false,
                    8);

    private CmykJpeg() {}

    /// A JPEG has no transparency: what FFmpeg lays out so has four inks.
    static boolean is(InputFile input, AVStream stream) {
        int format = stream.codecpar().format();
        return stream.codecpar().codec_id() == AV_CODEC_ID_MJPEG
                && VideoProbe.isImage(input)
                && format != AV_PIX_FMT_NONE
                && PixelLayout.of(format).alpha();
    }

    /// Sets the transform of the `Adobe` marker, if there is one.
    ///
    /// @return what it was: 0 or 2, or -1 without a marker
    static int untouched(AVPacket packet) {
        Natives.check(av_packet_make_writable(packet), FailureKind.OUT_OF_MEMORY);
        BytePointer data = packet.data();
        int at = 2;
        for (int i = 0; i < MOST_SEGMENTS && at + MARKER_BYTES < packet.size(); i++) {
            int marker = data.get(at + 1) & 0xff;
            if ((data.get(at) & 0xff) != 0xff || marker == 0xda) {
                break;
            }
            if (marker == 0xff) {
                at++;
                continue;
            }
            int length = (data.get(at + 2) & 0xff) << 8 | (data.get(at + 3) & 0xff);
            int transformAt = at + MARKER_BYTES + TRANSFORM_AT;
            if (marker == 0xee && length >= 14 && transformAt < packet.size()) {
                byte[] name = new byte[5];
                new BytePointer(data).position(data.position() + at + MARKER_BYTES).get(name);
                if (new String(name, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .equals("Adobe")) {
                    int transform = data.get(transformAt);
                    data.put(transformAt, UNTOUCHED);
                    return transform;
                }
            }
            at += 2 + length;
        }
        return -1;
    }

    /// Turns what was decoded untouched into inks.
    ///
    /// @param transform as [#untouched] returned it
    static void toInks(FrameHandle decoded, int transform) {
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
            if (transform == 2) {
                toCmy(rows);
            }
            boolean[] inverted = {transform == 0, transform == 0, transform == 0, transform >= 0};
            for (int plane = 0; plane < 4; plane++) {
                if (inverted[plane]) {
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

    /// Adobe's files hold inks inverted, and Y′CbCr of what is inverted again: its red is cyan.
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
