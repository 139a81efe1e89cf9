package com.autoclipr.libav.output;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;

import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.media.encoded.PacketDigest;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Inspects the video of a finished file: timestamps of every packet, and decoding up to the second
/// keyframe, which verifies the file's header. Owns a decoder.
///
/// The others need not be decoded here: each chunk was fully decoded when it was encoded, and the
/// digest shows that its packets are in the file unchanged.
final class VideoInspection implements AutoCloseable {
    private static final int MOST_ERRORS = 100;

    private final StrictDecoder decoder;
    private final FrameLook look = new FrameLook();
    private final int streamIndex;
    private final Rational timeBase;
    private final FrameRate frameRate;
    private final String containerTags;
    private final PacketDigest digest = new PacketDigest();
    private final BitSet frames = new BitSet();
    private final List<String> errors = new ArrayList<>();
    private final List<Long> keyFrames = new ArrayList<>();
    private long packets;
    private long sentToDecoder;
    private boolean decoding = true;
    private boolean durationsFit = true;
    private Rational firstFrame = Rational.ZERO;
    private long lastDecodingTicks = Long.MIN_VALUE;
    private boolean decodingTimesIncrease = true;

    /// @param containerTags colours from the container's `colr` box
    /// @param frameRate expected frame rate
    VideoInspection(AVStream stream, String containerTags, FrameRate frameRate) {
        this.streamIndex = stream.index();
        this.timeBase = Timestamps.base(stream);
        this.frameRate = frameRate;
        this.containerTags = containerTags;
        this.decoder = new StrictDecoder(stream.codecpar(), stream.time_base(), 1, look::take);
    }

    int streamIndex() {
        return streamIndex;
    }

    void take(AVPacket packet) {
        if (packet.dts() <= lastDecodingTicks) {
            decodingTimesIncrease = false;
        }
        lastDecodingTicks = packet.dts();
        boolean keyFrame = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
        Rational time = timeBase.times(packet.pts());
        long frame = time.times(frameRate.framesPerSecond()).floor();
        if (!frameRate.timeOfFrame(frame).equals(time)) {
            complain("a packet at " + time + " s lies between two frames");
        }
        if (frame < 0 || frame > Integer.MAX_VALUE || frames.get((int) frame)) {
            complain("a packet for frame " + frame + ", which there is already or cannot be");
        } else {
            frames.set((int) frame);
        }
        if (packets == 0 || time.compareTo(firstFrame) < 0) {
            firstFrame = time;
        }
        durationsFit &= timeBase.times(packet.duration()).equals(frameRate.frameDuration());
        digest.add(frame, keyFrame, packet.data().capacity(packet.size()).asByteBuffer());
        if (keyFrame) {
            keyFrames.add(frame);
        }
        packets++;
        decode(packet, keyFrame);
    }

    private void decode(AVPacket packet, boolean keyFrame) {
        if (keyFrame && packets > 1) {
            endDecoding();
        }
        if (decoding) {
            sentToDecoder++;
            decoder.decode(packet);
        }
    }

    private void endDecoding() {
        if (decoding) {
            decoding = false;
            decoder.decodeRest();
        }
    }

    void end() {
        endDecoding();
        if (sentToDecoder != look.frames()) {
            complain(sentToDecoder + " packets gave " + look.frames() + " frames");
        }
        if (!look.colourTags().equals(containerTags)) {
            complain(
                    "the colours are "
                            + look.colourTags()
                            + ", the container says "
                            + containerTags);
        }
        errors.addAll(look.errors());
        errors.addAll(decoder.errors());
    }

    private void complain(String what) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(what);
        }
    }

    List<String> errors() {
        return errors;
    }

    long packets() {
        return packets;
    }

    /// To be called once, at the end.
    String digest() {
        return digest.hex();
    }

    FrameLook look() {
        return look;
    }

    Rational firstFrame() {
        return firstFrame;
    }

    /// The common distance and duration of all frames; zero if they differ.
    Rational frameDuration() {
        boolean whole = frames.length() == packets && frames.cardinality() == packets;
        return whole && durationsFit ? frameRate.frameDuration() : Rational.ZERO;
    }

    boolean decodingTimesIncrease() {
        return decodingTimesIncrease;
    }

    List<Long> keyFrames() {
        return keyFrames;
    }

    Rational duration() {
        return frameRate.timeOfFrame(frames.length());
    }

    @Override
    public void close() {
        decoder.close();
    }
}
