package com.autoclipr.cli;

import com.autoclipr.composition.Problem;
import com.autoclipr.export.ExportEvent;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One JSON object a line on standard output for each event, for programs.
final class JsonProgress implements ExportProgress {
    private final PrintStream out;
    private final JsonMapper mapper = JsonMapper.shared();

    JsonProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void accept(ExportEvent event) {
        ObjectNode line = mapper.createObjectNode();
        switch (event) {
            case ExportEvent.StateChanged changed ->
                    line.put("event", "state").put("state", changed.state().token());
            case ExportEvent.Planned planned ->
                    line.put("event", "planned")
                            .put("frames", planned.frames())
                            .put("chunks", planned.chunks())
                            .put("chunksStored", planned.chunksStored())
                            .put("width", planned.width())
                            .put("height", planned.height())
                            .put("fps", planned.fps());
            case ExportEvent.FramesDone frames ->
                    line.put("event", "frames")
                            .put("done", frames.done())
                            .put("total", frames.total());
            case ExportEvent.ChunkDone chunk ->
                    line.put("event", "chunk")
                            .put("index", chunk.index())
                            .put("reused", chunk.reused());
            case ExportEvent.ChunkRetried retried -> {
                line.put("event", "retry")
                        .put("index", retried.index())
                        .put("attempt", retried.attempt());
                putFailure(line, retried.failure());
            }
            case ExportEvent.SoundDone sound ->
                    line.put("event", "sound").put("reused", sound.reused());
            case ExportEvent.Decided decided -> {
                line.put("event", "decision").put("kind", decided.decision().kind().token());
                ObjectNode facts = line.putObject("facts");
                decided.decision().facts().forEach(facts::put);
            }
        }
        print(line);
    }

    /// The last line of an export that did not succeed.
    synchronized void failed(Failure failure) {
        ObjectNode line = mapper.createObjectNode().put("event", "failure");
        putFailure(line, failure);
        print(line);
    }

    /// The only line for a project that is not valid.
    synchronized void invalid(List<Problem> problems, Sentences sentences) {
        ObjectNode line =
                mapper.createObjectNode()
                        .put("event", "failure")
                        .put("kind", FailureKind.PROJECT_INVALID.token());
        ArrayNode all = line.putArray("problems");
        for (Problem problem : problems) {
            all.addObject()
                    .put("pointer", problem.pointer())
                    .put("kind", problem.kind().name())
                    .put("sentence", sentences.of(problem));
        }
        print(line);
    }

    private static void putFailure(ObjectNode line, Failure failure) {
        line.put("kind", failure.kind().token());
        ObjectNode facts = line.putObject("facts");
        failure.facts().forEach(facts::put);
    }

    private void print(ObjectNode line) {
        out.println(mapper.writeValueAsString(line));
    }

    @Override
    public void close() {
        out.flush();
    }
}
