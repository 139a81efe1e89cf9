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
    private final ProgressPace pace = new ProgressPace();
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
            case ExportEvent.FramesDone frames -> frames(frames.done(), frames.total());
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

    private void frames(long done, long total) {
        if (!rendering) {
            return;
        }
        long nowNs = System.nanoTime();
        pace.update(done, nowNs);
        long step = done * STEPS / total;
        if (step > stepShown) {
            stepShown = step;
            console.err()
                    .println(
                            String.format(
                                    Locale.ROOT,
                                    "  %d/%d  %d %%  %.1f fps",
                                    done,
                                    total,
                                    done * 100 / total,
                                    pace.framesPerSecond(done, nowNs)));
        }
    }

    @Override
    public void close() {
        // nothing to close
    }
}
