package com.autoclipr.cli.progress;

import com.autoclipr.cli.terminal.Console;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.job.PipelineLoad;
import com.autoclipr.export.job.StampedEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/// One line on a terminal, rewritten in place: stage, bar, frames, and as much about the pipelines
/// as fits.
public final class TerminalProgress implements ExportProgress {
    private static final long INTERVAL_NS = 100_000_000;

    private final Console console;
    private final int columns;
    private final LongSupplier clockNs;
    private ExportState state = ExportState.QUEUED;
    private long done;
    private long total;
    private Optional<PipelineLoad> load = Optional.empty();
    private long shownNs;
    private boolean shown;

    public TerminalProgress(Console console, int columns) {
        this(console, columns, System::nanoTime);
    }

    /// @param clockNs nanoseconds from any moment
    TerminalProgress(Console console, int columns, LongSupplier clockNs) {
        this.console = console;
        this.columns = columns;
        this.clockNs = clockNs;
    }

    @Override
    public synchronized void accept(StampedEvent stamped) {
        long nowNs = clockNs.getAsLong();
        switch (stamped.event()) {
            case ExportEvent.StateChanged changed -> {
                state = changed.state();
                show(nowNs);
            }
            case ExportEvent.Planned planned -> total = planned.frames();
            case ExportEvent.FramesDone frames -> {
                done = frames.done();
                total = frames.total();
                load = frames.pipeline();
                if (nowNs - shownNs >= INTERVAL_NS || done == total) {
                    show(nowNs);
                }
            }
            case ExportEvent.Retried retried -> {
                clear();
                console.tell(retried);
            }
            case ExportEvent.Decided decided when Console.isWarning(decided.decision()) -> {
                clear();
                console.warn(decided.decision());
            }
            case ExportEvent.Requested _,
                    ExportEvent.ChunkDone _,
                    ExportEvent.AudioDone _,
                    ExportEvent.Decided _,
                    ExportEvent.Used _,
                    ExportEvent.Finished _,
                    ExportEvent.Failed _ -> {}
        }
    }

    private void show(long nowNs) {
        shownNs = nowNs;
        if (state.isFinal()) {
            clear();
            return;
        }
        String line = line();
        String cut = line.length() < columns ? line : line.substring(0, Math.max(0, columns - 1));
        console.err().print("\r" + cut + "\u001b[K");
        console.err().flush();
        shown = true;
    }

    private String line() {
        String stage = console.sentences().text("ui.stage." + state.token());
        if (total == 0) {
            return stage;
        }
        double part = (double) done / total;
        int width = Math.clamp(columns - 150, 10, 30);
        int full = (int) Math.floor(part * width);
        StringBuilder line = new StringBuilder(stage);
        line.append(" [").append("█".repeat(full)).append("░".repeat(width - full)).append("] ");
        line.append(String.format(Locale.ROOT, "%3d %%  %d/%d", (int) (part * 100), done, total));
        if (state == ExportState.RENDERING) {
            load.ifPresent(known -> append(line, new PipelineText(known, total - done)));
        }
        return line.toString();
    }

    private void append(StringBuilder line, PipelineText text) {
        for (String piece : text.pieces(console.sentences())) {
            if (line.length() + 2 + piece.length() >= columns) {
                return;
            }
            line.append("  ").append(piece);
        }
    }

    private void clear() {
        if (shown) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            shown = false;
        }
    }

    @Override
    public synchronized void close() {
        clear();
    }
}
