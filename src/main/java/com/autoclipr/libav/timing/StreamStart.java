package com.autoclipr.libav.timing;

import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.Containers;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.time.Rational;
import org.bytedeco.ffmpeg.avformat.AVStream;

/// Where a sound stream is first heard: what [com.autoclipr.media.AudioFacts#start()] is made of.
///
/// @param ticks the container's timestamp of the first sample that is heard
/// @param primingSamples samples before it that the container's timestamps count as negative time
public record StreamStart(long ticks, int primingSamples) {
    /// The stream's start; in Matroska plus the priming (CodecDelay), which is subtracted from its
    /// timestamps but not skipped. Other containers' starts lie after the priming already.
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

    /// When a stream's pictures begin, in ticks. An edit list may begin after pictures that FFmpeg
    /// shows although only decoding needs them; its stream start is the edit's.
    ///
    /// @param firstDecoded time of the first picture that is decoded from the start
    public static long ofPictures(InputFile input, AVStream stream, long firstDecoded) {
        boolean edited =
                input.container().startsWith("mov,") && Timestamps.known(stream.start_time());
        return edited ? Math.max(firstDecoded, stream.start_time()) : firstDecoded;
    }
}
