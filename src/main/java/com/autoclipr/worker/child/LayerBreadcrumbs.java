package com.autoclipr.worker.child;

import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Project;
import com.autoclipr.worker.protocol.Message;
import java.util.HashMap;
import java.util.Map;

/// Reports to the controller which layer is being processed, so that it can name the layer if the
/// process crashes. One message per change; not thread-safe.
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

    /// @param pointer of the layer; empty: none
    void at(String pointer) {
        Message.Breadcrumb next = byLayer.getOrDefault(pointer, Message.Breadcrumb.NONE);
        if (!next.equals(last)) {
            last = next;
            responses.breadcrumb(next);
        }
    }
}
