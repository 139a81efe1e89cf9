package com.autoclipr.composition;

import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Role;
import com.autoclipr.composition.type.Rewrite;
import com.autoclipr.composition.type.Type;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Gives another id to a layer whose default id the file gives to another layer.
final class UniqueIds {
    private UniqueIds() {}

    static List<Layer> of(List<Layer> layers, Type<Layer> type) {
        Set<String> ids = new HashSet<>();
        layers.forEach(layer -> ids.add(layer.id()));
        if (ids.size() == layers.size()) {
            return layers;
        }
        Set<String> given = new HashSet<>();
        for (Layer layer : layers) {
            if (!hasDefault(layer)) {
                given.add(layer.id());
            }
        }
        return layers.stream()
                .map(
                        layer ->
                                hasDefault(layer) && given.contains(layer.id())
                                        ? type.rewritten(
                                                layer,
                                                new Renaming(layer.pointer(), free(layer, ids)))
                                        : layer)
                .toList();
    }

    private static boolean hasDefault(Layer layer) {
        return layer.id().equals(LayerProperties.defaultId(layer.pointer()));
    }

    private static String free(Layer layer, Set<String> ids) {
        int number = 2;
        while (!ids.add(layer.id() + "-" + number)) {
            number++;
        }
        return layer.id() + "-" + number;
    }

    private record Renaming(String pointer, String id) implements Rewrite {
        @Override
        @SuppressWarnings("unchecked") // ids are texts
        public <T> T property(Property<?, T> property, T value) {
            return property.role() == Role.NAME ? (T) id : value;
        }

        @Override
        public <T> Animated<T> animated(Animated<T> value, Interpolation<T> interpolation) {
            return value;
        }
    }
}
