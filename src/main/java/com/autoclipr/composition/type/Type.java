package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Reading;
import java.util.Optional;

/// How a value of the format is read and written. The JSON Schema, the tables of the documentation
/// and random values for tests are derived from these types, so that the compiler finds every place
/// when a type is added.
public sealed interface Type<T>
        permits AnchorType,
                AnimatedType,
                AudioTrackType,
                BitrateType,
                ChoiceType,
                ColourType,
                EasingType,
                FieldsType,
                FileType,
                FrameRateType,
                LengthType,
                ListType,
                NoneOrType,
                NotationType,
                NumberType,
                OneOrTwoType,
                OptionalType,
                PartsType,
                TextType,
                TimeType,
                WholeType {
    /// The value; empty if a problem was reported.
    Optional<T> read(Json json, Reading reading);

    /// Writes the value in its normal form: equal values give equal JSON.
    void write(T value, JsonText json);

    /// The value with the properties and animations inside it rewritten.
    default T rewritten(T value, Rewrite rewrite) {
        return value;
    }

    /// Whether a constant of this type may be a JSON object, as an animated value is.
    default boolean isWrittenAsObject() {
        return false;
    }
}
