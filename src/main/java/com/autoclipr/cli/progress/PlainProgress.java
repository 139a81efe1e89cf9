package com.autoclipr.cli.progress;

import com.autoclipr.cli.terminal.Console;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.job.StampedEvent;
import java.util.Locale;

/// Plain lines for pipes and logs: one per stage, and while rendering one per tenth of the frames.
public final class PlainProgress implements ExportProgress {
    private static final int STEPS = 10;

    private final Console console;
    private boolean rendering;
    private long stepShown;

    public PlainProgress(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void accept(StampedEvent stamped) {
        switch (stamped.event()) {
            case ExportEvent.StateChanged changed -> {
                rendering = changed.state() == ExportState.RENDERING;
                if (!changed.state().isFinal()) {
                    console.err()
                            .println(
                                    console.sentences()
                                            .text("ui.stage." + changed.state().token()));
                }
            }
            case ExportEvent.FramesDone frames -> frames(frames);
            case ExportEvent.Retried retried -> console.tell(retried);
            case ExportEvent.Decided decided when Console.isWarning(decided.decision()) ->
                    console.warn(decided.decision());
            case ExportEvent.Requested _,
                    ExportEvent.Planned _,
                    ExportEvent.ChunkDone _,
                    ExportEvent.AudioDone _,
                    ExportEvent.Decided _,
                    ExportEvent.Used _,
                    ExportEvent.Finished _,
                    ExportEvent.Failed _ -> {}
        }
    }

    private void frames(ExportEvent.FramesDone frames) {
        long done = frames.done();
        long total = frames.total();
        long step = done * STEPS / total;
        if (rendering && step > stepShown) {
            stepShown = step;
            StringBuilder line = new StringBuilder();
            line.append(
                    String.format(Locale.ROOT, "  %d/%d  %d %%", done, total, done * 100 / total));
            frames.pipeline()
                    .map(load -> new PipelineText(load, total - done))
                    .ifPresent(
                            text ->
                                    text.pieces(console.sentences())
                                            .forEach(piece -> line.append("  ").append(piece)));
            console.err().println(line);
        }
    }

    @Override
    public void close() {
        // nothing to close
    }
}
