package org.santral.asterisk.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.call.ConnectionState;
import org.santral.history.CallRecord;
import org.santral.history.CallRecord.Certainty;
import org.santral.pbx.CallId;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.PbxEvent;
import org.santral.screenpop.Pop;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Snapshot;

/// What must hold, whatever came over the line.
final class Upright {
    private Upright() {}

    /// A card that rings has a phone that rings.
    static void cards(Snapshot now) {
        for (Pop pop : now.pops()) {
            List<ConnectionState> states = now.calls().stream()
                    .filter(call -> call.record().call().equals(pop.call()))
                    .flatMap(call -> call.connections().stream())
                    .map(Snapshot.ConnectionView::state)
                    .toList();
            switch (pop.state()) {
                case RINGING -> assertThat(states).as("%s", pop).contains(ConnectionState.ALERTING);
                case TALKING ->
                    assertThat(states).as("%s", pop).containsAnyOf(ConnectionState.CONNECTED, ConnectionState.QUEUED);
                case HELD -> assertThat(states).as("%s", pop).contains(ConnectionState.HELD);
                case ENDED -> throw new AssertionError("an ended card is no live state: " + pop);
            }
        }
    }

    /// Where the exchange was just asked, its word is the last: nobody lives who is gone, no card rings at a phone
    /// that does not.
    static void asTheExchangeSays(Chain chain, RecordedExchange exchange) {
        if (exchange.inTransition()) {
            return;
        }
        Map<String, RecordedChannel> truth =
                exchange.parties().stream().collect(Collectors.toMap(RecordedChannel::uniqueid, party -> party));
        Snapshot now = chain.switchboard.snapshot();
        for (Snapshot.LiveCallView call : now.calls()) {
            for (Snapshot.ConnectionView party : call.connections()) {
                assertThat(truth)
                        .as("gone at the exchange: %s", party)
                        .containsKey(party.connection().value());
                RecordedChannel there =
                        Objects.requireNonNull(truth.get(party.connection().value()));
                assertThat(party.device().name()).isEqualTo(there.device());
                assertThat(party.state() == ConnectionState.ALERTING)
                        .as("%s rings", party)
                        .isEqualTo(there.rings());
                assertThat(party.joined()).as("%s is heard", party).isEqualTo(exchange.hearsSomebody(there));
                assertThat(party.queue()).as("%s waits", party).isEqualTo(exchange.waitsIn(there));
            }
        }
        long live = now.calls().stream()
                .mapToLong(call -> call.connections().size())
                .sum();
        assertThat(live)
                .as("everybody whom the exchange lists: %s", truth.keySet())
                .isEqualTo(truth.size());
    }

    /// Each party is introduced once, rings once, and has nothing told of it after its end.
    static void told(List<Input> inputs) {
        Set<ConnectionId> introduced = new HashSet<>();
        Set<ConnectionId> rang = new HashSet<>();
        Set<ConnectionId> ended = new HashSet<>();
        for (Input input : inputs) {
            if (!(input instanceof Input.FromPbx from) || !(from.event() instanceof PbxEvent.OfConnection event)) {
                continue;
            }
            ConnectionId party = event.connection();
            assertThat(ended).as("nothing after the end: %s", event).doesNotContain(party);
            switch (event) {
                case PbxEvent.Originated begun ->
                    assertThat(introduced.add(party)).as("%s", begun).isTrue();
                case PbxEvent.Offered offered ->
                    assertThat(introduced.add(party)).as("%s", offered).isTrue();
                case PbxEvent.Delivered rings ->
                    assertThat(rang.add(party)).as("%s", rings).isTrue();
                case PbxEvent.ConnectionCleared end ->
                    assertThat(ended.add(party)).as("%s", end).isTrue();
                default -> {}
            }
            assertThat(introduced).as("introduced: %s", event).contains(party);
        }
    }

    /// One row a call, written in order, closed with all its legs; every party in one call alone; and what is
    /// partly unknown says why.
    static void history(List<Effect> effects) {
        Map<CallId, CallRecord> newest = new HashMap<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.RecordCall written) {
                CallRecord record = written.record();
                CallRecord before = newest.put(record.call(), record);
                assertThat(record.revision()).isEqualTo(before == null ? 1 : before.revision() + 1);
                if (!wantedLate(record)) {
                    assertThat(before == null ? null : before.endedAt())
                            .as("%s", record)
                            .isNull();
                }
                assertThat(record.talkMillis()).isNotNegative();
                assertThat(record.waitMillis()).isNotNegative();
                assertThat(record.certainty() == Certainty.PARTLY_UNKNOWN)
                        .as("a reason where something is unknown, and only there: %s", record)
                        .isEqualTo(saysWhatIsUnknown(record));
            }
        }
        Map<ConnectionId, CallId> partOf = new HashMap<>();
        for (CallRecord record : newest.values()) {
            boolean wentOn =
                    record.because().stream().anyMatch(why -> why.rule().equals(Rules.HISTORY_MERGED_INTO));
            if (record.endedAt() == null || wentOn) {
                continue;
            }
            for (CallRecord.Leg leg : record.legs()) {
                assertThat(leg.endedAt()).as("%s", record).isNotNull();
                assertThat(partOf.put(leg.connection(), record.call()))
                        .as("%s in two calls", leg)
                        .isNull();
            }
        }
    }

    /// What a phone wanted to call may be told after it has refused: its record is written once more.
    private static boolean wantedLate(CallRecord record) {
        return record.because().stream().anyMatch(because -> because.rule().equals(Rules.HISTORY_OWN_PHONE_UNANSWERED));
    }

    static boolean saysWhatIsUnknown(CallRecord record) {
        return record.because().stream().map(Because::rule).anyMatch(rule -> rule.startsWith("unknown."));
    }
}
