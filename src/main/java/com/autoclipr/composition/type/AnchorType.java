package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Reading;
import com.autoclipr.composition.value.Anchor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A point of a layer's box: the name of a place in it, or `{x, y}`.
public record AnchorType() implements Type<Anchor> {
    /// In the schema.
    public static final Definition DEFINITION =
            Definition.of("anchor", "Anchor", "A point of the box by its name or location.");

    public static final ChoiceType<Anchor> NAMES = new ChoiceType<>(names());

    private static final Property<Anchor, PartsType.Parts> X =
            Property.required(
                            "x",
                            new PartsType(),
                            (Anchor anchor) -> PartsType.Parts.of(anchor.partX(), anchor.pixelsX()))
                    .says("To the right of the box's left edge.")
                    .unit("px, % of the box's width");
    private static final Property<Anchor, PartsType.Parts> Y =
            Property.required(
                            "y",
                            new PartsType(),
                            (Anchor anchor) -> PartsType.Parts.of(anchor.partY(), anchor.pixelsY()))
                    .says("Down from the box's top edge.")
                    .unit("px, % of the box's height");

    public static final ObjectType<Anchor> POINT =
            ObjectType.<Anchor>define("anchorPoint", "Point of a box", "A point of a layer's box.")
                    .with(X)
                    .with(Y)
                    .makes(
                            values -> {
                                PartsType.Parts x = values.get(X);
                                PartsType.Parts y = values.get(Y);
                                return new Anchor(
                                        x.partAsDouble(),
                                        x.pixelsAsDouble(),
                                        y.partAsDouble(),
                                        y.pixelsAsDouble());
                            });

    private static Map<String, Anchor> names() {
        Map<String, Anchor> names = new LinkedHashMap<>();
        names.put("center", Anchor.CENTRE);
        names.put("top-left", part(0, 0));
        names.put("top", part(0.5, 0));
        names.put("top-right", part(1, 0));
        names.put("left", part(0, 0.5));
        names.put("right", part(1, 0.5));
        names.put("bottom-left", part(0, 1));
        names.put("bottom", part(0.5, 1));
        names.put("bottom-right", part(1, 1));
        return names;
    }

    private static Anchor part(double x, double y) {
        return new Anchor(x, 0, y, 0);
    }

    @Override
    public Optional<Anchor> read(Json json, Reading reading) {
        return switch (json) {
            case Json.Fields _ -> POINT.read(json, reading);
            case Json.Text _ -> NAMES.read(json, reading);
            case Json.Items _, Json.Decimal _, Json.Flag _, Json.Null _, Json.Refused _ -> {
                reading.wrongType(json, "anchor");
                yield Optional.empty();
            }
        };
    }

    @Override
    public void write(Anchor value, JsonText json) {
        POINT.write(value, json);
    }

    @Override
    public boolean isWrittenAsObject() {
        return true;
    }
}
