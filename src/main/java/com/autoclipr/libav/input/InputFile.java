package com.autoclipr.libav.input;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_CUSTOM_IO;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_READ;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avformat.avio_read;
import static org.bytedeco.ffmpeg.global.avformat.avio_seek;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.WholeReading;
import com.autoclipr.libav.container.HeifBrands;
import com.autoclipr.libav.container.HeifItems;
import com.autoclipr.libav.container.PictureFile;
import com.autoclipr.libav.handles.LogCapture;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.handles.MediaLimits;
import com.autoclipr.libav.handles.Metadata;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.libav.handles.PacketTimes;
import com.autoclipr.libav.handles.ReadBudget;
import com.autoclipr.media.StreamClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// Owns an open demuxer, its file and one packet. Not thread-safe; use after close throws.
///
/// Only a regular file is read, never anything that it refers to: no network, no playlists, no
/// external tracks. The format is determined by the content, not by the name.
public final class InputFile implements AutoCloseable {
    private static final int PROBE_BYTES = 20_000_000;
    private static final int ANALYZE_SECONDS = 10;

    /// A demuxer that keeps returning EAGAIN or empty packets counts as finished.
    private static final int PATIENCE = 10_000;

    /// Packets may have more bytes in total than the file (tables may refer to bytes repeatedly),
    /// but not without limit.
    private static final int MOST_TIMES_FILE = 16;

    private static final long SLACK_BYTES = 256L << 20;

    private final Path path;
    private final String demuxer;
    private final AVFormatContext context;
    private final OpenedFile file;
    private final AVPacket packet;
    private final Map<Integer, Optional<SampleTimes>> sampleTimes = new HashMap<>();
    private long deliveredBytes;
    private int emptyPackets;
    private boolean timesTaken;
    private boolean open = true;
    private boolean primarySought;
    private Optional<PrimaryPicture> primary = Optional.empty();

    private InputFile(OpenedFile file, String demuxer, AVFormatContext context) {
        this.path = file.path;
        this.demuxer = demuxer;
        this.context = context;
        this.file = file;
        this.packet = av_packet_alloc();
    }

    /// The file of the demuxer and its read budget. Owns both.
    private record OpenedFile(
            Path path, AVIOContext io, ReadBudget budget, long bytes, Optional<PictureFile> picture)
            implements AutoCloseable {
        @Override
        public void close() {
            avio_closep(io);
            budget.close();
        }
    }

    /// Opens `path` and reads its headers and as many packets as needed to determine its streams.
    ///
    /// @throws FailureException FILE_MISSING, MEDIA_UNSUPPORTED, MEDIA_CORRUPT or MEDIA_LIMIT, with
    ///   the fact `file`
    public static InputFile open(Path path) {
        return open(path, StreamClock.CONTAINER);
    }

    /// Opens a file of which nothing is known yet. What FFmpeg would never be done with is found
    /// here, once; all that is opened later was opened this way before.
    ///
    /// @throws FailureException as [#open(Path)]
    public static InputFile openUnknown(Path path) {
        return open(path, StreamClock.CONTAINER, true);
    }

    /// Opens `path` for a stream with this clock: on media time if it has edits.
    ///
    /// @throws FailureException as [#open(Path)]
    public static InputFile open(Path path, StreamClock clock) {
        return open(path, clock, false);
    }

    private static InputFile open(Path path, StreamClock clock, boolean unknown) {
        OpenedFile file = openFile(path, Optional.empty());
        byte[] head = head(file);
        Optional<PictureFile> picture =
                PictureFile.mayBe(head) ? PictureFile.of(path) : Optional.empty();
        if (picture.isPresent()) {
            file.close();
            file = openFile(path, picture);
        }
        try {
            AVInputFormat format =
                    picture.isPresent() ? Containers.onePicture() : Containers.of(path, file.io);
            if (unknown) {
                requireEnd(path, format);
            }
            AVFormatContext context = demuxer(file, format, clock.edits().isPresent());
            return new InputFile(file, format.name().getString(), context);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// The first bytes of the file, padded with zeros.
    private static byte[] head(OpenedFile file) {
        byte[] head = new byte[PictureFile.HEAD_BYTES];
        avio_read(file.io, head, head.length);
        avio_seek(file.io, 0, 0);
        return head;
    }

    /// FFmpeg reads HEIF items in every file of the MP4 family, whatever its brand.
    ///
    /// @throws FailureException MEDIA_CORRUPT if it would loop endlessly
    private static void requireEnd(Path path, AVInputFormat format) {
        if (format.name().getString().startsWith("mov,") && HeifItems.endless(path)) {
            throw MediaFailures.of(FailureKind.MEDIA_CORRUPT, path, "tiles").asException();
        }
    }

    private static OpenedFile openFile(Path path, Optional<PictureFile> picture) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            WholeReading.require(path);
            throw MediaFailures.of(FailureKind.FILE_MISSING, path, "").asException();
        }
        long bytes = path.toFile().length();
        if (bytes == 0) {
            throw MediaFailures.of(FailureKind.MEDIA_UNSUPPORTED, path, "empty").asException();
        }
        ReadBudget budget = new ReadBudget(bytes);
        AVIOContext io = new AVIOContext((Pointer) null);
        String address = "file:" + path.toAbsolutePath();
        if (picture.isPresent() && picture.get().end() < bytes) {
            address = "subfile,,start,0,end," + picture.get().end() + ",,:" + address;
        }
        int opened;
        try (AVIOInterruptCB callback = new AVIOInterruptCB()) {
            budget.install(callback);
            opened = avio_open2(io, address, AVIO_FLAG_READ, callback, null);
        }
        if (opened < 0) {
            budget.close();
            throw MediaFailures.of(FailureKind.FILE_MISSING, path, Natives.errorText(opened))
                    .asException();
        }
        budget.watch(io);
        budget.begin();
        return new OpenedFile(path, io, budget, bytes, picture);
    }

    private static AVFormatContext demuxer(
            OpenedFile file, AVInputFormat format, boolean onMediaTime) {
        AVFormatContext context = avformat_alloc_context();
        context.pb(file.io);
        context.flags(context.flags() | AVFMT_FLAG_CUSTOM_IO);
        context.probesize(PROBE_BYTES);
        context.max_analyze_duration((long) ANALYZE_SECONDS * AV_TIME_BASE);
        int mostStreams = MediaLimits.streams(format.name().getString());
        context.max_streams(mostStreams);
        file.picture.ifPresent(picture -> context.video_codec_id(picture.codec()));
        file.budget.install(context.interrupt_callback());
        AVDictionary options = new AVDictionary((Pointer) null);
        av_dict_set(options, "protocol_whitelist", "file", 0);
        // The default of MOV, set explicitly because it is essential for safety.
        av_dict_set(options, "enable_drefs", "0", 0);
        av_dict_set(options, "ignore_editlist", onMediaTime ? "1" : "0", 0);
        av_dict_set(options, "format_whitelist", format.name().getString(), 0);
        long mark = LogCapture.mark();
        int opened = avformat_open_input(context, (String) null, format, options);
        av_dict_free(options);
        requireReadable(opened, file, mostStreams, mark);
        try {
            requireReadable(findStreams(context), file, mostStreams, mark);
            if (context.nb_streams() == 0) {
                throw MediaFailures.of(FailureKind.MEDIA_CORRUPT, file.path, "no-streams")
                        .asException();
            }
            return context;
        } catch (RuntimeException e) {
            avformat_close_input(context);
            throw e;
        }
    }

    /// FFmpeg decodes pictures while probing streams, with the same limits as everywhere.
    private static int findStreams(AVFormatContext context) {
        int count = context.nb_streams();
        try (PointerPointer<AVDictionary> options = new PointerPointer<>(Math.max(1, count))) {
            for (int i = 0; i < count; i++) {
                AVDictionary limits = new AVDictionary((Pointer) null);
                av_dict_set(limits, "max_pixels", Long.toString(MediaLimits.MAX_PIXELS), 0);
                options.put(i, limits);
            }
            int found = avformat_find_stream_info(context, count == 0 ? null : options);
            for (int i = 0; i < count; i++) {
                // libav has replaced the dictionaries by the unused options.
                AVDictionary left = options.get(AVDictionary.class, i);
                if (left != null) {
                    av_dict_free(left);
                }
            }
            return found;
        }
    }

    /// FFmpeg reports out of memory when a file exceeds the limit of streams or bytes.
    ///
    /// @param mark position in the log when reading began; the first line since is the most
    ///   relevant
    private static void requireReadable(int code, OpenedFile file, int mostStreams, long mark) {
        requireProgress(file);
        if (code == -12) {
            boolean streams =
                    LogCapture.since(mark).stream().anyMatch(line -> line.contains("max_streams"));
            long limit = streams ? mostStreams : MediaLimits.MAX_BLOCK_BYTES;
            String what = streams ? "streams" : "allocation-bytes";
            throw MediaLimits.exceeded(file.path, what, limit, "> " + limit);
        }
        if (code < 0) {
            String said = LogCapture.since(mark).stream().findFirst().orElse("");
            String detail = Natives.errorText(code) + (said.isEmpty() ? "" : ": " + said);
            throw MediaFailures.of(FailureKind.MEDIA_CORRUPT, file.path, detail).asException();
        }
    }

    /// @throws FailureException MEDIA_CORRUPT if the demuxer was in a loop
    private static void requireProgress(OpenedFile file) {
        if (file.budget.spent()) {
            throw MediaFailures.of(FailureKind.MEDIA_CORRUPT, file.path, "circular-references")
                    .with(Fact.LIMIT, Long.toString(file.budget.mostBytes()))
                    .asException();
        }
    }

    public Path path() {
        return path;
    }

    /// The name of the demuxer, such as `matroska,webm`; for an image, of its format.
    public String container() {
        return file.picture.map(PictureFile::container).orElse(demuxer);
    }

    /// The properties of an image file.
    public Optional<PictureFile> picture() {
        return file.picture;
    }

    /// The primary image of a HEIF or AVIF that is not an animation.
    ///
    /// @throws FailureException as [PrimaryPicture#of(InputFile)]
    public Optional<PrimaryPicture> primary() {
        if (!primarySought) {
            primary = PrimaryPicture.of(this);
            primarySought = true;
        }
        return primary;
    }

    /// Whether the format is for images, still or animated, rather than video.
    public boolean isImage() {
        String container = container();
        if (container.startsWith("mov,")) {
            return isHeif();
        }
        return container.endsWith("_pipe")
                || container.equals("gif")
                || container.equals("apng")
                || container.equals("ico");
    }

    /// Whether it is HEIF or AVIF: by its brand, or because it contains nothing but items.
    public boolean isHeif() {
        return container().startsWith("mov,")
                && (brand().map(HeifBrands::isHeif).orElse(false)
                        || streams().stream().allMatch(PrimaryPicture::isItem));
    }

    /// Whether it is an animated HEIF or AVIF, even if it contains still images.
    public boolean isSequence() {
        return isHeif() && brand().map(HeifBrands::isSequence).orElse(false);
    }

    public AVFormatContext context() {
        requireOpen();
        return context;
    }

    public int streamCount() {
        return context().nb_streams();
    }

    public AVStream stream(int index) {
        return context().streams(index);
    }

    public List<AVStream> streams() {
        return java.util.stream.IntStream.range(0, streamCount()).mapToObj(this::stream).toList();
    }

    public long sizeBytes() {
        requireOpen();
        return Math.max(0, avformat.avio_size(file.io));
    }

    /// Discards packets of all other streams in [#read()].
    public void keepOnly(Set<Integer> streamIndices) {
        for (AVStream stream : streams()) {
            stream.discard(
                    streamIndices.contains(stream.index())
                            ? avcodec.AVDISCARD_DEFAULT
                            : avcodec.AVDISCARD_ALL);
        }
    }

    /// The next packet of the selected streams, or null at the end. It is valid until the next
    /// call; the demuxer skips corrupt data between packets.
    ///
    /// @throws FailureException MEDIA_CORRUPT if the demuxer is in a loop
    public @Nullable AVPacket read() {
        do {
            if (!readNext()) {
                return null;
            }
            timesTaken = PacketTimes.keepBelievable(packet, stream(packet.stream_index()));
        } while (!sampleTimes(packet.stream_index()).map(t -> t.correct(packet)).orElse(true));
        return packet;
    }

    /// Whether the last packet had times that nothing can have, and has none now.
    boolean timesTaken() {
        return timesTaken;
    }

    private boolean readNext() {
        requireOpen();
        av_packet_unref(packet);
        file.budget.begin();
        int code;
        int calls = 0;
        do {
            code = av_read_frame(context, packet);
        } while (Natives.wantsMore(code) && ++calls < PATIENCE);
        requireProgress(file);
        if (code < 0) {
            return false;
        }
        deliveredBytes += packet.size();
        emptyPackets = packet.size() == 0 ? emptyPackets + 1 : 0;
        if (emptyPackets > PATIENCE
                || deliveredBytes > MOST_TIMES_FILE * file.bytes + SLACK_BYTES) {
            throw MediaFailures.of(FailureKind.MEDIA_CORRUPT, path, "circular-references")
                    .asException();
        }
        return true;
    }

    /// Corrections of timestamps of a stream whose container counts samples.
    public Optional<SampleTimes> sampleTimes(int streamIndex) {
        return sampleTimes.computeIfAbsent(
                streamIndex, index -> SampleTimes.of(container(), stream(index)));
    }

    /// Seeks to the keyframe of `stream` at or before `ticks`, as precisely as the demuxer can: the
    /// next packet may be later, or not a keyframe.
    ///
    /// @return whether seeking succeeded
    public boolean seek(AVStream stream, long ticks) {
        requireOpen();
        file.budget.begin();
        deliveredBytes = 0;
        sampleTimes.values().forEach(times -> times.ifPresent(SampleTimes::seek));
        int code = av_seek_frame(context, stream.index(), ticks, AVSEEK_FLAG_BACKWARD);
        requireProgress(file);
        return code >= 0;
    }

    /// The major brand of a file of the MP4 family, if it has one.
    Optional<String> brand() {
        return Metadata.entry(context().metadata(), "major_brand").map(String::strip);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            av_packet_free(packet);
            avformat_close_input(context);
            file.close();
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the input " + path + " is closed");
        }
    }
}
