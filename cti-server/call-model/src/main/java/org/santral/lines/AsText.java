package org.santral.lines;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/// A value that is one string in a line.
record AsText<T>(Class<T> type, Function<T, String> write, Function<String, T> read) {

    static <T> AsText<T> of(Class<T> type, Function<T, String> write, Function<String, T> read) {
        return new AsText<>(type, write, read);
    }

    void addTo(SimpleModule module) {
        module.addSerializer(type, new Writer<>(this));
        module.addDeserializer(type, new Reader<>(this));
    }

    private static final class Writer<T> extends StdScalarSerializer<T> {
        private final AsText<T> as;

        Writer(AsText<T> as) {
            super(as.type);
            this.as = as;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(as.write.apply(value));
        }
    }

    private static final class Reader<T> extends StdScalarDeserializer<T> {
        private final AsText<T> as;

        Reader(AsText<T> as) {
            super(as.type);
            this.as = as;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getString();
            try {
                return as.read.apply(text);
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                throw context.weirdStringException(text, as.type, String.valueOf(e.getMessage()));
            }
        }
    }
}
