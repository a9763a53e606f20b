package org.santral.lines;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.PbxId;

/// Any value of any record of the model, from a seed: hostile texts, nulls where they are allowed, times to the
/// nanosecond.
final class AnyValue {
    private static final List<String> TEXTS = List.of(
            "",
            "1001",
            "O\"Brien\\",
            "</script>",
            "a\r\nEvent: Hangup",
            "علی رضایی",
            "Мария",
            "\u202Eevil\u0000",
            "\u2028",
            "😀",
            "PJSIP/1001",
            "x".repeat(300));
    private final RandomGenerator random;

    AnyValue(RandomGenerator random) {
        this.random = random;
    }

    /// Every record below a sealed type, at any depth.
    static List<Class<?>> recordsOf(Class<?> sealed) {
        var found = new ArrayList<Class<?>>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                found.add(permitted);
            } else {
                found.addAll(recordsOf(permitted));
            }
        }
        return found;
    }

    <T> T of(Class<T> type) {
        return type.cast(value(type));
    }

    private @Nullable Object component(AnnotatedType type) {
        boolean mayBeNull = type.isAnnotationPresent(Nullable.class);
        return mayBeNull && random.nextInt(3) == 0 ? null : value(type.getType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            var items = new ArrayList<Object>();
            for (int i = random.nextInt(3); i > 0; i--) {
                items.add(value(list.getActualTypeArguments()[0]));
            }
            return List.copyOf(items);
        }
        return scalar((Class<?>) type);
    }

    private Object scalar(Class<?> type) {
        if (type == String.class) {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        }
        if (type == int.class || type == Integer.class) {
            return random.nextInt();
        }
        if (type == long.class || type == Long.class) {
            return random.nextLong();
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == Instant.class) {
            long nanos = random.nextInt(4) == 0 ? random.nextInt(1_000_000_000) : random.nextInt(1_000_000) * 1000L;
            return Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 250_000_000_000L), nanos);
        }
        if (type == Duration.class) {
            return Duration.ofMillis(random.nextInt(1_000_000));
        }
        if (type == PbxId.class) {
            return new PbxId("pbx" + random.nextInt(9));
        }
        if (type.isEnum()) {
            Object[] names = type.getEnumConstants();
            return names[random.nextInt(names.length)];
        }
        if (type.isSealed()) {
            var records = recordsOf(type);
            return record(records.get(random.nextInt(records.size())));
        }
        return record(type);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException("no value is known of " + type);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(c -> component(c.getAnnotatedType()))
                .toArray();
        try {
            var canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.toString(), e);
        }
    }
}
