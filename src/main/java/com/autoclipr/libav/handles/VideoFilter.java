package com.autoclipr.libav.handles;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_parameters_set;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_write_frame;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_init_str;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_link;
import static org.bytedeco.ffmpeg.global.avutil.av_free;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureKind;
import java.util.List;
import org.bytedeco.ffmpeg.avfilter.AVBufferSrcParameters;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/// Owns a chain of FFmpeg video filters, single-threaded. Not thread-safe; use after close throws.
/// Timestamps pass through uninterpreted.
public final class VideoFilter implements AutoCloseable {
    /// One filter and its options, such as `bwdif` with `mode=send_frame`.
    public record Step(String filter, String options) {}

    private final AVFilterGraph graph;
    private final AVFilterContext source;
    private final AVFilterContext sink;
    private final int width;
    private final int height;
    private final int format;
    private boolean open = true;

    /// @param like a picture with the size, format and colour tags of those that will be sent
    public VideoFilter(AVFrame like, List<Step> steps) {
        this.width = like.width();
        this.height = like.height();
        this.format = like.format();
        this.graph = avfilter_graph_alloc();
        try {
            graph.nb_threads(1);
            this.source = buffer(like);
            this.sink = filter("buffersink", "sink", null);
            AVFilterContext last = source;
            for (Step step : steps) {
                AVFilterContext next = filter(step.filter(), "f" + graph.nb_filters(), step);
                check(avfilter_link(last, 0, next, 0));
                last = next;
            }
            check(avfilter_link(last, 0, sink, 0));
            check(avfilter_graph_config(graph, null));
        } catch (RuntimeException e) {
            avfilter_graph_free(graph);
            throw e;
        }
    }

    private AVFilterContext buffer(AVFrame like) {
        AVFilterContext buffer =
                avfilter_graph_alloc_filter(graph, avfilter_get_by_name("buffer"), "source");
        AVBufferSrcParameters parameters = av_buffersrc_parameters_alloc();
        try (AVRational timeBase = new AVRational().num(1).den(1000)) {
            parameters.format(format);
            parameters.width(width);
            parameters.height(height);
            parameters.time_base(timeBase);
            parameters.color_space(like.colorspace());
            parameters.color_range(like.color_range());
            check(av_buffersrc_parameters_set(buffer, parameters));
        } finally {
            av_free(parameters);
        }
        check(avfilter_init_str(buffer, (String) null));
        return buffer;
    }

    private AVFilterContext filter(String name, String instance, @Nullable Step step) {
        AVFilterContext filter =
                avfilter_graph_alloc_filter(graph, avfilter_get_by_name(name), instance);
        if (filter == null || filter.isNull()) {
            throw com.autoclipr.failure.Failure.of(FailureKind.INTERNAL_ERROR)
                    .with(Fact.DETAIL, "no filter " + name)
                    .asException();
        }
        check(avfilter_init_str(filter, step == null ? null : step.options()));
        return filter;
    }

    /// Whether `picture` has the size and format that the chain was built for.
    public boolean fits(AVFrame picture) {
        return picture.width() == width && picture.height() == height && picture.format() == format;
    }

    /// Sends a picture, which the caller still owns, or null to flush.
    public void send(@Nullable AVFrame picture) {
        requireOpen();
        check(av_buffersrc_write_frame(source, picture));
    }

    /// Fills `into` with the next available picture, if there is one.
    public boolean receive(FrameHandle into) {
        requireOpen();
        into.clear();
        int code = av_buffersink_get_frame(sink, into.get());
        if (Natives.wantsMore(code) || code == org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF) {
            return false;
        }
        check(code);
        return true;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            avfilter_graph_free(graph);
        }
    }

    private static void check(int code) {
        Natives.check(code, FailureKind.INTERNAL_ERROR);
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the filter is closed");
        }
    }
}
