package com.autoclipr.libav.input;

import com.autoclipr.libav.handles.Decoder;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// Decodes the packets of a stream. Where they go on in another stream or another codec, what is
/// inside the decoder comes out, and then another decoder goes on. Owns decoder and packets.
public final class StreamDecoder implements AutoCloseable {
    private final StreamPackets packets;
    private Decoder decoder;
    private int section;
    private boolean fed;
    private @Nullable AVPacket held;

    /// @throws com.autoclipr.failure.FailureException as
    ///   [Decoder#open(org.bytedeco.ffmpeg.avformat.AVStream, java.nio.file.Path)]
    public StreamDecoder(StreamPackets packets) {
        this.packets = packets;
        this.section = packets.section();
        try {
            this.decoder = packets.decoder();
        } catch (RuntimeException e) {
            packets.close();
            throw e;
        }
    }

    /// Fills `frame`, releasing what it held.
    public Decoder.Outcome receive(AVFrame frame) {
        Decoder.Outcome outcome = decoder.receive(frame);
        if (outcome != Decoder.Outcome.ENDED || held == null) {
            return outcome;
        }
        change();
        return Decoder.Outcome.WANTS_PACKET;
    }

    /// The next packet, or null at the end.
    public @Nullable AVPacket next() {
        AVPacket packet = held == null ? packets.next() : held;
        held = null;
        return packet;
    }

    /// Whether the decoder has to give out what it holds before `packet`, which comes again then.
    ///
    /// @param packet the last one
    public boolean endsBefore(AVPacket packet) {
        if (packets.section() == section) {
            return false;
        }
        if (!fed) {
            change();
            return false;
        }
        held = packet;
        decoder.send(null);
        return true;
    }

    private void change() {
        decoder.close();
        decoder = packets.decoder();
        section = packets.section();
        fed = false;
    }

    /// Sends a packet, or null to say that there are no more; to be called when [#receive] wants
    /// one.
    ///
    /// @return false if the packet could not be decoded and was passed over
    public boolean send(@Nullable AVPacket packet) {
        fed = true;
        return decoder.send(packet);
    }

    public StreamPackets packets() {
        return packets;
    }

    @Override
    public void close() {
        decoder.close();
        packets.close();
    }
}
