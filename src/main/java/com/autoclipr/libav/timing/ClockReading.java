package com.autoclipr.libav.timing;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;

import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.media.StreamClock;
import com.autoclipr.time.Rational;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/// Determines from the first packets how presentation timestamps of a video stream are derived.
public final class ClockReading {
    /// If fewer than one in this many packets have no PTS, those of the others are used.
    private static final int FEW = 5;

    private static final Set<String> ELEMENTARY =
            Set.of("h264", "hevc", "obu", "mpegvideo", "m4v", "mjpeg");

    private static final Rational ASSUMED_RATE = Rational.of(25);

    private ClockReading() {}

    /// @param first of the stream
    public static StreamClock of(AVStream stream, PacketScan.FirstPictures first) {
        if (first.untimed() * FEW < first.packets() || first.untimed() == 0) {
            return StreamClock.CONTAINER;
        }
        Rational timeBase = Timestamps.base(stream);
        Rational period = packetTicks(stream, first, timeBase);
        if (first.undated() == first.packets()) {
            return new StreamClock(
                    StreamClock.Source.COUNTED,
                    period,
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty());
        }
        return new StreamClock(
                StreamClock.Source.DECODING_ORDER,
                period,
                first.delayTicks(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Rational packetTicks(
            AVStream stream, PacketScan.FirstPictures first, Rational timeBase) {
        Optional<Rational> rate = statedRate(stream);
        if (rate.isPresent()) {
            return rate.get().times(timeBase).reciprocal();
        }
        return first.durationTicks() > 0
                ? Rational.of(first.durationTicks())
                : ASSUMED_RATE.times(timeBase).reciprocal();
    }

    /// Whether the frame rate of a stream is libav's assumption: neither its container nor the
    /// stream states one.
    public static boolean isAssumed(InputFile input, AVStream stream) {
        return ELEMENTARY.contains(input.container()) && statedRate(stream).isEmpty();
    }

    /// The frame rate in the headers of an elementary stream, such as the VUI of H.264; empty if
    /// there is none.
    private static Optional<Rational> statedRate(AVStream stream) {
        AVRational rate = stream.codecpar().framerate();
        // Motion JPEG cannot state one; libav repeats its own assumption.
        boolean states = stream.codecpar().codec_id() != AV_CODEC_ID_MJPEG;
        return states && rate.num() > 0 && rate.den() > 0
                ? Optional.of(new Rational(rate.num(), rate.den()))
                : Optional.empty();
    }
}
