package com.autoclipr.libav.input;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AC3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_EAC3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP2;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG1VIDEO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG2VIDEO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// The codec of the packets of a stream, by what they begin with. In MPEG-TS it may change on the
/// way; the stream's header says what it was where the demuxer has read to.
public final class PacketCodec {
    private static final int START_CODE = 3;
    private static final int BYTE = 0xFF;
    private static final int AC3_LAST_BSID = 10;

    private final boolean changes;
    private int codec;

    /// @param container the demuxer's name
    public PacketCodec(String container, AVStream stream) {
        this.codec = stream.codecpar().codec_id();
        this.changes = container.equals("mpegts");
    }

    /// The codec of the packets so far, one of libav's numbers.
    public int id() {
        return codec;
    }

    /// Takes the next packet.
    ///
    /// @return whether another codec begins with it
    public boolean add(AVPacket packet) {
        // Between key pictures nothing begins.
        if (!changes || (packet.flags() & AV_PKT_FLAG_KEY) == 0) {
            return false;
        }
        int next = of(CodedFrame.bytes(packet), codec);
        boolean other = next != codec;
        codec = next;
        return other;
    }

    /// @param now what is taken for granted unless something else begins
    private static int of(ByteBuffer data, int now) {
        return switch (now) {
            case AV_CODEC_ID_H264,
                    AV_CODEC_ID_HEVC,
                    AV_CODEC_ID_MPEG1VIDEO,
                    AV_CODEC_ID_MPEG2VIDEO ->
                    picture(data, now);
            case AV_CODEC_ID_AAC,
                    AV_CODEC_ID_AC3,
                    AV_CODEC_ID_EAC3,
                    AV_CODEC_ID_MP1,
                    AV_CODEC_ID_MP2,
                    AV_CODEC_ID_MP3 ->
                    sound(data, now);
            default -> now;
        };
    }

    private static int picture(ByteBuffer data, int now) {
        int at = 0;
        while (at + 1 < data.limit() && data.get(at) == 0) {
            at++;
        }
        if (at < START_CODE - 1 || data.get(at) != 1 || at + 2 >= data.limit()) {
            return now;
        }
        int first = data.get(at + 1) & BYTE;
        int second = data.get(at + 2) & BYTE;
        // An access unit delimiter or the first parameter set; the sequence header of MPEG-2.
        boolean h264 = first == 0x09 || (first & 0x9F) == 0x07;
        boolean hevc = (first == 0x46 || first == 0x40 || first == 0x42) && second == 0x01;
        boolean mpeg = first == 0xB3;
        boolean mpegNow = now == AV_CODEC_ID_MPEG1VIDEO || now == AV_CODEC_ID_MPEG2VIDEO;
        return hevc
                ? AV_CODEC_ID_HEVC
                : mpeg ? mpegNow ? now : AV_CODEC_ID_MPEG2VIDEO : h264 ? AV_CODEC_ID_H264 : now;
    }

    private static int sound(ByteBuffer data, int now) {
        if (data.limit() <= START_CODE * 2) {
            return now;
        }
        int mark = Short.toUnsignedInt(data.getShort(0));
        if (mark == 0x0B77) {
            boolean enhanced = (data.get(5) & BYTE) >> 3 > AC3_LAST_BSID;
            return enhanced ? AV_CODEC_ID_EAC3 : AV_CODEC_ID_AC3;
        }
        if ((mark & 0xFFF6) == 0xFFF0) {
            return AV_CODEC_ID_AAC;
        }
        boolean mpeg = (mark & 0xFFE0) == 0xFFE0 && (mark & 0x6) != 0;
        boolean mpegNow =
                now == AV_CODEC_ID_MP1 || now == AV_CODEC_ID_MP2 || now == AV_CODEC_ID_MP3;
        return mpeg && !mpegNow ? AV_CODEC_ID_MP3 : now;
    }
}
