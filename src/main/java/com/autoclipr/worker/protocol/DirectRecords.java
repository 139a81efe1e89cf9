package com.autoclipr.worker.protocol;

import java.lang.reflect.Constructor;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.module.SimpleValueInstantiators;

/// Makes Jackson call record constructors by reflection, which the launch options of both processes
/// keep native (`jdk.reflect.useNativeAccessorOnly`).
///
/// By default Jackson uses method handles, for which the JVM spins several classes per constructor
/// shape: more than a hundred before a process has read its first messages, about 100 ms of CPU
/// time that an AOT cache cannot save. A call costs one microsecond more this way.
public final class DirectRecords extends SimpleValueInstantiators {
    private static final long serialVersionUID = 1L;

    @Override
    public ValueInstantiator modifyValueInstantiator(
            DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator usual) {
        return type.getBeanClass().isRecord()
                        && usual instanceof StdValueInstantiator standard
                        && standard.getWithArgsCreator() instanceof AnnotatedConstructor creator
                ? new OfRecord(standard, creator.getAnnotated())
                : usual;
    }

    private static final class OfRecord extends StdValueInstantiator {
        private final Constructor<?> constructor;

        OfRecord(StdValueInstantiator standard, Constructor<?> constructor) {
            super(standard);
            this.constructor = constructor;
            constructor.setAccessible(true);
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
            try {
                return constructor.newInstance(arguments);
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                return context.handleInstantiationProblem(
                        getValueClass(), arguments, rewrapCtorProblem(context, e));
            }
        }
    }
}
