package com.autoclipr.libav;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;

import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/// What the pictures of a finished file are, packet by packet and frame by frame. Owns a decoder.
final class VideoInspection implements AutoCloseable {
    private static final int MOST_ERRORS = 100;

    private final InspectionDecoder decoder;
    private final int streamIndex;
    private final Rational timeBase;
    private final String containerTags;
    private final List<String> errors = new ArrayList<>();
    private final List<Long> keyFrames = new ArrayList<>();
    private String bitstreamTags = "";
    private int width;
    private int height;
    private long frames;
    private long packets;
    private long keyPackets;
    private long firstTicks;
    private long lastTicks;
    private long stepTicks;
    private long lastDurationTicks;
    private boolean stepsDiffer;
    private long lastDecodingTicks = Long.MIN_VALUE;
    private boolean decodingTimesIncrease = true;

    /// @param containerTags colours by the container's `colr` box
    VideoInspection(AVStream stream, Path file, String containerTags) {
        this.streamIndex = stream.index();
        this.timeBase = InputFile.timeBase(stream);
        this.containerTags = containerTags;
        this.decoder = new InspectionDecoder(stream, file, this::look);
    }

    int streamIndex() {
        return streamIndex;
    }

    void take(AVPacket packet) {
        if (packet.dts() <= lastDecodingTicks) {
            decodingTimesIncrease = false;
        }
        lastDecodingTicks = packet.dts();
        packets++;
        if ((packet.flags() & AV_PKT_FLAG_KEY) != 0) {
            keyPackets++;
        }
        decoder.decode(packet);
    }

    void end() {
        decoder.decode(null);
        if (packets != frames) {
            complain(packets + " packets gave " + frames + " frames");
        }
        if (keyPackets != keyFrames.size()) {
            complain("the index has " + keyPackets + " key frames, the stream " + keyFrames.size());
        }
        errors.addAll(decoder.errors());
    }

    private void look(AVFrame frame) {
        long ticks = frame.pts();
        if (frames == 0) {
            width = frame.width();
            height = frame.height();
            firstTicks = ticks;
        } else if (frames == 1) {
            stepTicks = ticks - lastTicks;
        } else if (ticks - lastTicks != stepTicks) {
            stepsDiffer = true;
        }
        if (frame.width() != width || frame.height() != height) {
            complain("frame " + frames + " is " + frame.width() + "×" + frame.height());
        }
        lastTicks = ticks;
        lastDurationTicks = frame.duration();
        if ((frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0) {
            keyFrames.add(frames);
        }
        checkTags(frame);
        frames++;
    }

    private void checkTags(AVFrame frame) {
        String tags =
                tags(
                        frame.color_primaries(),
                        frame.color_trc(),
                        frame.colorspace(),
                        frame.color_range());
        if (frames == 0 && !tags.equals(containerTags)) {
            complain("the colours are " + tags + ", the container says " + containerTags);
        } else if (frames > 0 && !tags.equals(bitstreamTags)) {
            complain("the colours of frame " + frames + " are " + tags);
        }
        bitstreamTags = tags;
    }

    /// Primaries, transfer, matrix and range by their numbers of ITU-T H.273, as FFmpeg names them.
    static String tags(int primaries, int transfer, int matrix, int range) {
        return text(avutil.av_color_primaries_name(primaries))
                + "/"
                + text(avutil.av_color_transfer_name(transfer))
                + "/"
                + text(avutil.av_color_space_name(matrix))
                + "/"
                + text(avutil.av_color_range_name(range));
    }

    private static String text(BytePointer name) {
        return name == null || name.isNull() ? "?" : name.getString();
    }

    private void complain(String what) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(what);
        }
    }

    List<String> errors() {
        return errors;
    }

    long frames() {
        return frames;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Rational firstFrame() {
        return timeBase.times(firstTicks);
    }

    /// The distance of all frames, which is also what the last one lasts; zero if they differ.
    Rational frameDuration() {
        boolean differ = stepsDiffer || (frames > 1 && lastDurationTicks != stepTicks);
        return differ ? Rational.ZERO : timeBase.times(lastDurationTicks);
    }

    boolean decodingTimesIncrease() {
        return decodingTimesIncrease;
    }

    List<Long> keyFrames() {
        return keyFrames;
    }

    Rational duration() {
        return timeBase.times(lastTicks + lastDurationTicks - firstTicks);
    }

    String colourTags() {
        return bitstreamTags;
    }

    @Override
    public void close() {
        decoder.close();
    }
}
