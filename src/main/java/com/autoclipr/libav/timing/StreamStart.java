package com.autoclipr.libav.timing;

import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.Containers;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.time.Rational;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// The start of an audio stream, for [com.autoclipr.media.AudioFacts#start()].
///
/// @param ticks container timestamp of the first sample after priming
/// @param primingSamples samples before it that the container timestamps count as negative time
public record StreamStart(long ticks, int primingSamples) {
    /// The start of the stream; in Matroska plus the priming (CodecDelay), which is subtracted from
    /// timestamps but not skipped. In other containers the start is after the priming.
    public static StreamStart of(String container, AVStream stream) {
        long start = Timestamps.known(stream.start_time()) ? stream.start_time() : 0;
        int rateHz = stream.codecpar().sample_rate();
        int priming = stream.codecpar().initial_padding();
        if (!container.equals(Containers.MATROSKA) || rateHz <= 0 || priming <= 0) {
            return new StreamStart(start, 0);
        }
        Rational seconds = new Rational(priming, rateHz);
        long ticks = seconds.dividedBy(Timestamps.base(stream)).round();
        return new StreamStart(start + ticks, priming);
    }

    /// Seconds of container time.
    public static Rational seconds(String container, AVStream stream) {
        return Timestamps.base(stream).times(of(container, stream).ticks);
    }

    /// The start of the video in ticks. FFmpeg may show pictures before the start of the edit list
    /// that are needed only for decoding; its stream start is that of the edit.
    ///
    /// @param firstDecoded timestamp of the first picture that is decoded from the start
    public static long ofPictures(InputFile input, AVStream stream, long firstDecoded) {
        boolean edited =
                input.container().startsWith("mov,") && Timestamps.known(stream.start_time());
        return edited ? Math.max(firstDecoded, stream.start_time()) : firstDecoded;
    }
}
