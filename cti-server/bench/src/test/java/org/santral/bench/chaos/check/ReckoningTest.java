package org.santral.bench.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.bench.chaos.calls.Told.at;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.santral.bench.chaos.calls.Driven;
import org.santral.bench.chaos.calls.Kind;
import org.santral.bench.chaos.calls.Told;
import org.santral.phones.call.EndCause;

/// Which row is whose, and which row should not be.
class ReckoningTest {
    private static final String CALLER = "carrier";

    private static Row caller(String agent, double answered, double ended, String by) {
        return row("pbx1/1", "INCOMING", "09130000001", agent, 0, answered, ended, "ANSWERED", by, null);
    }

    private static Row desk(String number, double started, double ended, String outcome, @Nullable String partOf) {
        return row("pbx1/" + started, "INTERNAL", number, null, started, null, ended, outcome, "pbx", partOf);
    }

    private static Row row(
            String call,
            String direction,
            String number,
            @Nullable String agent,
            double started,
            @Nullable Double answered,
            double ended,
            String outcome,
            String by,
            @Nullable String partOf) {
        return new Row(
                call,
                direction,
                number,
                null,
                agent,
                at(started),
                answered == null ? null : at(answered),
                at(ended),
                outcome,
                by,
                "LIVE",
                partOf,
                Map.of());
    }

    private static Told pickedUp() {
        return new Told(Kind.PICKED_UP, "1009", "1010")
                .from(CALLER, 1.0, 3, EndCause.HUNG_UP)
                .to("1009", 0.1, null, 1.0, EndCause.ANSWERED_ELSEWHERE)
                .dials("1010", "**1009", 0.9, 1.0, 3.01, EndCause.CLEARED_BY_OTHER);
    }

    private static Told pickedUpTooLate() {
        return new Told(Kind.PICKED_UP, "1009", "1010")
                .from(CALLER, 1.0, 3, EndCause.HUNG_UP)
                .to("1009", 0.1, 1.0, 3.01, EndCause.CLEARED_BY_OTHER)
                .dials("1010", "**1009", 1.1, null, 1.2, EndCause.REFUSED);
    }

    private static List<String> findings(List<Driven> calls, Row... rows) {
        return Reckoning.of(calls, List.of(), Arrays.asList(rows)).findings().stream()
                .map(found -> found.verdict() + " " + found.why())
                .toList();
    }

    private static List<String> findings(Told told, Row... rows) {
        return findings(List.of(told.call()), rows);
    }

    @Test
    void aPickUpIsPartOfTheCallItTook() {
        assertThat(findings(
                        pickedUp(),
                        caller("agent1010", 1, 3, "caller"),
                        desk("1010", 0.9, 1, "NOT_ANSWERED", "pbx1/1")))
                .isEmpty();
    }

    @Test
    void aPickUpThatTookItsCallHasNoRowOfItsOwn() {
        assertThat(findings(
                        pickedUp(), caller("agent1010", 1, 3, "caller"), desk("1010", 0.9, 1, "NOT_ANSWERED", null)))
                .containsExactly("DOUBLE a row of no call");
    }

    @Test
    void theOneWhoWasPickedUpFromIsNotTheAgent() {
        assertThat(findings(pickedUp(), caller("agent1009", 1, 3, "caller")))
                .containsExactly("WRONG agent agent1009 instead of agent1010");
    }

    @Test
    void aPickUpThatCameTooLateIsACallOfItsOwnThatReachedNobody() {
        Row caller = caller("agent1009", 1, 3, "caller");
        assertThat(findings(pickedUpTooLate(), caller, desk("1010", 1.1, 1.2, "NOT_ANSWERED", null)))
                .isEmpty();
        assertThat(findings(pickedUpTooLate(), caller)).containsExactly("MISSING no row of **1009");
        assertThat(findings(pickedUpTooLate(), caller, desk("1010", 1.1, 1.2, "ANSWERED", null)))
                .containsExactly("DOUBLE a row of no call", "MISSING no row of **1009");
        assertThat(findings(
                        pickedUpTooLate(),
                        caller,
                        desk("1010", 1.1, 1.2, "NOT_ANSWERED", null),
                        desk("1010", 1.15, 1.2, "NOT_ANSWERED", null)))
                .containsExactly("DOUBLE a row of no call");
        assertThat(findings(pickedUpTooLate(), caller, desk("1010", 8, 8.2, "NOT_ANSWERED", null)))
                .containsExactly("DOUBLE a row of no call", "MISSING no row of **1009");
    }

    @Test
    void theNearestInTimeOfADesksCallsHasTheRow() {
        Told internal = new Told(Kind.INTERNAL_GIVEN_UP, "1010", "1011")
                .from("1010", null, 1, EndCause.GIVEN_UP)
                .to("1011", 0.1, null, 1, EndCause.GIVEN_UP);
        List<Driven> calls =
                new ArrayList<>(List.of(internal.call(), pickedUpTooLate().call()));
        Row own = row("pbx1/2", "INTERNAL", "1010", null, 0, null, 1, "NOT_ANSWERED", "caller", null);
        Row caller = caller("agent1009", 1, 3, "caller");
        assertThat(findings(calls, own, caller, desk("1010", 1.1, 1.2, "NOT_ANSWERED", null)))
                .isEmpty();
        assertThat(findings(calls, caller, desk("1010", 1.1, 1.2, "NOT_ANSWERED", null)))
                .containsExactly("MISSING no row");
    }

    @Test
    void aRetrievalThatFetchedItsCallerHasNoRowOfItsOwn() {
        Told told = new Told(Kind.PARKED_RETRIEVED, "1009", "1010")
                .from(CALLER, 1.0, 6, EndCause.HUNG_UP)
                .to("1009", 0.1, 1.0, 2, EndCause.TRANSFERRED)
                .handedOn()
                .dials("1010", "701", 3.9, 4.0, 6, EndCause.CLEARED_BY_OTHER);
        assertThat(findings(told, caller("agent1010", 1, 6, "caller"))).isEmpty();
        assertThat(findings(told, caller("agent1010", 1, 6, "caller"), desk("1010", 3.9, 4, "NOT_ANSWERED", null)))
                .containsExactly("DOUBLE a row of no call");
    }
}
