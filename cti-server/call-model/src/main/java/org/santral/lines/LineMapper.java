package org.santral.lines;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.caller.LookUp;
import org.santral.pbx.CallId;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxCommand;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.routing.RouteDecision;
import org.santral.routing.RouteRequestId;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/// How the records of the model look as JSON, said in one place and from outside.
final class LineMapper {
    /// The sealed families of the model: each of their records is written with its simple name as `type`.
    private static final List<Class<?>> FAMILIES =
            List.of(Input.class, Effect.class, PbxEvent.class, PbxCommand.class, RouteDecision.class, LookUp.class);

    static final JsonMapper MAPPER = build();

    private LineMapper() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    /// What other directories said is written where there are others.
    private interface Told {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Because> said();
    }

    private static JsonMapper build() {
        var builder = JsonMapper.builder()
                // Declaration order: a line reads like its record.
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                .changeDefaultPropertyInclusion(before -> before.withOverrides(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL)))
                // A list that an older journal does not have yet is an empty one.
                .withConfigOverride(
                        List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                .addModule(scalars());
        for (Class<?> family : FAMILIES) {
            builder.addMixIn(family, Typed.class);
            registerRecordsOf(family, builder);
        }
        for (Class<?> answer : LookUp.class.getPermittedSubclasses()) {
            builder.addMixIn(answer, Told.class);
        }
        return builder.build();
    }

    private static void registerRecordsOf(Class<?> sealed, JsonMapper.Builder builder) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                builder.registerSubtypes(new NamedType(permitted, permitted.getSimpleName()));
            } else {
                registerRecordsOf(permitted, builder);
            }
        }
    }

    private static SimpleModule scalars() {
        var module = new SimpleModule("santral");
        AsText.of(AgentId.class, AgentId::value, AgentId::new).addTo(module);
        AsText.of(PbxId.class, PbxId::value, PbxId::new).addTo(module);
        AsText.of(RouteRequestId.class, RouteRequestId::value, RouteRequestId::new)
                .addTo(module);
        AsText.of(CallId.class, CallId::toString, text -> Keys.split(text, CallId::new))
                .addTo(module);
        AsText.of(ConnectionId.class, ConnectionId::toString, text -> Keys.split(text, ConnectionId::new))
                .addTo(module);
        AsText.of(DeviceId.class, DeviceId::toString, text -> Keys.split(text, DeviceId::new))
                .addTo(module);
        AsText.of(Instant.class, Stamps::write, Stamps::read).addTo(module);
        AsText.of(Duration.class, Duration::toString, Duration::parse).addTo(module);
        return module;
    }
}
