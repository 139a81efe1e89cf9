package com.autoclipr.libav.output;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.Muxer;
import com.autoclipr.media.MuxerTracks;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.encoded.EncodedAudio;
import com.autoclipr.media.encoded.EncodedPacket;
import com.autoclipr.media.encoded.EncodedVideo;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/// [Muxer] with libavformat's `mp4`. Owns the format context, the open file and one native packet.
///
/// Every timestamp is computed from a frame or sample index. The index (`moov`) is written into
/// reserved space at the front, whose size is computed from the packet counts; the rest becomes a
/// `free` box. Audio precedes the video of its chunk. Edit lists skip the reorder delay and the
/// encoder priming, so both tracks start at zero.
public final class Mp4Muxer implements Muxer {
    /// Boxes of fixed size: headers, sample descriptions, edit lists.
    private static final long FIXED_INDEX_BYTES = 8192;

    /// stsz 4, ctts 8, stss 4, co64 8, stsc 12.
    private static final long INDEX_BYTES_PER_FRAME = 36;

    /// stsz 4, co64 8, stsc 12; stts and the roll groups have a few entries for all.
    private static final long INDEX_BYTES_PER_SOUND_PACKET = 24;

    private static final int EIO = 5;
    private static final int EROFS = 30;
    private static final int EFBIG = 27;
    private static final int EDQUOT = 122;

    private final Path file;
    private final MuxerTracks tracks;
    private final Mp4Clock clock;
    private final AVFormatContext context;
    private final AVPacket packet;
    private final List<EncodedPacket> soundPackets;
    private int soundWritten;
    private long framesWritten;
    private long nextDecodingIndex = Long.MIN_VALUE;
    private boolean open = true;

    private Mp4Muxer(Path file, MuxerTracks tracks, Mp4Clock clock, AVFormatContext context) {
        this.file = file;
        this.tracks = tracks;
        this.clock = clock;
        this.context = context;
        this.packet = avcodec.av_packet_alloc();
        this.soundPackets = tracks.audio().map(EncodedAudio::packets).orElse(List.of());
    }

    public static Mp4Muxer open(Path file, MuxerTracks tracks) {
        Mp4Clock clock = Mp4Clock.of(tracks.encoding().frameRate());
        AVFormatContext context = new AVFormatContext(null);
        check(
                avformat_alloc_output_context2(context, (AVOutputFormat) null, "mp4", null),
                FailureKind.ENCODING_FAILED,
                file);
        Mp4Muxer muxer = new Mp4Muxer(file, tracks, clock, context);
        try {
            muxer.writeHeader();
            return muxer;
        } catch (FailureException e) {
            muxer.close();
            throw e;
        }
    }

    private void writeHeader() {
        context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        context.avoid_negative_ts(AVFormatContext.AVFMT_AVOID_NEG_TS_DISABLED);
        addVideoTrack();
        tracks.audio().ifPresent(this::addSoundTrack);
        AVIOContext io = new AVIOContext(null);
        check(
                avio_open(io, "file:" + file.toAbsolutePath(), avformat.AVIO_FLAG_WRITE),
                FailureKind.NOT_WRITABLE,
                file);
        context.pb(io);
        long indexBytes =
                FIXED_INDEX_BYTES
                        + tracks.videoHeader().length
                        + tracks.frames() * INDEX_BYTES_PER_FRAME
                        + soundPackets.size() * INDEX_BYTES_PER_SOUND_PACKET;
        AVDictionary options = new AVDictionary(null);
        try {
            set(options, "moov_size", indexBytes);
            set(options, "video_track_timescale", clock.videoTicksPerSecond());
            set(options, "movie_timescale", clock.movieTicksPerSecond());
            check(avformat_write_header(context, options));
            if (avutil.av_dict_count(options) != 0) {
                throw refused("this build's mp4 muxer does not know an option");
            }
        } finally {
            avutil.av_dict_free(options);
        }
    }

    private void addVideoTrack() {
        VideoEncoding encoding = tracks.encoding();
        AVStream stream = avformat_new_stream(context, null);
        stream.time_base(avutil.av_make_q(1, clock.videoTicksPerSecond()));
        var fps = encoding.frameRate().framesPerSecond();
        stream.avg_frame_rate(
                avutil.av_make_q((int) fps.numerator(), Math.toIntExact(fps.denominator())));
        stream.sample_aspect_ratio(avutil.av_make_q(1, 1));
        AVCodecParameters parameters = stream.codecpar();
        parameters.codec_type(avutil.AVMEDIA_TYPE_VIDEO);
        parameters.codec_id(AV_CODEC_ID_H264);
        parameters.width(encoding.width());
        parameters.height(encoding.height());
        parameters.format(avutil.AV_PIX_FMT_YUV420P);
        parameters.sample_aspect_ratio(avutil.av_make_q(1, 1));
        parameters.color_primaries(avutil.AVCOL_PRI_BT709);
        parameters.color_trc(avutil.AVCOL_TRC_BT709);
        parameters.color_space(avutil.AVCOL_SPC_BT709);
        parameters.color_range(avutil.AVCOL_RANGE_MPEG);
        parameters.chroma_location(avutil.AVCHROMA_LOC_LEFT);
        Extradata.set(parameters, tracks.videoHeader());
    }

    private void addSoundTrack(EncodedAudio sound) {
        AVStream stream = avformat_new_stream(context, null);
        stream.time_base(avutil.av_make_q(1, AudioSource.SAMPLE_RATE_HZ));
        AVCodecParameters parameters = stream.codecpar();
        parameters.codec_type(avutil.AVMEDIA_TYPE_AUDIO);
        parameters.codec_id(AV_CODEC_ID_AAC);
        parameters.sample_rate(AudioSource.SAMPLE_RATE_HZ);
        parameters.format(avutil.AV_SAMPLE_FMT_FLTP);
        avutil.av_channel_layout_default(parameters.ch_layout(), 2);
        parameters.bit_rate(sound.bitrateBps());
        parameters.frame_size(sound.packets().isEmpty() ? 0 : longestPacket(sound));
        parameters.initial_padding(sound.primingSamples());
        Extradata.set(parameters, sound.header());
    }

    private static int longestPacket(EncodedAudio sound) {
        return sound.packets().stream().mapToInt(EncodedPacket::duration).max().orElse(0);
    }

    private void set(AVDictionary options, String name, long value) {
        check(avutil.av_dict_set(options, name, Long.toString(value), 0));
    }

    @Override
    public void write(EncodedVideo chunk, long firstFrame) {
        checkOpen();
        checkChunk(chunk, firstFrame);
        long end = firstFrame + chunk.packets().size();
        writeSoundUntil(
                tracks.encoding().frameRate().sampleOfFrame(end, AudioSource.SAMPLE_RATE_HZ));
        for (EncodedPacket coded : chunk.packets()) {
            long decodingIndex = firstFrame + coded.decodingIndex();
            long presentationIndex = firstFrame + coded.presentationIndex();
            if (nextDecodingIndex != Long.MIN_VALUE && decodingIndex != nextDecodingIndex) {
                throw refused(
                        "a packet is decoded at frame %d instead of %d"
                                .formatted(decodingIndex, nextDecodingIndex));
            }
            nextDecodingIndex = decodingIndex + 1;
            write(
                    0,
                    coded,
                    presentationIndex * clock.ticksPerFrame(),
                    decodingIndex * clock.ticksPerFrame(),
                    clock.ticksPerFrame());
        }
        framesWritten = end;
    }

    private void checkChunk(EncodedVideo chunk, long firstFrame) {
        if (firstFrame != framesWritten) {
            throw refused(
                    "a chunk starts at frame %d instead of %d"
                            .formatted(firstFrame, framesWritten));
        }
        if (chunk.packets().isEmpty() || !chunk.packets().getFirst().keyFrame()) {
            throw refused("the chunk at frame " + firstFrame + " starts with no key frame");
        }
        if (!Arrays.equals(chunk.header(), tracks.videoHeader())) {
            throw refused("the chunk at frame " + firstFrame + " has parameter sets of its own");
        }
    }

    private void writeSoundUntil(long endSample) {
        while (soundWritten < soundPackets.size()
                && soundPackets.get(soundWritten).presentationIndex() < endSample) {
            EncodedPacket coded = soundPackets.get(soundWritten++);
            write(1, coded, coded.presentationIndex(), coded.decodingIndex(), coded.duration());
        }
    }

    private void write(
            int stream, EncodedPacket coded, long presentation, long decoding, long duration) {
        check(avcodec.av_new_packet(packet, coded.data().length));
        packet.data().capacity(coded.data().length).asByteBuffer().put(coded.data());
        packet.stream_index(stream);
        packet.pts(presentation);
        packet.dts(decoding);
        packet.duration(duration);
        packet.flags(coded.keyFrame() ? AV_PKT_FLAG_KEY : 0);
        int code = av_write_frame(context, packet);
        avcodec.av_packet_unref(packet);
        check(code);
    }

    @Override
    public void finish() {
        checkOpen();
        if (framesWritten != tracks.frames()) {
            throw refused(
                    "%d frames were written, %d announced"
                            .formatted(framesWritten, tracks.frames()));
        }
        writeSoundUntil(Long.MAX_VALUE);
        check(av_write_trailer(context));
        check(closeFile());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new FailureException(
                    Failure.of(FailureKind.NOT_WRITABLE)
                            .with(Fact.PATH, file.toString())
                            .with(Fact.DETAIL, String.valueOf(e.getMessage())),
                    e);
        }
        close();
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            avcodec.av_packet_free(packet);
            // A failure here is irrelevant: either finish() closed the file, or it is abandoned.
            int _ = closeFile();
            avformat.avformat_free_context(context);
        }
    }

    private int closeFile() {
        AVIOContext io = context.pb();
        if (io == null || io.isNull()) {
            return 0;
        }
        context.pb(new AVIOContext(null));
        return avio_closep(io);
    }

    private void checkOpen() {
        if (!open) {
            throw new IllegalStateException("the muxer was closed");
        }
    }

    private void check(int code) {
        check(code, kindOf(code), file);
    }

    private static void check(int code, FailureKind kind, Path file) {
        Natives.check(code, kind, Fact.PATH, file.toString());
    }

    /// Failure kinds of write errors that [Natives] does not map generally.
    static FailureKind kindOf(int code) {
        return switch (-code) {
            case EDQUOT -> FailureKind.DISK_FULL;
            case EIO, EROFS, EFBIG -> FailureKind.NOT_WRITABLE;
            default -> FailureKind.ENCODING_FAILED;
        };
    }

    private FailureException refused(String detail) {
        return Failure.of(FailureKind.ENCODING_FAILED)
                .with(Fact.PATH, file.toString())
                .with(Fact.DETAIL, detail)
                .asException();
    }
}
