package com.autoclipr.libav.handles;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.FileFailures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;

/// Loads FFmpeg's libraries once per process and turns its error codes into failures.
///
/// The libraries are unpacked into JavaCPP's cache, which the system property
/// `org.bytedeco.javacpp.cachedir` moves. What FFmpeg would print goes to [LogCapture]; nothing
/// reaches the standard streams.
public final class Natives {
    private static final AtomicBoolean LOADED = new AtomicBoolean();
    private static final Pattern MISSING_LIBRARY = Pattern.compile("(lib[\\w.+-]+\\.so[\\w.]*): ");

    /// JavaCPP's own property: where it unpacks to.
    private static final String UNPACKED_TO = "org.bytedeco.javacpp.cachedir";

    private static final long MOST_UNPACKED_BYTES = 128L << 20;

    private Natives() {}

    /// Does nothing after the first call that succeeded.
    ///
    /// @throws FailureException LIBRARY_MISSING with the fact `library`
    public static synchronized void load() {
        if (LOADED.get()) {
            return;
        }
        // Handles are owned and closed here, so JavaCPP need not watch the process' memory: by
        // default it throws OutOfMemoryError once the process is larger than four times the heap.
        setUnlessSet("org.bytedeco.javacpp.maxBytes", "0");
        setUnlessSet("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        try {
            Loader.load(avutil.class);
            Loader.load(swresample.class);
            Loader.load(swscale.class);
            Loader.load(avcodec.class);
            Loader.load(avformat.class);
            Loader.load(avfilter.class);
        } catch (LinkageError e) {
            throw new FailureException(whyUnlinked(e), e);
        }
        avutil.av_max_alloc(MediaLimits.MAX_BLOCK_BYTES);
        LogCapture.install();
        LOADED.set(true);
    }

    /// Returns `code` if it is no error.
    ///
    /// @throws FailureException of `kind`, with FFmpeg's words as `detail` and the facts given
    ///   (name, value, …)
    public static int check(int code, FailureKind kind, String... namesAndValues) {
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

    /// Whether `code` says that more input is needed before there is more output.
    public static boolean wantsMore(int code) {
        return code == -11 || code == -35; // EAGAIN on Linux and Windows; on macOS
    }

    public static String errorText(int code) {
        byte[] text = new byte[avutil.AV_ERROR_MAX_STRING_SIZE];
        avutil.av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null
                && System.getProperty(property.toLowerCase(java.util.Locale.ROOT)) == null) {
            System.setProperty(property, value);
        }
    }

    /// JavaCPP unpacks the libraries before it links them, and says of a disk that is full, or of a
    /// process that may open no more files, only that there is no such library.
    private static Failure whyUnlinked(LinkageError error) {
        String folder = System.getProperty(UNPACKED_TO);
        if (folder != null && usableBytes(Path.of(folder)) < MOST_UNPACKED_BYTES) {
            return Failure.of(FailureKind.DISK_FULL, "path", folder, "detail", error.toString());
        }
        return FileFailures.isTooManyFiles(error)
                ? Failure.of(FailureKind.TOO_MANY_OPEN_FILES, "detail", error.toString())
                : libraryMissing(error);
    }

    private static long usableBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE; // then it is not space that is missing
        }
    }

    /// The dynamic linker's own words are in the innermost error, and name the library last: the
    /// first one named is that which needed it.
    static Failure libraryMissing(LinkageError error) {
        Throwable innermost = error;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String detail = String.valueOf(innermost.getMessage());
        Failure failure = Failure.of(FailureKind.LIBRARY_MISSING, "detail", detail);
        Matcher matcher = MISSING_LIBRARY.matcher(detail);
        while (matcher.find()) {
            failure = failure.with("library", matcher.group(1));
        }
        return failure;
    }
}
