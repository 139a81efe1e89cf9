package com.autoclipr.libav.handles;

import com.autoclipr.failure.Fact;
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

/// Loads FFmpeg's libraries once per process and turns error codes into failures.
///
/// The libraries are unpacked into JavaCPP's cache, whose location is the system property
/// `org.bytedeco.javacpp.cachedir`. FFmpeg's log goes to [LogCapture]; nothing reaches the standard
/// streams.
public final class Natives {
    private static final AtomicBoolean LOADED = new AtomicBoolean();
    private static final Pattern MISSING_LIBRARY = Pattern.compile("(lib[\\w.+-]+\\.so[\\w.]*): ");

    /// JavaCPP's property for its cache.
    private static final String UNPACKED_TO = "org.bytedeco.javacpp.cachedir";

    private static final long MOST_UNPACKED_BYTES = 128L << 20;

    private Natives() {}

    /// Does nothing after the first successful call.
    ///
    /// @throws FailureException LIBRARY_MISSING with the fact `library`
    public static synchronized void load() {
        if (LOADED.get()) {
            return;
        }
        // Handles are owned and closed here, so JavaCPP need not monitor the memory of the process:
        // by default it throws OutOfMemoryError once the process exceeds four times the heap.
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

    /// Returns `code` if it is not an error.
    ///
    /// @throws FailureException of `kind`, with FFmpeg's message as `detail`
    public static int check(int code, FailureKind kind) {
        if (code < 0) {
            throw failure(code, Failure.of(actual(code, kind)));
        }
        return code;
    }

    /// Returns `code` if it is not an error.
    ///
    /// @throws FailureException of `kind`, with the given fact and FFmpeg's message as `detail`
    public static int check(int code, FailureKind kind, Fact fact, String value) {
        if (code < 0) {
            throw failure(code, Failure.of(actual(code, kind)).with(fact, value));
        }
        return code;
    }

    private static FailureException failure(int code, Failure failure) {
        return failure.with(Fact.DETAIL, errorText(code)).asException();
    }

    private static FailureKind actual(int code, FailureKind kind) {
        return switch (-code) {
            case 12 -> FailureKind.OUT_OF_MEMORY; // ENOMEM
            case 28 -> FailureKind.DISK_FULL; // ENOSPC
            default -> kind;
        };
    }

    /// Whether `code` means that more input is needed (EAGAIN).
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

    /// JavaCPP unpacks the libraries before it links them, and reports a full disk, or too many
    /// open files, only as a missing library.
    private static Failure whyUnlinked(LinkageError error) {
        String folder = System.getProperty(UNPACKED_TO);
        if (folder != null && usableBytes(Path.of(folder)) < MOST_UNPACKED_BYTES) {
            return Failure.of(FailureKind.DISK_FULL)
                    .with(Fact.PATH, folder)
                    .with(Fact.DETAIL, error.toString());
        }
        return FileFailures.isTooManyFiles(error)
                ? Failure.of(FailureKind.TOO_MANY_OPEN_FILES).with(Fact.DETAIL, error.toString())
                : libraryMissing(error);
    }

    private static long usableBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE; // then it is not space that is missing
        }
    }

    /// The message of the dynamic linker is in the innermost error and names the missing library
    /// last; the first one named is the one that needs it.
    static Failure libraryMissing(LinkageError error) {
        Throwable innermost = error;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String detail = String.valueOf(innermost.getMessage());
        Failure failure = Failure.of(FailureKind.LIBRARY_MISSING).with(Fact.DETAIL, detail);
        Matcher matcher = MISSING_LIBRARY.matcher(detail);
        while (matcher.find()) {
            failure = failure.with(Fact.LIBRARY, matcher.group(1));
        }
        return failure;
    }
}
