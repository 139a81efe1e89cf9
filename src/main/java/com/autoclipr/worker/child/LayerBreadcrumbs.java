package com.autoclipr.worker.child;

import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Project;
import com.autoclipr.worker.protocol.Message;
import java.util.HashMap;
import java.util.Map;

/// Tells the controller which layer is about to be worked on, so that it knows when the process
/// dies of it. One message for each change; for one thread.
final class LayerBreadcrumbs {
    private final ResponseWriter replies;
    private final Map<String, Message.Step> steps = new HashMap<>();
    private Message.Step last = Message.Step.NONE;

    LayerBreadcrumbs(Project project, ResponseWriter replies) {
        this.replies = replies;
        for (Layer layer : project.layers()) {
            steps.put(
                    layer.pointer(), new Message.Step(layer.pointer(), layer.source().orElse("")));
        }
    }

    /// @param pointer of the layer; empty: none any more
    void at(String pointer) {
        Message.Step step = steps.getOrDefault(pointer, Message.Step.NONE);
        if (!step.equals(last)) {
            last = step;
            replies.step(step);
        }
    }
}
