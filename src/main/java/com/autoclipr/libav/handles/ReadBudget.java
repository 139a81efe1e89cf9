package com.autoclipr.libav.handles;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/// Limits how much a single demuxer operation may read before it delivers anything: libav calls
/// back before every read. The limit is on progress, not on time, so that neither a slow disk nor a
/// long video looks like an attack: no operation needs to read the whole file twice.
///
/// Owns a byte of native memory, whose address identifies the budget.
public final class ReadBudget implements AutoCloseable {
    /// How many times the file size an operation may read.
    private static final int PASSES = 2;

    /// What it may read in addition: tables are read repeatedly in pieces of a buffer.
    private static final long SLACK_BYTES = 64L << 20;

    private final BytePointer tag = new BytePointer(1);
    private final long mostBytes;
    private @Nullable AVIOContext file;
    private long startBytes;
    private volatile boolean spent;

    /// @param fileBytes size of the file when it was opened
    public ReadBudget(long fileBytes) {
        this.mostBytes = PASSES * fileBytes + SLACK_BYTES;
        Asked.INSTANCE.budgets.put(tag.address(), this);
    }

    /// The callback for libav. One per process, because JavaCPP has few native entry points for
    /// callbacks and they must outlive every demuxer.
    private static final class Asked extends AVIOInterruptCB.Callback_Pointer {
        private static final Asked INSTANCE = new Asked();

        private final Map<Long, ReadBudget> budgets = new ConcurrentHashMap<>();

        @Override
        public int call(Pointer opaque) {
            ReadBudget budget = opaque == null ? null : budgets.get(opaque.address());
            return budget != null && budget.isSpent() ? 1 : 0;
        }
    }

    /// Registers this budget with `callback`.
    public void install(AVIOInterruptCB callback) {
        callback.callback(Asked.INSTANCE).opaque(tag);
    }

    /// Sets the reader whose bytes are counted.
    public void watch(AVIOContext opened) {
        file = opened;
    }

    /// Starts an operation.
    public void begin() {
        startBytes = file == null ? 0 : file.bytes_read();
    }

    private boolean isSpent() {
        if (file != null && file.bytes_read() - startBytes > mostBytes) {
            spent = true;
        }
        return spent;
    }

    /// Whether an operation was aborted.
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
