package com.autoclipr.libav.pictures;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.Decoder;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.handles.MediaLimits;
import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.input.KeyPackets;
import com.autoclipr.libav.input.RefreshPoints;
import com.autoclipr.libav.input.StreamPackets;
import com.autoclipr.libav.timing.PictureTimes;
import com.autoclipr.libav.timing.PictureTiming;
import com.autoclipr.media.StreamClock;
import java.util.function.Predicate;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// Decodes one stream from where its input stands. Owns the decoder; the input stays its owner's.
///
/// A picture's time is the presentation timestamp of its packet; in a stream that stores none, what
/// [PictureTimes] makes of the order. A single picture without one is timed by the packet that
/// pushed it out of the decoder, or follows at the nominal rate.
final class DecodedPictures implements PictureFlow {
    /// A decoder may answer every question with the same error, forever.
    private static final int PATIENCE = 64;

    private final InputFile input;
    private final StreamPackets packets;
    private final Decoder decoder;
    private final long nominalTicks;
    private final RefreshPoints units;
    private final Predicate<AVPacket> startsAt;
    private final @Nullable PictureTimes times;
    private boolean waitingForKey;
    private boolean flushed;
    private boolean damaged;
    private int packetsInVain;
    private long usableFromTicks = Long.MIN_VALUE;
    private long lastTicks = Long.MIN_VALUE;
    private long sentTicks = Long.MIN_VALUE;
    private long dropped;

    /// @param fromKey whether packets before the first key packet are left out
    private DecodedPictures(
            InputFile input,
            AVStream stream,
            PictureTiming timing,
            StreamPackets packets,
            boolean fromKey) {
        this.input = input;
        this.packets = packets;
        this.decoder = Decoder.open(stream, input.path());
        this.waitingForKey = fromKey;
        boolean stored = timing.clock().source() == StreamClock.Source.STORED;
        this.units = new RefreshPoints(stream);
        this.startsAt = stored ? new KeyPackets(stream)::startsAt : units::isAt;
        this.times = stored ? null : new PictureTimes(timing.clock());
        this.nominalTicks =
                Math.max(1, timing.rate().times(Timestamps.base(stream)).reciprocal().round());
    }

    /// Of a file just opened: every packet is decoded, also those before the first key.
    static DecodedPictures fromStart(InputFile input, AVStream stream, PictureTiming timing) {
        StreamPackets packets = new StreamPackets(input, stream, timing.clock());
        return new DecodedPictures(input, stream, timing, packets, false);
    }

    /// Of an input that was moved: decoding starts at the next key packet, and pictures that are
    /// shown before that one are not delivered, because some of them refer to pictures before it.
    static DecodedPictures fromNextKey(InputFile input, AVStream stream, PictureTiming timing) {
        StreamPackets packets = new StreamPackets(input, stream, timing.clock());
        return new DecodedPictures(input, stream, timing, packets, true);
    }

    /// Of a file just opened, from a key packet on that the clock names; likewise.
    static DecodedPictures fromEntry(
            InputFile input, AVStream stream, PictureTiming timing, StreamClock.Entry entry) {
        StreamPackets packets = new StreamPackets(input, stream, timing.clock());
        packets.passTo(entry.packet());
        return new DecodedPictures(input, stream, timing, packets, true);
    }

    @Override
    public boolean next(FrameHandle into) {
        int inVain = 0;
        packetsInVain = 0;
        while (true) {
            switch (decoder.receive(into.get())) {
                case FRAME -> {
                    inVain = 0;
                    if (accept(into.get())) {
                        return true;
                    }
                    into.clear();
                }
                case WANTS_PACKET -> feed();
                case ENDED -> {
                    return false;
                }
                case DAMAGED -> {
                    damaged = true;
                    if (++inVain > PATIENCE) {
                        if (flushed) {
                            return false;
                        }
                        inVain = 0;
                        feed();
                    }
                }
            }
        }
    }

    /// Gives the picture its time; whether it is to be shown.
    private boolean accept(AVFrame frame) {
        long ticks = time(frame);
        frame.pts(ticks);
        if ((frame.flags() & AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags() != 0) {
            damaged = true;
        }
        if (ticks < usableFromTicks) {
            return false;
        }
        if (ticks <= lastTicks) {
            dropped++;
            return false;
        }
        lastTicks = ticks;
        return true;
    }

    private long time(AVFrame frame) {
        if (times != null) {
            return times.of(frame);
        }
        if (Timestamps.known(frame.pts())) {
            return frame.pts();
        }
        if (!flushed && sentTicks > lastTicks) {
            return sentTicks;
        }
        return lastTicks == Long.MIN_VALUE ? 0 : lastTicks + nominalTicks;
    }

    private void feed() {
        AVPacket packet = nextToDecode();
        if (packet == null) {
            flushed = true;
            decoder.send(null);
            return;
        }
        if (++packetsInVain > MediaLimits.MAX_PACKETS_IN_VAIN) {
            throw MediaFailures.of(FailureKind.MEDIA_CORRUPT, input.path(), "undecodable")
                    .asException();
        }
        long ticks = Timestamps.known(packet.pts()) ? packet.pts() : packet.dts();
        if (waitingForKey) {
            waitingForKey = false;
            usableFromTicks = times == null && Timestamps.known(ticks) ? ticks : Long.MIN_VALUE;
        }
        if (Timestamps.known(packet.dts())) {
            sentTicks = packet.dts();
        }
        if (times != null) {
            times.sent(packet);
        }
        if (!decoder.send(packet)) {
            damaged |= units.holdsPicture(packet);
            if (times != null) {
                times.refused(packet);
            }
        }
    }

    private @Nullable AVPacket nextToDecode() {
        AVPacket packet = packets.next();
        while (packet != null && waitingForKey && !startsAt.test(packet)) {
            packet = packets.next();
        }
        return packet;
    }

    @Override
    public long dropped() {
        return dropped;
    }

    @Override
    public boolean damaged() {
        return damaged;
    }

    @Override
    public void close() {
        decoder.close();
    }
}
