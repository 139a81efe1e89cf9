package com.autoclipr.cli.progress;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.export.job.EventJson;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.StampedEvent;
import com.autoclipr.messages.Sentences;
import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Prints one JSON object per event and line on standard output, for programs; failures, problems
/// and decisions also have a sentence in the user's language.
public final class JsonProgress implements ExportProgress {
    private final PrintStream out;
    private final Sentences sentences;
    private final EventJson json = new EventJson();

    public JsonProgress(PrintStream out, Sentences sentences) {
        this.out = out;
        this.sentences = sentences;
    }

    @Override
    public synchronized void accept(StampedEvent stamped) {
        ObjectNode line = json.tree(stamped);
        switch (stamped.event()) {
            case ExportEvent.Failed failed -> {
                line.put("sentence", sentences.of(failed.failure()));
                addSentences(line.path("problems"), failed.problems());
            }
            case ExportEvent.Retried retried ->
                    line.put("sentence", sentences.of(retried.failure()));
            case ExportEvent.Decided decided ->
                    line.put("sentence", sentences.of(decided.decision()));
            case ExportEvent.Requested _,
                    ExportEvent.StateChanged _,
                    ExportEvent.Planned _,
                    ExportEvent.FramesDone _,
                    ExportEvent.ChunkDone _,
                    ExportEvent.AudioDone _,
                    ExportEvent.Used _,
                    ExportEvent.Finished _ -> {}
        }
        out.println(json.text(line));
    }

    private void addSentences(JsonNode written, List<Problem> problems) {
        for (int i = 0; i < problems.size(); i++) {
            ((ObjectNode) written.path(i)).put("sentence", sentences.of(problems.get(i)));
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
