package com.autoclipr.libav;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// Writes small films for tests, with FFmpeg's encoders and muxers. Each picture is painted in
/// RGBA, then converted to the encoder's format.
public final class MovieWriter {
    /// Paints picture `index` into `rgba` (`width × height × 4` bytes).
    public interface Painter {
        void paint(int index, byte[] rgba, int width, int height);
    }

    /// The bars of [BarCodePicture].
    static final Painter BAR_CODE =
            (index, rgba, width, height) -> {
                for (int i = 0; i < width * height; i++) {
                    byte level = (byte) (BarCodePicture.white(index, i % width, width) ? 255 : 0);
                    rgba[4 * i] = level;
                    rgba[4 * i + 1] = level;
                    rgba[4 * i + 2] = level;
                    rgba[4 * i + 3] = (byte) 255;
                }
            };

    /// What to write.
    ///
    /// @param muxer FFmpeg's name of it
    /// @param encoder FFmpeg's name of it
    /// @param pixelFormat FFmpeg's name of it
    /// @param timeBase seconds per tick of the encoder
    /// @param ticks time of each picture
    /// @param encoderOptions options of the encoder and its context
    /// @param muxerOptions options of the muxer
    public record Film(
            String muxer,
            String encoder,
            String pixelFormat,
            int width,
            int height,
            Rational timeBase,
            List<Long> ticks,
            Map<String, String> encoderOptions,
            Map<String, String> muxerOptions) {
        public static Film of(String muxer, String encoder, Rational timeBase, List<Long> ticks) {
            return new Film(
                    muxer, encoder, "yuv420p", 160, 32, timeBase, ticks, Map.of(), Map.of());
        }

        public Film size(int newWidth, int newHeight) {
            return new Film(
                    muxer,
                    encoder,
                    pixelFormat,
                    newWidth,
                    newHeight,
                    timeBase,
                    ticks,
                    encoderOptions,
                    muxerOptions);
        }

        Film pixels(String format) {
            return new Film(
                    muxer,
                    encoder,
                    format,
                    width,
                    height,
                    timeBase,
                    ticks,
                    encoderOptions,
                    muxerOptions);
        }

        public Film encoding(Map<String, String> options) {
            return new Film(
                    muxer,
                    encoder,
                    pixelFormat,
                    width,
                    height,
                    timeBase,
                    ticks,
                    options,
                    muxerOptions);
        }

        public Film muxing(Map<String, String> options) {
            return new Film(
                    muxer,
                    encoder,
                    pixelFormat,
                    width,
                    height,
                    timeBase,
                    ticks,
                    encoderOptions,
                    options);
        }
    }

    private final Film film;
    private final Painter painter;
    private int @Nullable [] displayMatrix;
    private boolean interlaced;

    public MovieWriter(Film film, Painter painter) {
        Natives.load();
        this.film = film;
        this.painter = painter;
    }

    /// Nine entries in 16.16, as in `tkhd`.
    MovieWriter displayMatrix(int[] matrix) {
        displayMatrix = matrix.clone();
        return this;
    }

    /// Marks pictures as two fields, the top one first.
    MovieWriter interlaced() {
        interlaced = true;
        return this;
    }

    public static void write(Path file, Film film) {
        new MovieWriter(film, BAR_CODE).to(file);
    }

    public void to(Path file) {
        AVFormatContext muxer = new AVFormatContext((Pointer) null);
        check(avformat.avformat_alloc_output_context2(muxer, null, film.muxer(), file.toString()));
        AVStream stream = avformat.avformat_new_stream(muxer, null);
        AVCodecContext encoder = encoder(muxer);
        check(avcodec.avcodec_parameters_from_context(stream.codecpar(), encoder));
        stream.time_base(encoder.time_base());
        stream.avg_frame_rate(encoder.framerate());
        stream.sample_aspect_ratio(encoder.sample_aspect_ratio());
        putMatrix(stream);
        AVIOContext io = new AVIOContext((Pointer) null);
        check(avformat.avio_open(io, file.toString(), avformat.AVIO_FLAG_WRITE));
        muxer.pb(io);
        AVDictionary options = dictionary(film.muxerOptions());
        check(avformat.avformat_write_header(muxer, options));
        avutil.av_dict_free(options);
        AVPacket packet = avcodec.av_packet_alloc();
        AVFrame frame = frame();
        for (int i = 0; i < film.ticks().size(); i++) {
            paint(i, frame);
            frame.pts(film.ticks().get(i));
            frame.pict_type(avutil.AV_PICTURE_TYPE_NONE);
            check(avcodec.avcodec_send_frame(encoder, frame));
            drain(muxer, stream, encoder, packet);
        }
        check(avcodec.avcodec_send_frame(encoder, null));
        drain(muxer, stream, encoder, packet);
        check(avformat.av_write_trailer(muxer));
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(encoder);
        avformat.avio_closep(io);
        avformat.avformat_free_context(muxer);
    }

    private AVCodecContext encoder(AVFormatContext muxer) {
        AVCodec codec = avcodec.avcodec_find_encoder_by_name(film.encoder());
        AVCodecContext encoder = avcodec.avcodec_alloc_context3(codec);
        encoder.width(film.width()).height(film.height());
        encoder.pix_fmt(avutil.av_get_pix_fmt(film.pixelFormat()));
        AVRational timeBase = new AVRational();
        timeBase.num((int) film.timeBase().numerator()).den((int) film.timeBase().denominator());
        encoder.time_base(timeBase);
        long step = film.ticks().size() > 1 ? film.ticks().get(1) - film.ticks().get(0) : 1;
        Rational rate = film.timeBase().times(step).reciprocal();
        AVRational frameRate = new AVRational();
        frameRate.num((int) rate.numerator()).den((int) rate.denominator());
        encoder.framerate(frameRate);
        encoder.thread_count(1);
        if (interlaced) {
            encoder.flags(
                    encoder.flags()
                            | avcodec.AV_CODEC_FLAG_INTERLACED_DCT
                            | avcodec.AV_CODEC_FLAG_INTERLACED_ME);
        }
        if ((muxer.oformat().flags() & avformat.AVFMT_GLOBALHEADER) != 0) {
            encoder.flags(encoder.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        AVDictionary options = dictionary(film.encoderOptions());
        check(avcodec.avcodec_open2(encoder, codec, options));
        if (avutil.av_dict_count(options) > 0) {
            throw new IllegalArgumentException("an option is unknown: " + film.encoderOptions());
        }
        avutil.av_dict_free(options);
        return encoder;
    }

    private void putMatrix(AVStream stream) {
        if (displayMatrix == null) {
            return;
        }
        BytePointer data = new BytePointer(avutil.av_malloc(36));
        new IntPointer(data).put(displayMatrix);
        AVPacketSideData list = stream.codecpar().coded_side_data();
        PointerPointer<AVPacketSideData> lists = new PointerPointer<>(1);
        lists.put(0, list);
        IntPointer count = new IntPointer(1).put(0);
        avcodec.av_packet_side_data_add(
                lists, count, avcodec.AV_PKT_DATA_DISPLAYMATRIX, data, 36, 0);
        stream.codecpar()
                .coded_side_data(new AVPacketSideData(lists.get(AVPacketSideData.class, 0)));
        stream.codecpar().nb_coded_side_data(count.get());
    }

    private AVFrame frame() {
        AVFrame frame = avutil.av_frame_alloc();
        frame.width(film.width()).height(film.height());
        frame.format(avutil.av_get_pix_fmt(film.pixelFormat()));
        check(avutil.av_frame_get_buffer(frame, 0));
        if (interlaced) {
            frame.flags(
                    frame.flags()
                            | AVFrame.AV_FRAME_FLAG_INTERLACED
                            | AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST);
        }
        return frame;
    }

    private void paint(int index, AVFrame frame) {
        check(avutil.av_frame_make_writable(frame));
        byte[] rgba = new byte[film.width() * film.height() * 4];
        painter.paint(index, rgba, film.width(), film.height());
        var context =
                swscale.sws_getContext(
                        film.width(),
                        film.height(),
                        avutil.AV_PIX_FMT_RGBA,
                        film.width(),
                        film.height(),
                        frame.format(),
                        swscale.SWS_POINT | swscale.SWS_ACCURATE_RND | swscale.SWS_BITEXACT,
                        null,
                        null,
                        (double[]) null);
        try (BytePointer pixels = new BytePointer(rgba);
                PointerPointer<BytePointer> planes = new PointerPointer<>(4);
                IntPointer strides = new IntPointer(4)) {
            planes.put(0, pixels);
            strides.put(0, film.width() * 4);
            check(
                    swscale.sws_scale(
                            context,
                            planes,
                            strides,
                            0,
                            film.height(),
                            frame.data(),
                            frame.linesize()));
        }
        swscale.sws_freeContext(context);
    }

    private static void drain(
            AVFormatContext muxer, AVStream stream, AVCodecContext encoder, AVPacket packet) {
        while (avcodec.avcodec_receive_packet(encoder, packet) >= 0) {
            avcodec.av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            packet.stream_index(0);
            check(avformat.av_interleaved_write_frame(muxer, packet));
        }
    }

    private static AVDictionary dictionary(Map<String, String> options) {
        AVDictionary dictionary = new AVDictionary((Pointer) null);
        options.forEach((name, value) -> avutil.av_dict_set(dictionary, name, value, 0));
        return dictionary;
    }

    private static void check(int code) {
        Natives.check(code, FailureKind.ENCODING_FAILED);
    }
}
