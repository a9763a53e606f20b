package org.santral.server.history;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.agent.Note;
import org.santral.because.Because;
import org.santral.call.Direction;
import org.santral.caller.Caller;
import org.santral.caller.CallerClass;
import org.santral.history.CallRecord;
import org.santral.history.Transfer;
import org.santral.pbx.CallId;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.PbxId;

/// A record for a test, changed where the test cares.
record Made(
        CallId call,
        long revision,
        String number,
        String name,
        @Nullable String did,
        @Nullable String queue,
        Instant startedAt,
        List<CallRecord.Leg> legs,
        Handed handed) {
    static final PbxId PBX = new PbxId("made");
    static final Instant BEGIN = Instant.parse("2026-11-21T18:36:30.340099Z");
    private static final AtomicInteger IDS = new AtomicInteger();

    /// Of a call no other test has.
    static Made anew() {
        return new Made(
                new CallId(PBX, "call-" + IDS.incrementAndGet()),
                1,
                "02112345678",
                "Reza Ahmadi",
                "02188880000",
                "sales",
                BEGIN,
                List.of(),
                new Handed(List.of(), List.of(), null));
    }

    Made revision(long next) {
        return new Made(call, next, number, name, did, queue, startedAt, legs, handed);
    }

    Made from(String nextNumber, String nextName) {
        return new Made(call, revision, nextNumber, nextName, did, queue, startedAt, legs, handed);
    }

    Made to(@Nullable String nextDid, @Nullable String nextQueue) {
        return new Made(call, revision, number, name, nextDid, nextQueue, startedAt, legs, handed);
    }

    Made at(Instant begin) {
        return new Made(call, revision, number, name, did, queue, begin, legs, handed);
    }

    Made on(PbxId pbx) {
        return new Made(new CallId(pbx, call.value()), revision, number, name, did, queue, startedAt, legs, handed);
    }

    /// What became of it when it was handed on.
    record Handed(
            List<Transfer> transfers,
            List<Note> notes,
            @Nullable CallId partOf) {}

    Made partOf(Made whole) {
        return handed(new Handed(List.of(), List.of(), whole.call()));
    }

    Made handed(Handed how) {
        return new Made(call, revision, number, name, did, queue, startedAt, legs, how);
    }

    /// With one leg for each agent, in this order.
    Made with(String... agents) {
        List<CallRecord.Leg> all = java.util.stream.IntStream.range(0, agents.length)
                .mapToObj(i -> leg(i, agents[i]))
                .toList();
        return new Made(call, revision, number, name, did, queue, startedAt, all, handed);
    }

    private CallRecord.Leg leg(int position, String agent) {
        return new CallRecord.Leg(
                new ConnectionId(call.pbx(), call.value() + "." + position),
                "PJSIP/" + agent,
                "100" + position,
                new AgentId(agent),
                queue,
                startedAt.plusMillis(100),
                startedAt.plusMillis(200),
                position == 0 ? startedAt.plusMillis(1_500) : null,
                startedAt.plusMillis(9_000),
                position == 0 ? 7_500 : 0,
                0,
                position == 0 ? ClearCause.NORMAL : ClearCause.ANSWERED_ELSEWHERE,
                position == 0 ? 16 : 26);
    }

    CallRecord record() {
        AgentId spoke = legs.isEmpty() ? null : legs.getFirst().agent();
        return new CallRecord(
                call,
                revision,
                Direction.INCOMING,
                new Caller(CallerClass.NUMBER, number, name),
                "+982112345678",
                null,
                did,
                queue,
                spoke,
                startedAt,
                startedAt.plusMillis(1_500),
                startedAt.plusMillis(9_000),
                1_500,
                7_500,
                CallRecord.Outcome.ANSWERED,
                "caller",
                CallRecord.Certainty.LIVE,
                legs,
                handed.transfers(),
                handed.notes(),
                handed.partOf(),
                List.of(Because.of("match.none", "number", number)),
                List.of());
    }
}
