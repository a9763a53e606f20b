package org.santral.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.call.Call;
import org.santral.call.Connection;
import org.santral.call.ConnectionTable;
import org.santral.call.Direction;
import org.santral.pbx.CallId;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;

/// Why nobody answered: the last party that was tried says it, or the one that called where none was.
class OutcomeTest {
    private static final PbxId PBX = new PbxId("pbx1");
    private static final DeviceId DEVICE = new DeviceId(PBX, "PJSIP/1001");
    private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");

    private final Call call = new Call(new CallId(PBX, "1.0"), Direction.INTERNAL, AT, ConnectionTable.TABLE);
    private final Connection caller =
            call.begin(new PbxEvent.Originated(call.id(), id("1.0"), DEVICE, Party.NONE, "1002"), DEVICE, AT);

    private static ConnectionId id(String value) {
        return new ConnectionId(PBX, value);
    }

    private void clear(Connection connection, ClearCause cause) {
        call.clear(
                connection,
                new PbxEvent.ConnectionCleared(call.id(), connection.id(), DEVICE, cause, 0, false),
                AT.plusSeconds(1));
    }

    private Connection offer(String id) {
        return call.offer(new PbxEvent.Offered(call.id(), id(id), DEVICE, id("1.0"), null, "1002"), DEVICE, AT);
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY, BUSY",
        "FAILED, FAILED",
        "UNREACHABLE, FAILED",
        "NORMAL, NOT_ANSWERED",
        "LOST_TRACK, UNKNOWN",
        "PBX_RESTARTED, UNKNOWN"
    })
    void whereNobodyWasTriedThePartyThatCalledSaysIt(ClearCause cause, CallRecord.Outcome outcome) {
        clear(caller, cause);

        assertThat(OutcomePolicy.decide(call)).isEqualTo(outcome);
    }

    @Test
    void theLastThatWasTriedOutweighsTheCaller() {
        clear(offer("1.1"), ClearCause.BUSY);
        clear(offer("1.2"), ClearCause.NO_ANSWER);
        clear(caller, ClearCause.FAILED);

        assertThat(OutcomePolicy.decide(call)).isEqualTo(CallRecord.Outcome.NOT_ANSWERED);
    }

    @Test
    void aLiveCallHasNoOutcomeYet() {
        assertThat(OutcomePolicy.decide(call)).isEqualTo(CallRecord.Outcome.LIVE);
        assertThat(OutcomePolicy.hungUpBy(call)).isNull();
    }
}
