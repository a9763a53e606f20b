package org.santral.server.desktop;

import java.time.Instant;
import org.santral.agent.AgentId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// How values look on the wire: times as milliseconds, ids as text, absent facts as null.
public final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule("wire")
                    .addSerializer(new Written<>(Instant.class) {
                        @Override
                        public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
                            json.writeNumber(value.toEpochMilli());
                        }
                    })
                    .addSerializer(new Written<>(AgentId.class) {
                        @Override
                        public void serialize(AgentId value, JsonGenerator json, SerializationContext context) {
                            json.writeString(value.value());
                        }
                    }))
            .build();

    private Json() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private abstract static class Written<T> extends StdSerializer<T> {
        Written(Class<T> type) {
            super(type);
        }
    }
}
