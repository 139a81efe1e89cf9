package com.autoclipr.testkit.format;

import com.autoclipr.composition.Project;
import com.autoclipr.composition.type.AnchorType;
import com.autoclipr.composition.type.AnimatedType;
import com.autoclipr.composition.type.AudioTrackType;
import com.autoclipr.composition.type.BitrateType;
import com.autoclipr.composition.type.ChoiceType;
import com.autoclipr.composition.type.ColourType;
import com.autoclipr.composition.type.Definition;
import com.autoclipr.composition.type.EasingType;
import com.autoclipr.composition.type.Fallback;
import com.autoclipr.composition.type.FileType;
import com.autoclipr.composition.type.FrameRateType;
import com.autoclipr.composition.type.LengthType;
import com.autoclipr.composition.type.ListType;
import com.autoclipr.composition.type.NoneOrType;
import com.autoclipr.composition.type.NotationType;
import com.autoclipr.composition.type.NumberType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.ObjectType.Constant;
import com.autoclipr.composition.type.ObjectType.Member;
import com.autoclipr.composition.type.OneOrTwoType;
import com.autoclipr.composition.type.OptionalType;
import com.autoclipr.composition.type.PartsType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.TextType;
import com.autoclipr.composition.type.TimeType;
import com.autoclipr.composition.type.Type;
import com.autoclipr.composition.type.UnionType;
import com.autoclipr.composition.type.WholeType;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of the format.
///
/// Beside what a validator reads, a property has what an editor needs: `unit`, `percentOf` (the
/// side of the canvas to which percentages refer), `animatable`, `control` and `group`.
final class SchemaText {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String SMALLEST =
            """
            {"version": 1, "canvas": {"width": 1920, "height": 1080},
             "cut": {"start": 12.5, "end": 42.5}, "layers": [{"type": "video", "src": "talk.mp4"}]}
            """;

    private final ObjectNode definitions = MAPPER.createObjectNode();

    private SchemaText() {}

    /// The whole schema, with a line end.
    static String write() {
        return new SchemaText().whole().toPrettyString() + "\n";
    }

    private ObjectNode whole() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", "urn:autoclipr:project:1");
        root.setAll(body(Project.TYPE));
        root.putArray("examples").add(MAPPER.readTree(SMALLEST));
        root.set("$defs", definitions);
        return root;
    }

    /// What a value of a property may be.
    ///
    /// @param property its name, after which definitions are named that have no other name
    private JsonNode node(Type<?> type, String property) {
        return switch (type) {
            case NumberType number -> range("number", number.min(), number.max());
            case WholeType whole -> whole(whole);
            case TextType text -> text.isLine() ? name(text) : text(text.maxCharacters());
            case FileType file -> reference(FileType.DEFINITION, () -> line(file.maxCharacters()));
            case ChoiceType<?> choice -> MAPPER.createObjectNode().set("enum", names(choice));
            case ColourType colour ->
                    reference(colour.definition(), () -> Notations.colour(colour));
            case NoneOrType<?> none ->
                    anyOf(
                            MAPPER.createObjectNode().put("const", NoneOrType.NONE),
                            node(none.type(), property));
            case OptionalType<?> optional -> node(optional.type(), property);
            case LengthType length ->
                    reference(length.definition(), () -> Notations.length(length));
            case PartsType _ -> reference(Notations.PART_OF_BOX, Notations::partOfBox);
            case AnchorType _ ->
                    reference(
                            AnchorType.DEFINITION,
                            () ->
                                    anyOf(
                                            node(AnchorType.NAMES, property),
                                            node(AnchorType.POINT, property)));
            case OneOrTwoType two ->
                    reference(
                            two.definition(),
                            () -> anyOf(node(two.x(), property), node(two.both(), property)));
            case TimeType time -> reference(time.definition(), () -> Notations.time(time));
            case FrameRateType _ -> reference(FrameRateType.DEFINITION, Notations::frameRate);
            case NotationType<?> notation -> notation(notation);
            case EasingType _ ->
                    reference(
                            EasingType.DEFINITION,
                            () -> anyOf(node(EasingType.NAMES, property), Notations.cubicBezier()));
            case AudioTrackType _ ->
                    reference(
                            AudioTrackType.DEFINITION,
                            () ->
                                    anyOf(
                                            whole(AudioTrackType.NUMBER),
                                            MAPPER.createObjectNode().put("const", "all"),
                                            Notations.language()));
            case BitrateType _ -> anyOf(whole(BitrateType.NUMBER), Notations.kilobits());
            case AnimatedType<?> animated -> animated(animated, property);
            case ListType<?> list -> list(list, property);
            case ObjectType<?> object -> object(object);
            case UnionType<?> union -> union(union, property);
        };
    }

    private static ObjectNode range(String type, double min, double max) {
        ObjectNode node = MAPPER.createObjectNode().put("type", type);
        Notations.bound(node, "minimum", min);
        Notations.bound(node, "maximum", max);
        return node;
    }

    private static ObjectNode whole(WholeType whole) {
        ObjectNode node = range("integer", whole.min(), whole.max());
        return whole.step() == 1 ? node : node.put("multipleOf", whole.step());
    }

    private static ObjectNode text(int maxCharacters) {
        return MAPPER.createObjectNode().put("type", "string").put("maxLength", maxCharacters);
    }

    private JsonNode name(TextType text) {
        return reference(
                Definition.of("name", "Name", "One line with something in it.", "\"title\""),
                () -> line(text.maxCharacters()));
    }

    private static ObjectNode line(int maxCharacters) {
        return MAPPER.createObjectNode()
                .put("type", "string")
                .put("minLength", 1)
                .put("maxLength", maxCharacters)
                .put("pattern", Notations.LINE);
    }

    private static ArrayNode names(ChoiceType<?> choice) {
        ArrayNode names = MAPPER.createArrayNode();
        choice.names().keySet().forEach(names::add);
        return names;
    }

    private static ObjectNode notation(NotationType<?> notation) {
        ObjectNode node =
                MAPPER.createObjectNode().put("type", "string").put("pattern", notation.pattern());
        notation.examples().forEach(node.putArray("examples")::add);
        return node;
    }

    private ObjectNode list(ListType<?> list, String property) {
        return MAPPER.createObjectNode()
                .put("type", "array")
                .put("maxItems", list.limit())
                .set("items", node(list.entry(), property));
    }

    private JsonNode union(UnionType<?> union, String property) {
        return reference(
                union.definition(),
                () -> {
                    ObjectNode node = MAPPER.createObjectNode();
                    node.putArray("required")
                            .add(union.kinds().getFirst().type().constants().getFirst().name());
                    ArrayNode kinds = node.putArray("oneOf");
                    union.kinds().forEach(kind -> kinds.add(node(kind.type(), property)));
                    return node;
                });
    }

    private JsonNode animated(AnimatedType<?> type, String property) {
        String name =
                switch (type.value()) {
                    case LengthType length -> length.definition().name();
                    case NumberType number -> number.name();
                    default -> property;
                };
        String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return reference(
                Definition.of(
                        "animated" + title,
                        title + ", constant or animated",
                        "A value, or keyframes of values."),
                () -> {
                    ObjectNode keyframes =
                            MAPPER.createObjectNode()
                                    .put("type", "array")
                                    .put("minItems", 1)
                                    .put("maxItems", AnimatedType.MAX_KEYFRAMES)
                                    .put("description", "In increasing time.")
                                    .set("items", body(type.keyframe()));
                    ObjectNode moving =
                            MAPPER.createObjectNode()
                                    .put("title", "Keyframes")
                                    .put("type", "object");
                    moving.putObject("properties").set("keyframes", keyframes);
                    moving.putArray("required").add("keyframes");
                    moving.put("additionalProperties", false);
                    return anyOf(node(type.value(), property), moving);
                });
    }

    private JsonNode object(ObjectType<?> type) {
        return type.definition().name().isEmpty()
                ? body(type)
                : reference(type.definition(), () -> body(type));
    }

    private ObjectNode body(ObjectType<?> type) {
        ObjectNode node =
                MAPPER.createObjectNode()
                        .put("title", type.definition().title())
                        .put("description", type.definition().description())
                        .put("type", "object");
        ObjectNode properties = node.putObject("properties");
        ArrayNode required = MAPPER.createArrayNode();
        for (Constant constant : type.constants()) {
            properties
                    .putObject(constant.name())
                    .put("const", constant.value())
                    .put("description", constant.description());
            required.add(constant.name());
        }
        for (Member<?, ?> member : type.members()) {
            Property<?, ?> property = member.property();
            properties.set(property.name(), property(property));
            if (property.isRequired()) {
                required.add(property.name());
            }
        }
        node.set("required", required);
        node.put("additionalProperties", false);
        if (!type.schemaRules().isEmpty()) {
            node.setAll((ObjectNode) MAPPER.readTree("{" + type.schemaRules() + "}"));
        }
        return node;
    }

    private ObjectNode property(Property<?, ?> property) {
        ObjectNode node = (ObjectNode) node(property.type(), property.name()).deepCopy();
        node.put("description", PropertyText.plain(property.notes().description()));
        if (property.fallback() instanceof Fallback.Literal<?> literal) {
            literal.text().ifPresent(json -> node.set("default", MAPPER.readTree(json)));
        }
        Type<?> type = PropertyText.constant(property.type());
        PropertyText.unitForEditors(property).ifPresent(unit -> node.put("unit", unit));
        if (type instanceof LengthType length) {
            node.put("percentOf", length.axis().name().toLowerCase(Locale.ROOT));
        }
        if (PropertyText.isAnimated(property.type())) {
            node.put("animatable", true);
        }
        node.put("control", PropertyText.control(property));
        node.put("group", property.group().name().toLowerCase(Locale.ROOT));
        return node;
    }

    private static ObjectNode anyOf(JsonNode... choices) {
        ObjectNode node = MAPPER.createObjectNode();
        ArrayNode all = node.putArray("anyOf");
        List.of(choices).forEach(all::add);
        return node;
    }

    /// A reference to a definition, which is made when it is named first.
    private JsonNode reference(Definition definition, Supplier<ObjectNode> body) {
        if (!definitions.has(definition.name())) {
            definitions.putObject(definition.name()); // keeps its place, and ends recursion
            ObjectNode node =
                    MAPPER.createObjectNode()
                            .put("title", definition.title())
                            .put("description", definition.description());
            node.setAll(body.get());
            if (!definition.examples().isEmpty()) {
                ArrayNode examples = node.putArray("examples");
                definition.examples().forEach(json -> examples.add(MAPPER.readTree(json)));
            }
            definitions.set(definition.name(), node);
        }
        return MAPPER.createObjectNode().put("$ref", "#/$defs/" + definition.name());
    }
}
