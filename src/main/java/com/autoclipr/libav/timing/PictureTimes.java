package com.autoclipr.libav.timing;

import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.media.StreamClock;
import com.autoclipr.time.Rational;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Gives decoded pictures their times in a stream whose container stores none: pictures come out of
/// the decoder in presentation order, so the n-th gets the n-th decoding time.
///
/// A packet of which no picture comes (damage, a frame that is never shown) would leave its time
/// behind and shift all that follow: a picture names the packet that it was in, so a packet that is
/// overtaken by more than any decoder reorders is given up.
public final class PictureTimes {
    /// H.264 and HEVC hold back 16 pictures at most; a picture may be two packets.
    private static final int DEEPEST_REORDERING = 34;

    private boolean counted;
    private boolean begun;
    private final long delayTicks;
    private final StreamClock clock;
    private final PriorityQueue<Long> times = new PriorityQueue<>();
    private final TreeSet<Long> waiting = new TreeSet<>();
    private long pictures;

    /// @param clock not the container's
    public PictureTimes(StreamClock clock) {
        this.clock = clock;
        this.delayTicks = clock.delayTicks();
    }

    /// Whether the pictures of a stream, whose first packet this is, come in two packets each, one
    /// for each field. Only counting from the start of the stream gives their times.
    static boolean areCounted(StreamClock clock, AVPacket first) {
        return clock.source() == StreamClock.Source.COUNTED
                && first.duration() > 0
                && clock.packetTicks().compareTo(Rational.of(3 * first.duration(), 2)) > 0;
    }

    /// A packet is handed to the decoder.
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

    /// The decoder refused the packet sent last.
    public void refused(AVPacket packet) {
        if (!counted) {
            times.remove(packet.dts());
            waiting.remove(packet.pts());
        }
    }

    /// The time of the next picture in ticks.
    ///
    /// @param frame whose `pts` is its packet's number
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
