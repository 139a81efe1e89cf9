package com.autoclipr.export.job;

import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.worker.protocol.DirectRecords;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/// Converts events to lines of JSON and back: `version`, `export`, `at` and `event` first, then the
/// fields of the event. Kinds and states are written as their tokens. Thread-safe.
public final class EventJson {
    /// Version of the lines, in each of them. It changes when a name or its meaning changes, not
    /// when an event or a field is added. The lines of 0.1.0 had none.
    public static final int VERSION = 1;

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(tokens())
                    // A later release of this program may have added fields.
                    .changeDefaultPropertyInclusion(
                            all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /// The event as a JSON object, to which the caller may add fields.
    public ObjectNode tree(StampedEvent stamped) {
        ObjectNode line =
                MAPPER.createObjectNode()
                        .put("version", VERSION)
                        .put("export", stamped.export().text())
                        .put("at", TIME.format(stamped.at()));
        line.setAll((ObjectNode) MAPPER.valueToTree(stamped.event()));
        return line;
    }

    /// One line, without the line break.
    public String write(StampedEvent stamped) {
        return text(tree(stamped));
    }

    /// One line, without the line break.
    public String text(ObjectNode tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /// Whether the line is an event written by a program whose lines have another version, or none.
    public boolean isOfAnotherVersion(String line) {
        try {
            JsonNode tree = MAPPER.readTree(line);
            return tree.path("event").isString() && version(tree) != VERSION;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static int version(JsonNode tree) {
        return tree.path("version").asInt(0);
    }

    /// @throws JacksonException if the line is not a JSON object or not a known event
    /// @throws IllegalArgumentException if it has another version
    public StampedEvent read(String line) {
        ObjectNode tree = MAPPER.readValue(line, ObjectNode.class);
        if (version(tree) != VERSION) {
            throw new IllegalArgumentException("not a line of version " + VERSION);
        }
        tree.remove("version");
        String export = tree.path("export").asString("");
        String at = tree.path("at").asString("");
        tree.remove("export");
        tree.remove("at");
        return new StampedEvent(
                new ExportId(export),
                Instant.parse(at),
                MAPPER.treeToValue(tree, ExportEvent.class));
    }

    private static SimpleModule tokens() {
        SimpleModule module = new SimpleModule("tokens");
        module.setValueInstantiators(new DirectRecords());
        token(module, ExportState.class, ExportState::token, ExportState::ofToken);
        token(module, FailureKind.class, FailureKind::token, FailureKind::ofToken);
        token(module, DecisionKind.class, DecisionKind::token, DecisionKind::ofToken);
        token(
                module,
                Bottleneck.Kind.class,
                Bottleneck.Kind::token,
                text -> Bottleneck.Kind.valueOf(text.toUpperCase(Locale.ROOT)));
        token(module, ProblemKind.class, ProblemKind::token, ProblemKind::ofToken);
        module.addKeyDeserializer(Fact.class, new FactKey());
        token(module, ExportId.class, ExportId::text, ExportId::new);
        token(module, Path.class, Path::toString, Path::of);
        return module;
    }

    private static <T> void token(
            SimpleModule module,
            Class<T> type,
            Function<T, String> write,
            Function<String, T> read) {
        module.addSerializer(type, new Written<>(write));
        module.addDeserializer(type, new Parsed<>(read));
    }

    /// Null for the facts of another version, which [Fact]'s holders leave out.
    private static final class FactKey extends KeyDeserializer {
        @Override
        public @Nullable Object deserializeKey(String token, DeserializationContext context) {
            return Fact.ofToken(token).orElse(null);
        }
    }

    private static final class Written<T> extends ValueSerializer<T> {
        private final Function<T, String> write;

        Written(Function<T, String> write) {
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(write.apply(value));
        }
    }

    private static final class Parsed<T> extends ValueDeserializer<T> {
        private final Function<String, T> read;

        Parsed(Function<String, T> read) {
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            return read.apply(parser.getString());
        }
    }
}
