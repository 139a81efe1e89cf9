package com.autoclipr.worker.child;

import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Project;
import com.autoclipr.worker.protocol.Message;
import java.util.HashMap;
import java.util.Map;

/// Tells the controller which layer is about to be worked on, so that it knows when the process
/// dies of it. One message for each change; for one thread.
final class LayerBreadcrumbs {
    private final ResponseWriter responses;
    private final Map<String, Message.Breadcrumb> byLayer = new HashMap<>();
    private Message.Breadcrumb last = Message.Breadcrumb.NONE;

    LayerBreadcrumbs(Project project, ResponseWriter responses) {
        this.responses = responses;
        for (Layer layer : project.layers()) {
            byLayer.put(
                    layer.pointer(),
                    new Message.Breadcrumb(layer.pointer(), layer.source().orElse("")));
        }
    }

    /// @param pointer of the layer; empty: none any more
    void at(String pointer) {
        Message.Breadcrumb next = byLayer.getOrDefault(pointer, Message.Breadcrumb.NONE);
        if (!next.equals(last)) {
            last = next;
            responses.breadcrumb(next);
        }
    }
}
