package com.autoclipr.libav.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_double;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_int;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;
import static org.bytedeco.ffmpeg.global.swresample.swr_set_matrix;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.MediaLimits;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.media.AudioSource;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// Converts a continuous run of decoded audio of one format to 48 kHz stereo. Owns its
/// libswresample context and buffers.
///
/// Output sample `j` is exactly at input sample `j × rate / 48000`: libswresample's filter is
/// centred on it and steps by the exact fraction, so there is neither drift nor delay.
final class StereoConverter implements AutoCloseable {
    /// Taps per phase for upsampling: a pass band up to 0.97 of the lower Nyquist frequency.
    private static final int FILTER_TAPS = 64;

    private static final double PASS_BAND = 0.97;

    /// Samples of both channels.
    record Stereo(float[] left, float[] right, int count) {}

    private final int format;
    private final int rateHz;
    private final int channels;
    private final AVChannelLayout layout;
    private final SwrContext context;
    private final PointerPointer<FloatPointer> output = new PointerPointer<>(2);
    private FloatPointer left = new FloatPointer(0L);
    private FloatPointer right = new FloatPointer(0L);
    private long capacity;
    private long samplesIn;
    private long samplesOut;
    private boolean open = true;

    /// A converter for the format of the frame.
    ///
    /// @param matrix stereo downmix
    StereoConverter(AVFrame frame, StereoMatrix matrix, String file) {
        this.format = frame.format();
        this.rateHz = frame.sample_rate();
        this.channels = frame.ch_layout().nb_channels();
        MediaLimits.requireSound(Path.of(file), rateHz, channels);
        this.layout = new AVChannelLayout();
        this.context = new SwrContext(null);
        try {
            open(frame, matrix, file);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open(AVFrame frame, StereoMatrix matrix, String file) {
        avutil.av_channel_layout_copy(layout, frame.ch_layout());
        AVChannelLayout numbered = ChannelLayouts.numbered(channels);
        AVChannelLayout stereo = new AVChannelLayout();
        avutil.av_channel_layout_default(stereo, 2);
        FailureKind kind = FailureKind.MEDIA_UNSUPPORTED;
        Natives.check(
                swr_alloc_set_opts2(
                        context,
                        stereo,
                        AV_SAMPLE_FMT_FLTP,
                        AudioSource.SAMPLE_RATE_HZ,
                        numbered,
                        format,
                        rateHz,
                        0,
                        null),
                kind,
                Fact.FILE,
                file);
        av_opt_set_int(context, "filter_size", FILTER_TAPS, 0);
        av_opt_set_double(context, "cutoff", PASS_BAND, 0);
        av_opt_set_int(context, "exact_rational", 1, 0);
        avutil.av_opt_set_sample_fmt(context, "internal_sample_fmt", AV_SAMPLE_FMT_FLTP, 0);
        Natives.check(swr_set_matrix(context, matrix.weights(), channels), kind, Fact.FILE, file);
        Natives.check(swr_init(context), kind, Fact.FILE, file);
        avutil.av_channel_layout_uninit(stereo);
    }

    /// Whether `frame` can continue the run.
    boolean fits(AVFrame frame) {
        return frame.format() == format
                && frame.sample_rate() == rateHz
                && avutil.av_channel_layout_compare(frame.ch_layout(), layout) == 0;
    }

    int rateHz() {
        return rateHz;
    }

    int channels() {
        return channels;
    }

    /// Input samples of the run so far.
    long samplesIn() {
        return samplesIn;
    }

    /// Converts the frame's samples from `skipped`; the output lags by half a filter length.
    Stereo convert(AVFrame frame, int skipped) {
        int count = frame.nb_samples() - skipped;
        samplesIn += count;
        if (skipped == 0) {
            return run(frame.extended_data(), count);
        }
        boolean planar = avutil.av_sample_fmt_is_planar(format) != 0;
        int planes = planar ? channels : 1;
        long offset =
                (long) skipped * avutil.av_get_bytes_per_sample(format) * (planar ? 1 : channels);
        try (PointerPointer<BytePointer> input = new PointerPointer<>(planes)) {
            for (int i = 0; i < planes; i++) {
                input.put(i, frame.extended_data(i).getPointer(BytePointer.class, offset));
            }
            return run(input, count);
        }
    }

    /// Drains the filter; the run ends.
    Stereo drain() {
        return run(null, 0);
    }

    private Stereo run(@Nullable PointerPointer<?> input, int count) {
        reserve(swresample.swr_get_out_samples(context, count));
        int made = swr_convert(context, output, (int) capacity, input, count);
        Natives.check(made, FailureKind.INTERNAL_ERROR);
        // The filter rings after the last sample; the output is cut where the input ends.
        long end =
                Math.ceilDiv(
                        Math.multiplyExact(samplesIn, (long) AudioSource.SAMPLE_RATE_HZ), rateHz);
        int kept = (int) Math.max(0, Math.min(made, end - samplesOut));
        samplesOut += kept;
        return new Stereo(copy(left, kept), copy(right, kept), kept);
    }

    private static float[] copy(FloatPointer samples, int count) {
        float[] copy = new float[count];
        if (count > 0) {
            samples.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer().get(copy);
        }
        return copy;
    }

    private void reserve(int samples) {
        if (samples > capacity) {
            left.close();
            right.close();
            capacity = samples;
            left = new FloatPointer(capacity);
            right = new FloatPointer(capacity);
            output.put(0, left);
            output.put(1, right);
        }
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            swresample.swr_free(context);
            avutil.av_channel_layout_uninit(layout);
            output.close();
            left.close();
            right.close();
        }
    }
}
