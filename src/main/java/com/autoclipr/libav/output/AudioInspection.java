package com.autoclipr.libav.output;

import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Inspects the audio of a finished file. Owns a decoder.
///
/// The samples end where the last packet ends according to the container; anything beyond is
/// padding of the last coded frame.
final class AudioInspection implements AutoCloseable {
    private final StrictDecoder decoder;
    private final int streamIndex;
    private final Rational timeBase;
    private final int rateHz;
    private long decoded;
    private long firstTicks;
    private long endTicks;
    private boolean unbroken = true;
    private final List<String> errors = new ArrayList<>();

    AudioInspection(AVStream stream) {
        this.streamIndex = stream.index();
        this.timeBase = Timestamps.base(stream);
        this.rateHz = stream.codecpar().sample_rate();
        this.decoder = new StrictDecoder(stream.codecpar(), stream.time_base(), 1, this::listen);
    }

    int streamIndex() {
        return streamIndex;
    }

    void take(AVPacket packet) {
        endTicks = packet.pts() + packet.duration();
        decoder.decode(packet);
    }

    void end() {
        decoder.decodeRest();
        errors.addAll(decoder.errors());
        long promised = duration().times(rateHz).round();
        if (decoded < promised) {
            errors.add(decoded + " sound samples were decoded, the index promises " + promised);
        }
        if (!unbroken) {
            errors.add("the sound's frames do not adjoin");
        }
    }

    private void listen(AVFrame frame) {
        if (decoded == 0) {
            firstTicks = frame.pts();
        }
        Rational expected = start().plus(new Rational(decoded, rateHz));
        unbroken &= timeBase.times(frame.pts()).equals(expected);
        decoded += frame.nb_samples();
    }

    List<String> errors() {
        return errors;
    }

    /// Number of samples.
    long samples() {
        return Math.min(decoded, duration().times(rateHz).round());
    }

    Rational start() {
        return timeBase.times(firstTicks);
    }

    Rational duration() {
        return timeBase.times(Math.max(0, endTicks - firstTicks));
    }

    @Override
    public void close() {
        decoder.close();
    }
}
