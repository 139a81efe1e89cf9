package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Fields;
import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.Reading;
import java.util.Optional;

/// An object of the format.
public sealed interface FieldsType<T> extends Type<T> permits ObjectType, UnionType {
    /// The object; empty if it can't be made of what is there.
    Optional<T> read(Fields fields);

    @Override
    default Optional<T> read(Json json, Reading reading) {
        return Fields.of(json, reading)
                .flatMap(
                        fields -> {
                            Optional<T> value = read(fields);
                            fields.reportUnknown();
                            return value;
                        });
    }

    @Override
    default boolean isWrittenAsObject() {
        return true;
    }
}
