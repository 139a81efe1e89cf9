package com.autoclipr.worker.protocol;

import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Converts messages to lines of JSON and back. Thread-safe.
public final class Wire {
    private final JsonMapper mapper = JsonMapper.builder().addModule(exactTypes()).build();

    /// One line, without the line break.
    public String write(Message message) {
        return mapper.writeValueAsString(message);
    }

    /// @return null for the line `null`
    /// @throws tools.jackson.core.JacksonException if the line is not a message
    public @Nullable Message read(String line) {
        return mapper.readValue(line, Message.class);
    }

    private static SimpleModule exactTypes() {
        SimpleModule module = new SimpleModule("exact types");
        module.setValueInstantiators(new DirectRecords());
        module.addSerializer(Rational.class, new Text<>());
        module.addDeserializer(Rational.class, new Parsed<>(Rational::parse));
        module.addSerializer(FrameRate.class, new Text<>());
        module.addDeserializer(
                FrameRate.class, new Parsed<>(text -> new FrameRate(Rational.parse(text))));
        module.addSerializer(Path.class, new Text<>());
        module.addDeserializer(Path.class, new Parsed<>(Path::of));
        return module;
    }

    private static final class Text<T> extends ValueSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.toString());
        }
    }

    private static final class Parsed<T> extends ValueDeserializer<T> {
        private final Function<String, T> parse;

        Parsed(Function<String, T> parse) {
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            return parse.apply(parser.getString());
        }
    }
}
