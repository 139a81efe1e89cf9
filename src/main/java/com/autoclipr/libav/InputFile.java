package com.autoclipr.libav;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_CUSTOM_IO;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_GENPTS;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_READ;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_probe_input_buffer2;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.time.Rational;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/// Owns an open demuxer, its file and one packet. For one thread; use after close throws.
///
/// Only a regular file is read, never anything that it refers to: no network, no playlists, no
/// external tracks. What a file is, its content tells, not its name.
final class InputFile implements AutoCloseable {
    /// A file that asks for more streams than this is refused.
    static final int MAX_STREAMS = 100;

    private static final int PROBE_BYTES = 20_000_000;
    private static final int FORMAT_PROBE_BYTES = 2_000_000;
    private static final int ANALYZE_SECONDS = 10;

    /// Below this, FFmpeg guesses: any text is MP3 to it with a score of 1.
    private static final int LEAST_SCORE = 5;

    /// Demuxers that read one file and nothing else.
    private static final Set<String> CONTAINERS =
            Set.of(
                    "mov,mp4,m4a,3gp,3g2,mj2",
                    "matroska,webm",
                    "avi",
                    "mpegts",
                    "mpeg",
                    "flv",
                    "asf",
                    "mxf",
                    "ogg",
                    "ivf",
                    "obu",
                    "nut",
                    "dv",
                    "rm",
                    "h264",
                    "hevc",
                    "mpegvideo",
                    "m4v",
                    "mjpeg",
                    "yuv4mpegpipe",
                    "gif",
                    "apng",
                    "png_pipe",
                    "jpeg_pipe",
                    "webp_pipe",
                    "bmp_pipe",
                    "tiff_pipe",
                    "ppm_pipe",
                    "pgm_pipe",
                    "pam_pipe",
                    "qoi_pipe",
                    "wav",
                    "w64",
                    "mp3",
                    "aac",
                    "flac",
                    "aiff",
                    "caf",
                    "au",
                    "amr",
                    "ac3",
                    "eac3",
                    "dts",
                    "truehd",
                    "ape",
                    "wv",
                    "tta");

    private final Path path;
    private final String container;
    private final AVFormatContext context;
    private final AVIOContext file;
    private final AVPacket packet;
    private boolean open = true;

    private InputFile(Path path, String container, AVFormatContext context, AVIOContext file) {
        this.path = path;
        this.container = container;
        this.context = context;
        this.file = file;
        this.packet = av_packet_alloc();
    }

    /// Opens `path` and reads its headers and as many packets as it takes to know its streams.
    ///
    /// @throws FailureException FILE_MISSING, MEDIA_UNSUPPORTED (no container that is read here),
    ///   MEDIA_BROKEN or MEDIA_LIMIT, with the fact `file`
    static InputFile open(Path path) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw failure(FailureKind.FILE_MISSING, path, "").asException();
        }
        AVIOContext file = new AVIOContext((Pointer) null);
        int opened = avio_open2(file, "file:" + path.toAbsolutePath(), AVIO_FLAG_READ, null, null);
        if (opened < 0) {
            throw failure(FailureKind.FILE_MISSING, path, Natives.errorText(opened)).asException();
        }
        try {
            AVInputFormat format = format(path, file);
            AVFormatContext context = demuxer(path, file, format);
            return new InputFile(path, format.name().getString(), context, file);
        } catch (FailureException e) {
            avio_closep(file);
            throw e;
        }
    }

    private static AVInputFormat format(Path path, AVIOContext file) {
        AVInputFormat format = new AVInputFormat((Pointer) null);
        int score =
                av_probe_input_buffer2(file, format, (String) null, null, 0, FORMAT_PROBE_BYTES);
        if (score < LEAST_SCORE || format.isNull()) {
            throw failure(FailureKind.MEDIA_UNSUPPORTED, path, "no known container").asException();
        }
        String name = format.name().getString();
        if (!CONTAINERS.contains(name)) {
            throw failure(FailureKind.MEDIA_UNSUPPORTED, path, "container " + name).asException();
        }
        return format;
    }

    private static AVFormatContext demuxer(Path path, AVIOContext file, AVInputFormat format) {
        AVFormatContext context = avformat_alloc_context();
        context.pb(file);
        context.flags(context.flags() | AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_GENPTS);
        context.probesize(PROBE_BYTES);
        context.max_analyze_duration((long) ANALYZE_SECONDS * AV_TIME_BASE);
        context.max_streams(MAX_STREAMS);
        AVDictionary options = new AVDictionary((Pointer) null);
        av_dict_set(options, "protocol_whitelist", "file", 0);
        av_dict_set(options, "format_whitelist", format.name().getString(), 0);
        long mark = LogCapture.mark();
        int opened = avformat_open_input(context, (String) null, format, options);
        av_dict_free(options);
        requireReadable(opened, path, mark);
        try {
            requireReadable(avformat_find_stream_info(context, (AVDictionary) null), path, mark);
            if (context.nb_streams() == 0) {
                throw failure(FailureKind.MEDIA_BROKEN, path, "no streams").asException();
            }
            return context;
        } catch (FailureException e) {
            avformat_close_input(context);
            throw e;
        }
    }

    /// FFmpeg says that memory ran out when a file asks for more streams or bytes than are allowed.
    ///
    /// @param mark where the log stood when reading began: its first line since tells most
    private static void requireReadable(int code, Path path, long mark) {
        if (code == -12) {
            throw failure(FailureKind.MEDIA_LIMIT, path, "more streams or memory than allowed")
                    .asException();
        }
        if (code < 0) {
            String said = LogCapture.since(mark).stream().findFirst().orElse("");
            String detail = Natives.errorText(code) + (said.isEmpty() ? "" : ": " + said);
            throw failure(FailureKind.MEDIA_BROKEN, path, detail).asException();
        }
    }

    /// A failure of `kind` with the facts `file` and, where there is any, `detail`.
    static Failure failure(FailureKind kind, Path path, String detail) {
        Failure failure = Failure.of(kind, "file", path.toString());
        return detail.isEmpty() ? failure : failure.with("detail", detail);
    }

    Path path() {
        return path;
    }

    /// The demuxer's name, such as `matroska,webm`.
    String container() {
        return container;
    }

    AVFormatContext context() {
        requireOpen();
        return context;
    }

    int streamCount() {
        return context().nb_streams();
    }

    AVStream stream(int index) {
        return context().streams(index);
    }

    List<AVStream> streams() {
        return java.util.stream.IntStream.range(0, streamCount()).mapToObj(this::stream).toList();
    }

    long sizeBytes() {
        requireOpen();
        return Math.max(0, avformat.avio_size(file));
    }

    /// Leaves packets of all other streams out of [#read()].
    void keepOnly(Set<Integer> streamIndices) {
        for (AVStream stream : streams()) {
            stream.discard(
                    streamIndices.contains(stream.index())
                            ? avcodec.AVDISCARD_DEFAULT
                            : avcodec.AVDISCARD_ALL);
        }
    }

    /// The next packet of any stream that is kept, or null at the end. It is valid until the next
    /// call; damage between packets is passed over by the demuxer.
    @Nullable AVPacket read() {
        requireOpen();
        av_packet_unref(packet);
        int code;
        do {
            code = av_read_frame(context, packet);
        } while (Natives.wantsMore(code));
        return code < 0 ? null : packet;
    }

    /// Moves to the key packet of `stream` at or before `ticks`, as well as the demuxer can: what
    /// is read next may start later, or with a packet that is no key.
    ///
    /// @return whether it could seek at all
    boolean seek(AVStream stream, long ticks) {
        requireOpen();
        return av_seek_frame(context, stream.index(), ticks, AVSEEK_FLAG_BACKWARD) >= 0;
    }

    /// The stream's metadata tag `name`, if it has one.
    static Optional<String> tag(AVStream stream, String name) {
        return entry(stream.metadata(), name);
    }

    /// The major brand of a file of the MP4 family, if it has one.
    Optional<String> brand() {
        return entry(context().metadata(), "major_brand").map(String::strip);
    }

    private static Optional<String> entry(AVDictionary metadata, String name) {
        AVDictionaryEntry entry = av_dict_get(metadata, name, null, 0);
        return entry == null || entry.isNull()
                ? Optional.empty()
                : Optional.of(entry.value().getString());
    }

    static Rational timeBase(AVStream stream) {
        return new Rational(stream.time_base().num(), stream.time_base().den());
    }

    /// Whether a timestamp is one.
    static boolean known(long ticks) {
        return ticks != AV_NOPTS_VALUE;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            av_packet_free(packet);
            avformat_close_input(context);
            avio_closep(file);
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the input " + path + " is closed");
        }
    }
}
