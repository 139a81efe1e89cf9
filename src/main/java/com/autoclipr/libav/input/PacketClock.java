package com.autoclipr.libav.input;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.media.StreamClock;
import com.autoclipr.time.Rational;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Applies a [StreamClock] to the packets of its stream, in file order from the first one.
///
/// Afterwards the `dts` of a packet is its decoding timestamp, if it has one. Its `pts` is the
/// presentation timestamp if the container stores those, else the packet's index: the decoder
/// passes it through, so that a picture can be traced to its packet.
public final class PacketClock {
    private final StreamClock clock;
    private final RefreshPoints units;
    private long count;
    private int shiftsPassed;
    private long shift;
    private long anchorTicks;
    private long anchorPacket;
    private long elapsedTicks;

    public PacketClock(AVStream stream, StreamClock clock) {
        this.clock = clock;
        this.units = new RefreshPoints(stream);
    }

    /// The number of packets so far.
    public long count() {
        return count;
    }

    public void apply(AVPacket packet) {
        while (shiftsPassed < clock.shifts().size()
                && clock.shifts().get(shiftsPassed).packet() <= count) {
            shift = clock.shifts().get(shiftsPassed).ticks();
            shiftsPassed++;
        }
        if (clock.source() == StreamClock.Source.STORED) {
            packet.pts(shifted(packet.pts()));
            packet.dts(shifted(packet.dts()));
        } else {
            packet.dts(decodingTicks(packet) + shift);
            packet.pts(count);
        }
        count++;
    }

    private long shifted(long ticks) {
        return Timestamps.known(ticks) ? ticks + shift : AV_NOPTS_VALUE;
    }

    /// The packet's own DTS, or the one extrapolated from the last known one.
    private long decodingTicks(AVPacket packet) {
        long own = packet.dts();
        if (count == 0 && !Timestamps.known(own) && Timestamps.known(packet.pts())) {
            own = packet.pts() - clock.delayTicks();
        }
        if (Timestamps.known(own)) {
            anchorTicks = own;
            anchorPacket = count;
            return own;
        }
        if (clock.source() == StreamClock.Source.COUNTED) {
            long ticks = elapsedTicks;
            // A packet may contain a single field.
            if (!units.holdsPicture(packet)) {
                packet.duration(0);
                return ticks;
            }
            elapsedTicks += packet.duration() > 0 ? packet.duration() : clock.packetTicks().round();
            return ticks;
        }
        Rational since = clock.packetTicks().times(count - anchorPacket);
        return anchorTicks + since.round();
    }
}
