package com.autoclipr.libav.handles;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/// Bounds how much one operation of a demuxer reads before it delivers anything: libav asks before
/// every read whether to go on. Progress is what counts, not time, so that neither a slow disk nor
/// a long film is taken for an attack: no operation needs to read the whole file twice.
///
/// Owns a byte of native memory, whose address tells which budget is asked for.
public final class ReadBudget implements AutoCloseable {
    /// How many times an operation may read as many bytes as the file has.
    private static final int PASSES = 2;

    /// What it may read besides: tables are read again and again in pieces of a buffer.
    private static final long SLACK_BYTES = 64L << 20;

    private final BytePointer tag = new BytePointer(1);
    private final long mostBytes;
    private @Nullable AVIOContext file;
    private long startBytes;
    private volatile boolean spent;

    /// @param fileBytes size of the file when it was opened; what is appended later does not count
    public ReadBudget(long fileBytes) {
        this.mostBytes = PASSES * fileBytes + SLACK_BYTES;
        Asked.INSTANCE.budgets.put(tag.address(), this);
    }

    /// Answers libav. One per process, because JavaCPP has few native entry points for callbacks
    /// and they must outlive every demuxer.
    private static final class Asked extends AVIOInterruptCB.Callback_Pointer {
        private static final Asked INSTANCE = new Asked();

        private final Map<Long, ReadBudget> budgets = new ConcurrentHashMap<>();

        @Override
        public int call(Pointer opaque) {
            ReadBudget budget = opaque == null ? null : budgets.get(opaque.address());
            return budget != null && budget.isSpent() ? 1 : 0;
        }
    }

    /// Makes `callback` ask this budget.
    public void install(AVIOInterruptCB callback) {
        callback.callback(Asked.INSTANCE).opaque(tag);
    }

    /// Says whose bytes are counted.
    public void watch(AVIOContext opened) {
        file = opened;
    }

    /// An operation begins.
    public void begin() {
        startBytes = file == null ? 0 : file.bytes_read();
    }

    private boolean isSpent() {
        if (file != null && file.bytes_read() - startBytes > mostBytes) {
            spent = true;
        }
        return spent;
    }

    /// Whether an operation was broken off.
    public boolean spent() {
        return spent;
    }

    public long mostBytes() {
        return mostBytes;
    }

    @Override
    public void close() {
        Asked.INSTANCE.budgets.remove(tag.address());
        tag.close();
    }
}
