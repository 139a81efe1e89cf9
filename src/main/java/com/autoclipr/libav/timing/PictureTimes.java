package com.autoclipr.libav.timing;

import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.media.StreamClock;
import com.autoclipr.time.Rational;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Assigns timestamps to decoded pictures of a stream without PTS: pictures leave the decoder in
/// presentation order, so the n-th gets the n-th DTS.
///
/// A packet without a picture (corrupt, or never shown) would leave its timestamp unused and shift
/// all that follow. A picture refers to its packet, so a packet that is overtaken by more pictures
/// than a decoder can reorder is dropped.
public final class PictureTimes {
    /// H.264 and HEVC reorder at most 16 pictures; a picture may be two packets.
    private static final int DEEPEST_REORDERING = 34;

    private boolean counted;
    private boolean begun;
    private final long delayTicks;
    private final StreamClock clock;
    private final PriorityQueue<Long> times = new PriorityQueue<>();
    private final TreeSet<Long> waiting = new TreeSet<>();
    private long pictures;

    /// @param clock any but the container's
    public PictureTimes(StreamClock clock) {
        this.clock = clock;
        this.delayTicks = clock.delayTicks();
    }

    /// Whether the stream with this first packet has one packet per field. Only counting from its
    /// start gives timestamps then.
    static boolean areCounted(StreamClock clock, AVPacket first) {
        return clock.source() == StreamClock.Source.COUNTED
                && first.duration() > 0
                && clock.packetTicks().compareTo(Rational.of(3 * first.duration(), 2)) > 0;
    }

    /// A packet is sent to the decoder.
    public void sent(AVPacket packet) {
        if (!begun) {
            begun = true;
            counted = areCounted(clock, packet);
        }
        if (!counted) {
            times.add(packet.dts());
            waiting.add(packet.pts());
        }
    }

    /// The decoder refused the last packet.
    public void refused(AVPacket packet) {
        if (!counted) {
            times.remove(packet.dts());
            waiting.remove(packet.pts());
        }
    }

    /// The timestamp of the next picture in ticks.
    ///
    /// @param frame with the index of its packet as `pts`
    public long of(AVFrame frame) {
        if (counted) {
            return clock.packetTicks().times(pictures++).round();
        }
        long number = frame.pts();
        if (Timestamps.known(number)) {
            waiting.remove(number);
            while (!waiting.isEmpty()
                    && waiting.first() < number - DEEPEST_REORDERING
                    && times.size() > 1) {
                waiting.pollFirst();
                times.poll();
            }
        }
        Long time = times.poll();
        return (time == null ? 0 : time) + delayTicks;
    }
}
