package com.autoclipr.libav.input;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_MATROSKA_BLOCKADDITIONAL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;

import com.autoclipr.libav.handles.Decoder;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/// Determines the packets of a stream at which decoding can start.
public final class KeyPackets {
    /// BlockAdditional begins with its 8-byte identifier; 1 is alpha.
    private static final int ALPHA_OFFSET = 8;

    private final boolean alpha;
    private final boolean vp8;

    public KeyPackets(AVStream stream) {
        this.alpha = Decoder.hasAlphaTrack(stream);
        this.vp8 = stream.codecpar().codec_id() == AV_CODEC_ID_VP8;
    }

    /// Alpha of VP8 and VP9 is a separate bitstream, whose keyframes need not coincide with those
    /// of the colours: both have to be keyframes.
    public boolean startsAt(AVPacket packet) {
        if ((packet.flags() & AV_PKT_FLAG_KEY) == 0) {
            return false;
        }
        return !alpha || alphaIsKey(packet);
    }

    private boolean alphaIsKey(AVPacket packet) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer data =
                    av_packet_get_side_data(packet, AV_PKT_DATA_MATROSKA_BLOCKADDITIONAL, size);
            if (data == null || data.isNull() || size.get() <= ALPHA_OFFSET) {
                return true;
            }
            int head = data.get(ALPHA_OFFSET) & 0xff;
            return vp8 ? (head & 1) == 0 : vp9IsKey(head);
        }
    }

    /// The first bits of a VP9 frame: marker (2), profile (2, and 1 more for profile 3),
    /// show_existing_frame, non-keyframe.
    private static boolean vp9IsKey(int head) {
        boolean profile3 = (head & 0x30) == 0x30;
        int shift = profile3 ? 1 : 0;
        boolean shownAgain = (head & (0x08 >> shift)) != 0;
        boolean inter = (head & (0x04 >> shift)) != 0;
        return !shownAgain && !inter;
    }
}
