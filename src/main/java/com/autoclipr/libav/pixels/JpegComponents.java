package com.autoclipr.libav.pixels;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.Natives;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/// Determines the meaning of JPEG components by the rules of libjpeg, which nearly all programs
/// share. FFmpeg has different rules: it trusts component ids more than markers, treats R′G′B′ with
/// subsampled green and blue as Y′CbCr, and multiplies black into inks with the ids C, M, Y and K,
/// whatever the `Adobe` marker says.
public final class JpegComponents {
    /// Meaning of the components.
    public enum Meaning {
        YCC,
        RGB,
        /// Cyan, magenta, yellow and black, inverted.
        INKS,
        /// Y′CbCr of inverted inks, and black.
        YCCK,
        /// Other numbers of components or codings are left to FFmpeg.
        OTHER
    }

    private static final int SOF0 = 0xc0;
    private static final int PROGRESSIVE = 0xc2;
    private static final int SOF15 = 0xcf;
    private static final int SOS = 0xda;
    private static final int EOI = 0xd9;
    private static final int APP0 = 0xe0;
    private static final int APP14 = 0xee;
    private static final int TRANSFORM_AT = 11;
    private static final int NAMES_AT = 6;

    /// A transform flag that FFmpeg treats as Y′CbCr for three components, and as unconverted for
    /// four.
    private static final byte PLAIN = 1;

    private final BytePointer data;
    private final long size;
    private boolean jfif;
    private int transform = -1;
    private long transformAt = -1;
    private long namesAt = -1;
    private int count;
    private boolean usual;

    private JpegComponents(AVPacket packet) {
        data = packet.data();
        size = packet.size();
    }

    /// Makes FFmpeg's decoder leave inks unchanged and treat Y′CbCr as such.
    ///
    /// @param packet of `stream`; its component headers may be changed
    /// @return [Meaning#OTHER] if it is not a JPEG
    public static Meaning settle(AVStream stream, AVPacket packet) {
        if (stream.codecpar().codec_id() != AV_CODEC_ID_MJPEG) {
            return Meaning.OTHER;
        }
        JpegComponents found = new JpegComponents(packet);
        found.readHeaders();
        Meaning meaning = found.meaning();
        if (meaning == Meaning.OTHER || meaning == Meaning.RGB) {
            return meaning;
        }
        boolean mistaken = found.isNamed("RGB") || found.isNamed("CMYK");
        if (mistaken || found.transform == 0 || meaning == Meaning.YCCK) {
            Natives.check(av_packet_make_writable(packet), FailureKind.OUT_OF_MEMORY);
            JpegComponents own = new JpegComponents(packet);
            own.readHeaders();
            if (own.transformAt >= 0) {
                own.data.put(own.transformAt, PLAIN);
            }
            if (mistaken) {
                own.rename();
            }
        }
        return meaning;
    }

    private int at(long offset) {
        return offset < size ? data.get(offset) & 0xff : -1;
    }

    private int twoAt(long offset) {
        return at(offset + 1) < 0 ? -1 : at(offset) << 8 | at(offset + 1);
    }

    private boolean startsWith(long offset, String latin) {
        if (offset + latin.length() > size) {
            return false;
        }
        byte[] bytes = new byte[latin.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = data.get(offset + i);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1).equals(latin);
    }

    private void readHeaders() {
        long at = 2;
        for (int marker = marker(at); marker > 0 && marker != SOS; marker = marker(at)) {
            while (at(at + 1) == 0xff) {
                at++;
            }
            int length = twoAt(at + 2);
            if (length < 2 || at + 2 + length > size) {
                return;
            }
            segment(marker, at + 4, length - 2);
            at += 2 + length;
        }
    }

    /// The marker at `at` after any fill bytes; -1 if there is none.
    private int marker(long at) {
        long last = at;
        while (at(last) == 0xff) {
            last++;
        }
        return last == at ? -1 : at(last);
    }

    private void segment(int marker, long at, int length) {
        boolean coded = marker >= SOF0 && marker <= SOF15;
        boolean frame = marker == SOF0 || (coded && (marker & 3) != 0);
        if (frame && namesAt < 0 && length >= NAMES_AT && length >= NAMES_AT + 3 * at(at + 5)) {
            namesAt = at + NAMES_AT;
            count = at(at + 5);
            usual = marker <= PROGRESSIVE;
        } else if (marker == APP0 && length >= 14 && startsWith(at, "JFIF\0")) {
            jfif = true;
        } else if (marker == APP14 && length > TRANSFORM_AT && startsWith(at, "Adobe")) {
            transformAt = at + TRANSFORM_AT;
            transform = at(transformAt);
        }
    }

    private Meaning meaning() {
        if (count == 4) {
            return transform <= 0 ? Meaning.INKS : Meaning.YCCK;
        }
        if (count != 3 || !usual) {
            return Meaning.OTHER;
        }
        boolean rgb = !jfif && (transformAt < 0 ? isNamed("RGB") : transform == 0);
        return rgb ? Meaning.RGB : Meaning.YCC;
    }

    private boolean isNamed(String names) {
        if (count != names.length()) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (name(i) != names.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int name(int component) {
        return at(namesAt + 3L * component);
    }

    /// Renumbers the components from 1, in the frame header and in each scan.
    private void rename() {
        byte[] number = new byte[256];
        for (int i = 0; i < count; i++) {
            number[name(i)] = (byte) (i + 1);
        }
        for (int i = 0; i < count; i++) {
            data.put(namesAt + 3L * i, (byte) (i + 1));
        }
        long at = namesAt + 3L * count;
        while (at + 1 < size) {
            int marker = at(at) == 0xff ? at(at + 1) : 0;
            boolean segment = marker >= SOF0 && marker < 0xff && (marker < 0xd0 || marker > EOI);
            if (marker == EOI) {
                return;
            }
            if (marker == SOS) {
                int parts = Math.max(0, at(at + 4));
                for (long name = at + 5; name < Math.min(size, at + 5 + 2L * parts); name += 2) {
                    byte known = number[at(name)];
                    if (known != 0) {
                        data.put(name, known);
                    }
                }
            }
            at += segment ? 2 + Math.max(0, twoAt(at + 2)) : 1;
        }
    }

    /// Relabels R′G′B′ that was decoded as Y′CbCr.
    public static void toRgb(FrameHandle decoded) {
        AVFrame frame = decoded.get();
        PixelLayout layout = PixelLayout.of(frame.format());
        if (layout.rgb() || layout.form() != PixelLayout.Form.PLANES || layout.bitDepth() != 8) {
            return;
        }
        try (PixelConversion full =
                        new PixelConversion(frame, AV_PIX_FMT_YUV444P, CmykJpeg.FULL_RANGE);
                FrameHandle wide = new FrameHandle()) {
            AVFrame planes = wide.get();
            Natives.check(av_frame_ref(planes, full.convert(frame)), FailureKind.OUT_OF_MEMORY);
            Natives.check(av_frame_copy_props(planes, frame), FailureKind.OUT_OF_MEMORY);
            // FFmpeg's order is green, blue, red.
            BytePointer red = planes.data(0);
            int redBytes = planes.linesize(0);
            for (int i = 0; i < 2; i++) {
                planes.data(i, planes.data(i + 1)).linesize(i, planes.linesize(i + 1));
            }
            planes.data(2, red).linesize(2, redBytes).format(AV_PIX_FMT_GBRP);
            decoded.take(wide);
        }
    }
}
