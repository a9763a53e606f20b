package org.santral.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.caller.Caller;
import org.santral.caller.CallerClass;
import org.santral.caller.LookUp;
import org.santral.caller.Match;
import org.santral.pbx.CallId;
import org.santral.routing.RouteDecision;
import org.santral.routing.RouteQuestion;
import org.santral.routing.RouteRequestId;
import org.santral.routing.RoutingPolicy;

/// The dialplan's questions, each answered once: by the policy, or by default when the time is up.
final class Routes {
    private static final Duration BUDGET = Duration.ofMillis(250);
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final String TIMER = "route/";

    private final Board board;
    private final Floor floor;
    private final Callers callers;
    private final Map<RouteRequestId, Pending> pending = new LinkedHashMap<>();
    private final Map<CallId, Early> early = new LinkedHashMap<>();

    Routes(Board board, Floor floor, Callers callers) {
        this.board = board;
        this.floor = floor;
        this.callers = callers;
    }

    private record Pending(Input.RouteAsked asked, Caller caller) {}

    /// The dialplan's question can arrive before the event that begins its call: they take different sockets.
    private record Early(@Nullable LookUp lookUp, @Nullable RouteDecision decision, Instant at) {}

    void asked(Input.RouteAsked asked) {
        forgetOld();
        if (pending.containsKey(asked.request())) {
            return;
        }
        LiveCall live = board.calls.find(asked.call());
        if (live != null) {
            callers.described(live, asked.from());
        }
        Caller caller = live == null ? callers.early(asked.did(), asked.from()) : live.caller;
        var question = new Pending(asked, caller);
        if (caller.kind() != CallerClass.NUMBER) {
            answer(question, decide(question, null));
            return;
        }
        if (live != null && live.match().lookUp() != null) {
            answer(question, decide(question, live.match().lookUp()));
            return;
        }
        pending.put(asked.request(), question);
        board.effects.add(new Effect.StartTimer(TIMER + asked.request().value(), BUDGET));
        if (live == null) {
            board.effects.add(new Effect.LookUpCaller(asked.call(), caller, BUDGET));
        }
    }

    void lookedUp(CallId call, LookUp answer) {
        boolean waited = false;
        for (Pending question : questionsOf(call)) {
            waited = true;
            board.effects.add(new Effect.CancelTimer(timerOf(question)));
            answer(question, decide(question, answer));
        }
        if (waited && board.calls.find(call) == null) {
            var before = early.get(call);
            early.put(call, new Early(answer, before == null ? null : before.decision(), board.now));
        }
    }

    void timeIsUp(String timer) {
        if (timer.startsWith(TIMER)) {
            var question = pending.get(new RouteRequestId(timer.substring(TIMER.length())));
            if (question != null) {
                answer(question, RoutingPolicy.late(BUDGET.toMillis() + " ms"));
            }
        }
    }

    /// The call is over; whoever still asks for it gets an answer all the same.
    void over(LiveCall live) {
        if (pending.isEmpty()) {
            return;
        }
        for (Pending question : questionsOf(live.id())) {
            board.effects.add(new Effect.CancelTimer(timerOf(question)));
            answer(question, RoutingPolicy.callerGone());
        }
    }

    /// The call of a question that came first begins.
    void begun(LiveCall live) {
        var known = early.isEmpty() ? null : early.remove(live.id());
        if (known == null) {
            String number = live.caller.number();
            if (questionsOf(live.id()).stream()
                    .noneMatch(question -> question.caller().number().equals(number))) {
                callers.lookUp(live);
            }
            return;
        }
        if (known.decision() != null) {
            live.decided(known.decision().because());
        }
        if (known.lookUp() == null || live.caller.kind() != CallerClass.NUMBER) {
            callers.lookUp(live);
        } else {
            live.matched(Match.of(known.lookUp()));
        }
    }

    private RouteDecision decide(Pending question, @Nullable LookUp lookUp) {
        var policy = new RoutingPolicy(board.site, floor);
        return policy.decide(new RouteQuestion(question.asked().did(), question.caller(), lookUp));
    }

    private void answer(Pending question, RouteDecision decision) {
        var asked = question.asked();
        pending.remove(asked.request());
        board.effects.add(new Effect.AnswerRoute(asked.request(), asked.call(), decision));
        var live = board.calls.find(asked.call());
        if (live == null) {
            early.put(asked.call(), new Early(null, decision, board.now));
        } else {
            live.decided(decision.because());
            board.records.touch(live);
        }
    }

    private List<Pending> questionsOf(CallId call) {
        if (pending.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Pending>(1);
        for (Pending question : pending.values()) {
            if (question.asked().call().equals(call)) {
                found.add(question);
            }
        }
        return found;
    }

    private void forgetOld() {
        Instant old = board.now.minus(KEPT);
        early.values().removeIf(one -> one.at().isBefore(old));
        pending.values().removeIf(one -> one.asked().at().isBefore(old));
    }

    private static String timerOf(Pending question) {
        return TIMER + question.asked().request().value();
    }
}
