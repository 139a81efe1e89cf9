package com.autoclipr.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.json.JsonTree;
import com.autoclipr.composition.json.Reading;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.ObjectType.Member;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Rewrite;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import java.util.HashMap;
import java.util.Map;

/// Layers for tests: with defaults for everything that a test doesn't care about, so that a new
/// property changes no test.
public final class Layers {
    private Layers() {}

    /// The layer that a project with this entry has at `index`, on a canvas of 1920 × 1080.
    @SuppressWarnings("unchecked") // callers name the kind that the JSON has
    public static <L extends Layer> L of(int index, String json) {
        Reading reading = new Reading();
        Layer layer =
                JsonTree.read(json.getBytes(UTF_8), reading.diagnostics())
                        .flatMap(root -> Project.LAYER.read(root, reading))
                        .filter(_ -> reading.diagnostics().problemCount() == 0)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                reading.diagnostics().problems().toString()));
        Change change = new Change("/layers/" + index, Map.of("id", "layer-" + index));
        return (L) Project.LAYER.rewritten(layer, change);
    }

    /// The same layer with other values of some properties, by their names in the file.
    public static <L extends Layer> L with(L layer, Map<String, ?> values) {
        return changed(layer, values);
    }

    /// The same layer with another value of one property.
    public static <L extends Layer> L with(L layer, String property, Object value) {
        return changed(layer, Map.of(property, value));
    }

    /// The same layer with another part, such as its transform.
    public static <L extends Layer, P> L with(L layer, ObjectType<P> type, P part) {
        Map<String, Object> values = new HashMap<>();
        for (Member<P, ?> member : type.members()) {
            values.put(member.property().name(), member.of().apply(part));
        }
        return changed(layer, values);
    }

    @SuppressWarnings("unchecked") // rewriting keeps the kind of the layer
    private static <L extends Layer> L changed(L layer, Map<String, ?> values) {
        return (L) Project.LAYER.rewritten(layer, new Change(layer.pointer(), values));
    }

    private record Change(String pointer, Map<String, ?> values) implements Rewrite {
        @Override
        @SuppressWarnings("unchecked") // callers give values of the properties' types
        public <T> T property(Property<?, T> property, T value) {
            return values.containsKey(property.name()) ? (T) values.get(property.name()) : value;
        }

        @Override
        public <T> Animated<T> animated(Animated<T> value, Interpolation<T> interpolation) {
            return value;
        }
    }
}
