package com.autoclipr.composition;

import com.autoclipr.composition.effect.Effect;
import com.autoclipr.composition.effect.Effects;
import com.autoclipr.composition.json.SourceReference;
import com.autoclipr.composition.type.FileType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Group;
import com.autoclipr.composition.type.Property.Role;
import com.autoclipr.composition.type.TextType;
import com.autoclipr.composition.type.TimeType;
import com.autoclipr.time.Rational;
import java.util.List;
import java.util.function.Function;

/// Properties that several kinds of layers declare.
final class LayerProperties {
    private static final String KIND = "The kind of layer.";

    private LayerProperties() {}

    /// Its name; without one in the file, it is made from the layer's index.
    static <L extends Layer> Property<L, String> id() {
        return Property.<L, String>of("id", TextType.NAME, Layer::id)
                .orElse("`layer-` and its index", v -> defaultId(v.pointer()))
                .says(
                        "Its name in reports and events; no two layers share one. Changes nothing"
                                + " in the picture.")
                .role(Role.NAME)
                .checked(
                        (id, json, reading) -> {
                            reading.diagnostics().layerId(json.location(), id);
                            return true;
                        });
    }

    static String defaultId(String pointer) {
        return "layer-" + pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /// @param says description
    static <L extends Layer> Property<L, String> src(Function<L, String> of, String says) {
        return Property.required("src", new FileType(SourceReference.Kind.MEDIA), of)
                .says(says)
                .role(Role.SOURCE)
                .in(Group.SOURCE);
    }

    static <L extends Layer> Property<L, Rational> trim(Function<L, Rational> of) {
        return Property.of("trim", TimeType.FROM_ZERO, of)
                .or(0)
                .says("Time of the source that is at the layer's start.")
                .role(Role.SOURCE_TIME)
                .in(Group.TIME);
    }

    static <L extends VisualLayer> Property<L, List<Effect>> effects() {
        return Property.<L, List<Effect>>of("effects", Effects.LIST, VisualLayer::effects)
                .or(List.of())
                .says("Applied to its pixels, first to last.")
                .in(Group.EFFECTS);
    }

    /// Begins the declaration of a kind of layer.
    ///
    /// @param type the constant by which it is known
    static <L extends Layer> ObjectType.Builder<L> define(
            String type, String title, String description) {
        return ObjectType.<L>define(type + "Layer", title, description)
                .constant("type", type, KIND);
    }

    /// Begins the declaration of a shape.
    ///
    /// @param shape the constant by which it is known
    static ObjectType.Builder<ShapeLayer> defineShape(
            String shape, String title, String description) {
        return ObjectType.<ShapeLayer>define(shape + "Layer", title, description)
                .constant("type", "shape", KIND)
                .constant("shape", shape, "The shape.");
    }
}
