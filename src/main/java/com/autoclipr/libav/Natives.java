package com.autoclipr.libav;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.javacpp.Loader;

/// Loads FFmpeg's libraries once per process and turns its error codes into failures.
final class Natives {
    private static final AtomicBoolean LOADED = new AtomicBoolean();

    private Natives() {}

    /// Does nothing after the first call.
    static void load() {
        if (!LOADED.compareAndSet(false, true)) {
            return;
        }
        try {
            Loader.load(avutil.class);
            Loader.load(swresample.class);
            Loader.load(avcodec.class);
            Loader.load(avformat.class);
        } catch (UnsatisfiedLinkError e) {
            throw new FailureException(
                    Failure.of(
                            FailureKind.LIBRARY_MISSING, "detail", String.valueOf(e.getMessage())),
                    e);
        }
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    }

    /// Returns `code` if it is no error.
    ///
    /// @throws FailureException of `kind`, with FFmpeg's words as `detail` and the facts given
    ///   (name, value, …)
    static int check(int code, FailureKind kind, String... namesAndValues) {
        if (code >= 0) {
            return code;
        }
        FailureKind actual =
                switch (-code) {
                    case 12 -> FailureKind.OUT_OF_MEMORY; // ENOMEM
                    case 28 -> FailureKind.DISK_FULL; // ENOSPC
                    default -> kind;
                };
        throw Failure.of(actual, namesAndValues).with("detail", errorText(code)).asException();
    }

    static String errorText(int code) {
        byte[] text = new byte[avutil.AV_ERROR_MAX_STRING_SIZE];
        avutil.av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, java.nio.charset.StandardCharsets.UTF_8);
    }
}
