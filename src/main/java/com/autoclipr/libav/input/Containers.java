package com.autoclipr.libav.input;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_ADPCM_IMA_QT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AMR_NB;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_probe_input_buffer2;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.MediaFailures;
import java.nio.file.Path;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.Pointer;

/// The supported containers: those whose demuxers read one file and nothing else. Playlists and
/// manifests (HLS, DASH, concat, SDP, image sequences) are excluded, so a file never makes this
/// program open another.
public final class Containers {
    public static final String MATROSKA = "matroska,webm";

    private static final int PROBE_BYTES = 2_000_000;

    /// Below this probe score FFmpeg is guessing: any text scores 1 as MP3.
    private static final int LEAST_SCORE = 5;

    private static final Set<String> READ =
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
                    "pbm_pipe",
                    "ppm_pipe",
                    "pgm_pipe",
                    "pam_pipe",
                    "qoi_pipe",
                    "ico",
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
                    "tta",
                    "iamf",
                    "mpc",
                    "mpc8",
                    "dsf",
                    "tak");

    /// Containers whose timestamps after a seek are estimated from the bitrate; read from the start
    /// they are exact.
    private static final Set<String> GUESSED_AFTER_SEEK =
            Set.of("mp3", "mpc", "mpc8", "tak", "dsf");

    /// They find a place by the bit rate, which is wrong of samples in blocks.
    private static final Set<String> SOUGHT_BY_RATE = Set.of("wav", "w64", "aiff", "au");

    private Containers() {}

    /// Whether packets have the same timestamps after a seek as when read from the start.
    public static boolean seeksExactly(String container, AVStream stream) {
        if (GUESSED_AFTER_SEEK.contains(container)) {
            return false;
        }
        int codec = stream.codecpar().codec_id();
        boolean blocks = codec >= AV_CODEC_ID_ADPCM_IMA_QT && codec < AV_CODEC_ID_AMR_NB;
        return !blocks || !SOUGHT_BY_RATE.contains(container);
    }

    /// The demuxer that delivers a whole file as one picture. It reads the given open file, and no
    /// other as long as that has no name.
    static AVInputFormat onePicture() {
        return av_find_input_format("image2");
    }

    /// The demuxer for the first bytes of `file`.
    ///
    /// @throws FailureException MEDIA_UNSUPPORTED
    static AVInputFormat of(Path path, AVIOContext file) {
        AVInputFormat format = new AVInputFormat((Pointer) null);
        int score = av_probe_input_buffer2(file, format, (String) null, null, 0, PROBE_BYTES);
        if (score < LEAST_SCORE || format.isNull()) {
            throw MediaFailures.of(FailureKind.MEDIA_UNSUPPORTED, path, "no-container")
                    .asException();
        }
        String name = format.name().getString();
        if (!READ.contains(name)) {
            throw MediaFailures.of(FailureKind.MEDIA_UNSUPPORTED, path, "container")
                    .with(Fact.CONTAINER, name)
                    .asException();
        }
        return format;
    }
}
