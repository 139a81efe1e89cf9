package com.autoclipr.libav;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.time.Rational;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// Decodes one stream from where its input stands. Owns the decoder; the input stays its owner's.
///
/// A picture's time is the presentation timestamp of its packet. A stream whose packets have none
/// (AVI) is timed by the packet that pushed the picture out of the decoder, and the pictures that
/// come out after the last packet follow at the nominal rate.
final class DecodedPictures implements PictureFlow {
    /// A decoder may answer every question with the same error, for ever.
    private static final int PATIENCE = 64;

    private final InputFile input;
    private final AVStream stream;
    private final Decoder decoder;
    private final long nominalTicks;
    private final KeyPackets keys;
    private boolean waitingForKey;
    private boolean flushed;
    private boolean damaged;
    private int packetsInVain;
    private long usableFromTicks = Long.MIN_VALUE;
    private long lastTicks = Long.MIN_VALUE;
    private long sentTicks = Long.MIN_VALUE;

    private DecodedPictures(InputFile input, AVStream stream, Rational rate, boolean afterSeek) {
        this.input = input;
        this.stream = stream;
        this.decoder = Decoder.open(stream, input.path());
        this.waitingForKey = afterSeek;
        this.keys = new KeyPackets(stream);
        this.nominalTicks =
                Math.max(1, rate.times(InputFile.timeBase(stream)).reciprocal().round());
    }

    /// Of a file just opened: every packet is decoded, also those before the first key.
    ///
    /// @param rate frames per second, for pictures that carry no time
    static DecodedPictures fromStart(InputFile input, AVStream stream, Rational rate) {
        return new DecodedPictures(input, stream, rate, false);
    }

    /// Of an input that was moved: decoding starts at the next key packet, and pictures that are
    /// shown before that one are not delivered, because some of them refer to pictures before it.
    static DecodedPictures fromNextKey(InputFile input, AVStream stream, Rational rate) {
        return new DecodedPictures(input, stream, rate, true);
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
        if (ticks < usableFromTicks || ticks <= lastTicks) {
            return false;
        }
        lastTicks = ticks;
        return true;
    }

    private long time(AVFrame frame) {
        if (InputFile.known(frame.pts())) {
            return frame.pts();
        }
        if (!flushed && sentTicks > lastTicks) {
            return sentTicks;
        }
        return lastTicks == Long.MIN_VALUE ? 0 : lastTicks + nominalTicks;
    }

    private void feed() {
        AVPacket packet = nextOfStream();
        if (packet == null) {
            flushed = true;
            decoder.send(null);
            return;
        }
        if (++packetsInVain > MediaLimits.MAX_PACKETS_IN_VAIN) {
            throw InputFile.failure(FailureKind.MEDIA_BROKEN, input.path(), "nothing-decodable")
                    .asException();
        }
        long ticks = InputFile.known(packet.pts()) ? packet.pts() : packet.dts();
        if (waitingForKey) {
            waitingForKey = false;
            usableFromTicks = InputFile.known(ticks) ? ticks : Long.MIN_VALUE;
        }
        if (InputFile.known(packet.dts())) {
            sentTicks = packet.dts();
        }
        if (!decoder.send(packet)) {
            damaged = true;
        }
    }

    private @Nullable AVPacket nextOfStream() {
        AVPacket packet;
        do {
            packet = input.read();
        } while (packet != null
                && (packet.stream_index() != stream.index()
                        || (waitingForKey && !keys.startsAt(packet))));
        return packet;
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
