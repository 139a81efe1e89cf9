package com.autoclipr.libav.input;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;

import com.autoclipr.media.StreamClock;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;

/// Finds packets that begin a closed part, decoded and shown after everything before, so that as
/// many pictures precede it as packets. Every IDR is one; a keyframe with leading pictures is not.
public final class RefreshPoints {
    private static final int H264_IDR = 5;
    private static final int HEVC_IDR_W_RADL = 19;
    private static final int HEVC_IDR_N_LP = 20;
    private static final int NO_SLICE = -1;

    /// Maximum size of parameter sets, SEI etc. before the first slice.
    private static final int MOST_UNITS = 64;

    private final int codec;
    private final boolean reorders;
    private final int lengthBytes;

    public RefreshPoints(AVStream stream) {
        this(stream, stream.codecpar().codec_id());
    }

    /// @param codec of the stream's packets, which need not be the one of its header
    public RefreshPoints(AVStream stream, int codec) {
        AVCodecParameters parameters = stream.codecpar();
        this.codec = codec;
        this.reorders = parameters.video_delay() > 0;
        this.lengthBytes = lengthBytes(parameters);
    }

    /// Whether decoding of a stream with this clock can start anywhere but at its beginning.
    public static boolean areFound(AVStream stream, StreamClock clock) {
        int codec = stream.codecpar().codec_id();
        return clock.source() == StreamClock.Source.STORED
                || codec == AV_CODEC_ID_H264
                || codec == AV_CODEC_ID_HEVC
                || stream.codecpar().video_delay() == 0;
    }

    public boolean isAt(AVPacket packet) {
        if ((packet.flags() & AV_PKT_FLAG_KEY) == 0) {
            return false;
        }
        return switch (codec) {
            case AV_CODEC_ID_H264, AV_CODEC_ID_HEVC -> startsWithIdr(packet);
            default -> !reorders;
        };
    }

    /// Size of NAL unit lengths in `avcC` and `hvcC` streams; zero for start codes.
    private static int lengthBytes(AVCodecParameters parameters) {
        int at = parameters.codec_id() == AV_CODEC_ID_H264 ? 4 : 21;
        BytePointer header = parameters.extradata();
        boolean configured = parameters.extradata_size() > at && header.get(0) == 1;
        return configured ? (header.get(at) & 3) + 1 : 0;
    }

    private boolean startsWithIdr(AVPacket packet) {
        int type = firstSlice(packet);
        return codec == AV_CODEC_ID_H264
                ? type == H264_IDR
                : type == HEVC_IDR_W_RADL || type == HEVC_IDR_N_LP;
    }

    /// Whether a packet contains a picture: an elementary stream may end with an end-of-stream NAL
    /// unit.
    public boolean holdsPicture(AVPacket packet) {
        return switch (codec) {
            case AV_CODEC_ID_H264, AV_CODEC_ID_HEVC -> firstSlice(packet) != NO_SLICE;
            default -> true;
        };
    }

    /// The type of the first NAL unit of a picture.
    private int firstSlice(AVPacket packet) {
        BytePointer data = packet.data();
        int size = packet.size();
        int at = 0;
        for (int i = 0; i < MOST_UNITS; i++) {
            int unit = lengthBytes > 0 ? at + lengthBytes : afterStartCode(data, at, size);
            if (unit >= size) {
                return NO_SLICE;
            }
            int type = type(data.get(unit));
            if (isSlice(type)) {
                return type;
            }
            at = lengthBytes > 0 ? unit + length(data, at) : unit;
            if (at < unit || at >= size) {
                return NO_SLICE;
            }
        }
        return NO_SLICE;
    }

    private int length(BytePointer data, int at) {
        int length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = (length << 8) | (data.get(at + i) & 0xff);
        }
        return Math.max(0, length);
    }

    private static int afterStartCode(BytePointer data, int from, int size) {
        for (int at = from; at + 3 < size; at++) {
            if (data.get(at) == 0 && data.get(at + 1) == 0 && data.get(at + 2) == 1) {
                return at + 3;
            }
        }
        return size;
    }

    private int type(byte header) {
        return codec == AV_CODEC_ID_H264 ? header & 0x1f : (header >> 1) & 0x3f;
    }

    private boolean isSlice(int type) {
        return codec == AV_CODEC_ID_H264 ? type >= 1 && type <= H264_IDR : type < 32;
    }
}
