package com.autoclipr.libav.handles;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Removes implausible timestamps of packets. Corrupt files have timestamps outside any plausible
/// range; such a packet is treated like one without timestamps.
public final class PacketTimes {
    private PacketTimes() {}

    /// Removes timestamps of `packet` that are further from zero than [MediaLimits#MAX_SECONDS].
    ///
    /// @return whether there was one
    public static boolean keepBelievable(AVPacket packet, AVStream stream) {
        double seconds = stream.time_base().num() / (double) stream.time_base().den();
        boolean farShown = isFar(packet.pts(), seconds);
        boolean farDecoded = isFar(packet.dts(), seconds);
        if (farShown) {
            packet.pts(AV_NOPTS_VALUE);
        }
        if (farDecoded) {
            packet.dts(AV_NOPTS_VALUE);
        }
        if (packet.duration() < 0 || isFar(packet.duration(), seconds)) {
            packet.duration(0);
        }
        return farShown || farDecoded;
    }

    private static boolean isFar(long ticks, double tickSeconds) {
        return ticks != AV_NOPTS_VALUE
                && !(Math.abs(ticks * tickSeconds) <= MediaLimits.MAX_SECONDS);
    }
}
