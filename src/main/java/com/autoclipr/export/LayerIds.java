package com.autoclipr.export;

import com.autoclipr.composition.Project;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import java.util.HashMap;
import java.util.Map;

/// Adds a layer's id to everything that names the layer by its JSON pointer.
final class LayerIds {
    /// Before the project is known.
    static final LayerIds NONE = new LayerIds(Map.of());

    private final Map<String, String> byPointer;

    private LayerIds(Map<String, String> byPointer) {
        this.byPointer = byPointer;
    }

    static LayerIds of(Project project) {
        Map<String, String> ids = new HashMap<>();
        project.layers().forEach(layer -> ids.put(layer.pointer(), layer.id()));
        return new LayerIds(ids);
    }

    Decision in(Decision decision) {
        String id = byPointer.get(decision.facts().getOrDefault(Fact.LAYER, ""));
        return id == null ? decision : decision.with(Fact.LAYER_ID, id);
    }

    Failure in(Failure failure) {
        String id = byPointer.get(failure.fact(Fact.LAYER));
        return id == null ? failure : failure.with(Fact.LAYER_ID, id);
    }

    ExportEvent in(ExportEvent event) {
        return switch (event) {
            case ExportEvent.Decided(Decision decision) -> new ExportEvent.Decided(in(decision));
            case ExportEvent.Failed failed ->
                    new ExportEvent.Failed(in(failed.failure()), failed.problems());
            case ExportEvent.Retried retried ->
                    new ExportEvent.Retried(
                            retried.index(), retried.attempt(), in(retried.failure()));
            case ExportEvent.Requested _,
                    ExportEvent.StateChanged _,
                    ExportEvent.Planned _,
                    ExportEvent.FramesDone _,
                    ExportEvent.ChunkDone _,
                    ExportEvent.AudioDone _,
                    ExportEvent.Used _,
                    ExportEvent.Finished _ ->
                    event;
        };
    }
}
