package com.autoclipr.libav.input;

import com.autoclipr.media.StreamClock;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/// The packets of one stream from where its input stands, timed by a [StreamClock]. The input stays
/// its owner's.
public final class StreamPackets {
    private final InputFile input;
    private final int streamIndex;
    private final @Nullable PacketClock clock;

    /// @param clock of the stream; one that is not the container's needs an input just opened
    public StreamPackets(InputFile input, AVStream stream, StreamClock clock) {
        this.input = input;
        this.streamIndex = stream.index();
        this.clock = clock.timedByContainer() ? null : new PacketClock(stream, clock);
    }

    /// The next packet, or null at the end; valid until the input is read again.
    public @Nullable AVPacket next() {
        // What the demuxer read ahead while it got to know the file comes out whatever is left out
        // since.
        AVPacket packet = input.read();
        while (packet != null && packet.stream_index() != streamIndex) {
            packet = input.read();
        }
        if (packet != null && clock != null) {
            clock.apply(packet);
        }
        return packet;
    }

    /// Passes over packets until the next one is number `packet`.
    ///
    /// @return false if there are not as many
    public boolean passTo(long packet) {
        if (clock == null) {
            throw new IllegalStateException("packets that the container times are not numbered");
        }
        while (clock.count() < packet) {
            if (next() == null) {
                return false;
            }
        }
        return true;
    }
}
