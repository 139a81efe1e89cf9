package com.autoclipr.libav.input;

import com.autoclipr.libav.handles.Decoder;
import com.autoclipr.media.StreamClock;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/// The packets of one stream from the current position of its input, with timestamps from a
/// [StreamClock]. Does not own the input.
///
/// Of a stream that goes on as another one, the other's packets follow. They are read from the file
/// opened again, because a demuxer hands out the last packets of a stream when it comes to the end
/// of the file; that input belongs to this object.
public final class StreamPackets implements AutoCloseable {
    private final InputFile first;
    private final List<StreamClock.Part> parts;
    private final @Nullable PacketClock clock;
    private InputFile input;
    private int streamIndex;
    private PacketCodec codec;
    private int part;
    private int section;
    private long untimed;

    /// @param clock of the stream; any but the container's needs a newly opened input
    public StreamPackets(InputFile input, AVStream stream, StreamClock clock) {
        this.first = input;
        this.input = input;
        this.parts = clock.parts();
        this.streamIndex = stream.index();
        this.codec = new PacketCodec(input.container(), stream);
        this.clock = clock.timedByContainer() ? null : new PacketClock(stream, clock);
    }

    /// The next packet, or null at the end; valid until the next one is asked for or the input is
    /// read.
    public @Nullable AVPacket next() {
        AVPacket packet = nextOfStream();
        while (packet == null && part + 1 < parts.size()) {
            packet = beginPart(part + 1);
        }
        if (packet == null) {
            return null;
        }
        if (codec.add(packet)) {
            section++;
        }
        untimed += input.timesTaken() ? 1 : 0;
        if (clock != null) {
            clock.apply(packet);
        }
        return packet;
    }

    private @Nullable AVPacket nextOfStream() {
        // Packets that were read while probing are delivered even if their stream is discarded now.
        AVPacket packet = input.read();
        while (packet != null && packet.stream_index() != streamIndex) {
            packet = input.read();
        }
        return packet;
    }

    /// @return its first packet; null if it has none
    private @Nullable AVPacket beginPart(int next) {
        closeLater();
        input = InputFile.open(first.path());
        part = next;
        streamIndex = parts.get(next).stream();
        input.keepOnly(Set.of(streamIndex));
        AVPacket packet = nextOfStream();
        if (packet != null) {
            // A stream that begins late is there only now.
            codec = new PacketCodec(input.container(), stream());
            section++;
        }
        return packet;
    }

    /// The stream that the last packet belongs to.
    public AVStream stream() {
        return input.stream(streamIndex);
    }

    /// The codec of the last packet, one of libav's numbers.
    public int codec() {
        return codec.id();
    }

    /// How many packets had times that nothing can have; they are where they were due.
    public long untimed() {
        return untimed;
    }

    /// Counts on where packets begin for which another decoder is needed.
    int section() {
        return section;
    }

    /// A decoder for the last packet and those that follow it in its section; the caller's.
    ///
    /// @throws com.autoclipr.failure.FailureException as [Decoder#open(AVStream, int, Path)]
    Decoder decoder() {
        return Decoder.open(stream(), codec(), first.path());
    }

    private void closeLater() {
        if (input != first) {
            input.close();
        }
    }

    /// Skips packets until the next one has the index `packet`.
    ///
    /// @return false if there are fewer
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

    @Override
    public void close() {
        closeLater();
    }
}
