package com.autoclipr.worker;

import com.autoclipr.composition.AudioLayer;
import com.autoclipr.composition.ImageLayer;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.VideoLayer;
import java.util.HashMap;
import java.util.Map;

/// Tells the controller which layer is about to be worked on, so that it knows when the process
/// dies of it. One message for each change; for one thread.
final class ToldSteps {
    private final Replies replies;
    private final Map<String, Message.Step> steps = new HashMap<>();
    private Message.Step last = Message.Step.NONE;

    ToldSteps(Project project, Replies replies) {
        this.replies = replies;
        for (Layer layer : project.layers()) {
            steps.put(layer.pointer(), new Message.Step(layer.pointer(), sourceOf(layer)));
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

    private static String sourceOf(Layer layer) {
        return switch (layer) {
            case VideoLayer video -> video.src();
            case ImageLayer image -> image.src();
            case AudioLayer audio -> audio.src();
            case TextLayer _, ShapeLayer _ -> "";
        };
    }
}
