package org.santral.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.santral.pbx.CallId;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;

class LinesTest {
    private static final int VALUES_PER_TYPE = 200;
    private final AnyValue any = new AnyValue(new Random(20261124));

    static Stream<Class<?>> inputs() {
        return AnyValue.recordsOf(Input.class).stream();
    }

    static Stream<Class<?>> effects() {
        return AnyValue.recordsOf(Effect.class).stream();
    }

    static Stream<Class<?>> events() {
        return AnyValue.recordsOf(PbxEvent.class).stream();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void everyInputComesBackAsItWas(Class<? extends Input> type) {
        for (int i = 0; i < VALUES_PER_TYPE; i++) {
            Input input = any.of(type);
            String line = Lines.write(input);
            assertThat(line)
                    .startsWith("{\"type\":\"" + type.getSimpleName() + "\"")
                    .doesNotContain("\n");
            assertThat(Lines.readInput(line)).isEqualTo(input);
            assertThat(Lines.readInput(line.getBytes(UTF_8))).isEqualTo(input);
        }
    }

    @ParameterizedTest
    @MethodSource("effects")
    void everyEffectComesBackAsItWas(Class<? extends Effect> type) {
        for (int i = 0; i < VALUES_PER_TYPE; i++) {
            Effect effect = any.of(type);
            String line = Lines.write(effect);
            assertThat(line).doesNotContain("\n");
            assertThat(Lines.readEffect(line)).isEqualTo(effect);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventComesBackAsItWas(Class<? extends PbxEvent> type) {
        for (int i = 0; i < VALUES_PER_TYPE; i++) {
            PbxEvent event = any.of(type);
            assertThat(Lines.readEvent(Lines.write(event))).isEqualTo(event);
        }
    }

    @Test
    void aLineReadsLikeItsRecord() {
        var pbx = new PbxId("pbx1");
        var delivered = new PbxEvent.Delivered(
                new CallId(pbx, "1795286190.0"),
                new ConnectionId(pbx, "1795286191.2"),
                new DeviceId(pbx, "PJSIP/1001"));
        var at = Instant.parse("2026-11-24T08:28:44.100Z");

        assertThat(Lines.write(new Input.FromPbx(delivered, at, at.plusNanos(42_000), Input.FromPbx.Origin.LIVE)))
                .isEqualTo("{\"type\":\"FromPbx\",\"event\":{\"type\":\"Delivered\",\"call\":\"pbx1/1795286190.0\","
                        + "\"connection\":\"pbx1/1795286191.2\",\"device\":\"pbx1/PJSIP/1001\"},"
                        + "\"at\":\"2026-11-24T08:28:44.100000Z\",\"receivedAt\":\"2026-11-24T08:28:44.100042Z\","
                        + "\"origin\":\"LIVE\"}");
    }

    @Test
    void aFieldOfALaterVersionIsPassedOver() {
        assertThat(Lines.readInput("{\"type\":\"TimerFired\",\"colour\":\"red\",\"timer\":\"t1\","
                        + "\"at\":\"2026-11-24T08:28:44.000000Z\"}"))
                .isEqualTo(new Input.TimerFired("t1", Instant.parse("2026-11-24T08:28:44Z")));
    }

    @Test
    void aCutLineIsRefusedAndSaysWhichItWas() {
        assertThatThrownBy(() -> Lines.readInput("{\"type\":\"TimerFired\",\"ti"))
                .isInstanceOf(UnreadableLine.class)
                .hasMessageContaining("in: {\"type\":\"TimerFired\",\"ti");
        assertThatThrownBy(() -> Lines.readEvent("{\"type\":\"Delivered\",\"call\":\"pbx1\"}"))
                .isInstanceOf(UnreadableLine.class)
                .hasMessageContaining("an id is PBX/ID");
    }
}
