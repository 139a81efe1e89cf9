package com.autoclipr.libav.handles;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Captures the log of FFmpeg's libraries instead of printing it: the last lines at level error or
/// worse, of the whole process. Thread-safe.
public final class LogCapture extends LogCallback {
    private static final int KEPT_LINES = 64;
    private static final int KEPT_CHARACTERS = 400;

    /// `[mov,mp4 @ 0x7f…]`: the address of libav's context is meaningless to readers.
    private static final Pattern ADDRESS = Pattern.compile(" @ 0x[0-9a-fA-F]+");

    /// libav's message about a picture that is too large.
    private static final Pattern REFUSED_SIZE = Pattern.compile("(?i)picture size (\\d+x\\d+) ");

    // One per process because the library has one log; it must outlive every native thread.
    private static final LogCapture INSTANCE = new LogCapture();

    /// For a file that is corrupt everywhere, more lines add nothing.
    private static final int LOGGED_LINES = 1000;

    private static final Logger LOG = LoggerFactory.getLogger("ffmpeg");

    private final Deque<String> lines = new ArrayDeque<>();
    private long count;

    private LogCapture() {}

    static void install() {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        avutil.setLogCallback(INSTANCE);
    }

    @Override
    public void call(int level, BytePointer message) {
        if (level > avutil.AV_LOG_ERROR || message == null) {
            return;
        }
        // Not the platform's charset, and lenient: names inside media are arbitrary bytes.
        String line = new String(message.getStringBytes(), StandardCharsets.UTF_8).strip();
        if (!line.isEmpty()) {
            String plain = ADDRESS.matcher(line).replaceAll("");
            add(plain.substring(0, Math.min(plain.length(), KEPT_CHARACTERS)));
        }
    }

    private synchronized void add(String line) {
        count++;
        if (count <= LOGGED_LINES) {
            LOG.info("{}", line);
        }
        lines.addLast(line);
        if (lines.size() > KEPT_LINES) {
            lines.removeFirst();
        }
    }

    /// The number of lines so far, as a mark for [#since(long)].
    public static long mark() {
        synchronized (INSTANCE) {
            return INSTANCE.count;
        }
    }

    /// The size of a picture that a decoder refused since `mark`, as `width×height`; only the
    /// decoder knows it.
    public static Optional<String> refusedSizeSince(long mark) {
        return since(mark).stream()
                .map(REFUSED_SIZE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).replace('x', '×'))
                .findFirst();
    }

    /// The lines since `mark`, as far as they are kept.
    public static List<String> since(long mark) {
        synchronized (INSTANCE) {
            List<String> all = new ArrayList<>(INSTANCE.lines);
            long wanted = Math.min(all.size(), INSTANCE.count - mark);
            return List.copyOf(all.subList(all.size() - (int) wanted, all.size()));
        }
    }
}
