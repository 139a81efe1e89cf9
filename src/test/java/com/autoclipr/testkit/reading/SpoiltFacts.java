package com.autoclipr.testkit.reading;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/// Records with one component changed, whatever others they have or will have.
final class SpoiltFacts {
    private SpoiltFacts() {}

    static <R extends Record> R with(R facts, String name, Object value) {
        try {
            @SuppressWarnings("unchecked") // a record's class is that of the record
            Class<R> type = (Class<R>) facts.getClass();
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                boolean other = components[i].getName().equals(name);
                values[i] = other ? value : components[i].getAccessor().invoke(facts);
            }
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("facts cannot be copied", e);
        }
    }
}
