package com.autoclipr.libav.handles;

import com.autoclipr.files.Sha256;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;

/// Identifies the build of FFmpeg and the CPU features by which it selects routines that may round
/// differently.
public final class Fingerprint {
    private Fingerprint() {}

    /// Such as `ffmpeg 8.0.1 60.8.100/62.11.100/… 1f0c… cpu 7ffdb`.
    public static String ofLibraries() {
        return String.join(
                " ",
                "ffmpeg",
                avutil.av_version_info().getString(),
                String.join(
                        "/",
                        version(avutil.avutil_version()),
                        version(avcodec.avcodec_version()),
                        version(avformat.avformat_version()),
                        version(avfilter.avfilter_version()),
                        version(swscale.swscale_version()),
                        version(swresample.swresample_version())),
                Sha256.shortHex(avcodec.avcodec_configuration().getString()),
                "cpu",
                Integer.toHexString(avutil.av_get_cpu_flags()));
    }

    private static String version(int packed) {
        return (packed >> 16) + "." + (packed >> 8 & 0xff) + "." + (packed & 0xff);
    }
}
