package com.autoclipr.libav;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/// What FFmpeg's libraries complained of, instead of its being printed: the last lines at level
/// error or worse, of the whole process. Safe for use by several threads.
final class LogCapture extends LogCallback {
    private static final int KEPT_LINES = 64;
    private static final int KEPT_CHARACTERS = 400;
    // One per process because the library has one log; it must outlive every native thread.
    private static final LogCapture INSTANCE = new LogCapture();

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
        // Not the platform's charset, and not strict: names inside media are arbitrary bytes.
        String line = new String(message.getStringBytes(), StandardCharsets.UTF_8).strip();
        if (!line.isEmpty()) {
            add(line.substring(0, Math.min(line.length(), KEPT_CHARACTERS)));
        }
    }

    private synchronized void add(String line) {
        count++;
        lines.addLast(line);
        if (lines.size() > KEPT_LINES) {
            lines.removeFirst();
        }
    }

    /// How many lines there were so far: a mark for [#since(long)].
    static long mark() {
        synchronized (INSTANCE) {
            return INSTANCE.count;
        }
    }

    /// The lines since `mark`, as far as they are kept.
    static List<String> since(long mark) {
        synchronized (INSTANCE) {
            List<String> all = new ArrayList<>(INSTANCE.lines);
            long wanted = Math.min(all.size(), INSTANCE.count - mark);
            return List.copyOf(all.subList(all.size() - (int) wanted, all.size()));
        }
    }
}
