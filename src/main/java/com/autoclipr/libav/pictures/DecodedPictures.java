package com.autoclipr.libav.pictures;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.handles.MediaLimits;
import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.input.KeyPackets;
import com.autoclipr.libav.input.RefreshPoints;
import com.autoclipr.libav.input.StreamDecoder;
import com.autoclipr.libav.input.StreamPackets;
import com.autoclipr.libav.timing.PictureTimes;
import com.autoclipr.libav.timing.PictureTiming;
import com.autoclipr.media.StreamClock;
import java.util.function.Predicate;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// Decodes one stream from the current position of its input. Owns the decoder, not the input.
///
/// The timestamp of a picture is the PTS of its packet; in a stream without PTS it comes from
/// [PictureTimes]. A single picture without one gets that of the packet that pushed it out of the
/// decoder, or follows at the nominal rate.
final class DecodedPictures implements PictureFlow {
    /// A decoder may return the same error forever.
    private static final int PATIENCE = 64;

    private final InputFile input;
    private final StreamDecoder decoder;
    private final long nominalTicks;
    private final boolean stored;
    private RefreshPoints units;
    private Predicate<AVPacket> startsAt;
    private int codec;
    private final @Nullable PictureTimes times;
    private boolean waitingForKey;
    private boolean flushed;
    private boolean damaged;
    private int packetsInVain;
    private long usableFromTicks = Long.MIN_VALUE;
    private long lastTicks = Long.MIN_VALUE;
    private long sentTicks = Long.MIN_VALUE;
    private long dropped;

    /// @param fromKey whether packets before the first keyframe are skipped
    private DecodedPictures(
            InputFile input,
            AVStream stream,
            PictureTiming timing,
            StreamPackets packets,
            boolean fromKey) {
        this.input = input;
        this.decoder = new StreamDecoder(packets);
        this.codec = packets.codec();
        this.waitingForKey = fromKey;
        this.stored = timing.clock().source() == StreamClock.Source.STORED;
        this.units = new RefreshPoints(stream);
        this.startsAt = stored ? new KeyPackets(stream)::startsAt : units::isAt;
        this.times = stored ? null : new PictureTimes(timing.clock());
        this.nominalTicks =
                Math.max(1, timing.rate().times(Timestamps.base(stream)).reciprocal().round());
    }

    /// For a newly opened file: every packet is decoded, also those before the first keyframe.
    static DecodedPictures fromStart(InputFile input, AVStream stream, PictureTiming timing) {
        StreamPackets packets = new StreamPackets(input, stream, timing.clock());
        return new DecodedPictures(input, stream, timing, packets, false);
    }

    /// For an input after a seek: decoding starts at the next keyframe, and leading pictures are
    /// dropped, because some of them reference pictures before it.
    static DecodedPictures fromNextKey(InputFile input, AVStream stream, PictureTiming timing) {
        StreamPackets packets = new StreamPackets(input, stream, timing.clock());
        return new DecodedPictures(input, stream, timing, packets, true);
    }

    /// For a newly opened file, from a keyframe given by the clock; likewise.
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

    /// Assigns the timestamp; returns whether the picture is shown.
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
        // Where packets lost their times, the last one that has any may be far ahead.
        if (!flushed && sentTicks > lastTicks && untimed() == 0) {
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
        if (decoder.endsBefore(packet)) {
            return;
        }
        readUnits();
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
        AVPacket packet = decoder.next();
        while (packet != null && waitingForKey && !startsAt.test(packet)) {
            packet = decoder.next();
        }
        return packet;
    }

    /// Another codec may have begun.
    private void readUnits() {
        StreamPackets packets = decoder.packets();
        if (packets.codec() == codec) {
            return;
        }
        codec = packets.codec();
        units = new RefreshPoints(packets.stream(), codec);
        startsAt = stored ? startsAt : units::isAt;
    }

    @Override
    public long dropped() {
        return dropped;
    }

    @Override
    public long untimed() {
        return decoder.packets().untimed();
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
