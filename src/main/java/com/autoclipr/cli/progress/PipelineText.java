package com.autoclipr.cli.progress;

import com.autoclipr.export.job.PipelineLoad;
import com.autoclipr.messages.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The load of the pipelines in the user's language, in pieces: the most useful first, so that a
/// narrow terminal leaves out the last ones.
///
/// @param load what is shown
/// @param framesLeft frames of the output that are not done
record PipelineText(PipelineLoad load, long framesLeft) {
    /// Rate, remaining time, bottleneck, then each side of the frame rings.
    List<String> pieces(Sentences words) {
        List<String> pieces = new ArrayList<>();
        pieces.add(words.text("ui.rate", "fps", rate(load.framesPerSecond())));
        if (load.averageFramesPerSecond() > 0) {
            long seconds = Math.round(framesLeft / load.averageFramesPerSecond());
            String time = String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
            pieces.add(words.text("ui.time-left", "time", time));
        }
        load.slowest().ifPresent(kind -> pieces.add(words.text("ui.slowest." + kind.token())));
        if (load.ringSlots() > 0) {
            pieces.add(
                    words.text(
                            "ui.pipeline",
                            "decode",
                            Integer.toString(load.decodePercent()),
                            "draw",
                            Integer.toString(load.drawPercent()),
                            "ring",
                            load.ringFrames() + "/" + load.ringSlots(),
                            "encode",
                            Integer.toString(load.encodePercent())));
        }
        if (load.workersBusy() < load.workers()) {
            pieces.add(
                    words.text(
                            "ui.workers-busy", "busy", load.workersBusy() + "/" + load.workers()));
        }
        if (load.averageFramesPerSecond() > 0) {
            pieces.add(words.text("ui.average-rate", "fps", rate(load.averageFramesPerSecond())));
        }
        return pieces;
    }

    private static String rate(double framesPerSecond) {
        return String.format(Locale.ROOT, "%.1f", framesPerSecond);
    }
}
