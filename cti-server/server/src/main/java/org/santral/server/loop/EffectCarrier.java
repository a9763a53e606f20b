package org.santral.server.loop;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.command.CommandResult;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.caller.LookUp;
import org.santral.pbx.CallId;
import org.santral.routing.RouteDecision;
import org.santral.routing.RouteRequestId;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands every effect to whoever can carry it out, and returns at once.
final class EffectCarrier implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(EffectCarrier.class);

    private final Outlets outlets;
    private final Consumer<Effect> screens;
    private final Timers timers;
    private final Requests requests;
    private final InstantSource clock;
    private final Consumer<Input> inputs;
    private final Map<RouteRequestId, CompletableFuture<RouteDecision>> routes = new ConcurrentHashMap<>();
    private volatile Effect.@Nullable LinkChanged link;

    EffectCarrier(
            Outlets outlets,
            Consumer<Effect> screens,
            Timers timers,
            Requests requests,
            InstantSource clock,
            Consumer<Input> inputs) {
        this.outlets = outlets;
        this.screens = screens;
        this.timers = timers;
        this.requests = requests;
        this.clock = clock;
        this.inputs = inputs;
    }

    CompletableFuture<RouteDecision> expect(RouteRequestId request) {
        CompletableFuture<RouteDecision> answer = new CompletableFuture<>();
        routes.put(request, answer);
        return answer.whenComplete((decision, failure) -> routes.remove(request));
    }

    @Override
    public void show(Effect effect) {
        screens.accept(effect);
    }

    @Override
    public void carry(Effect effect, boolean live) {
        switch (effect) {
            // Also while replaying: writing twice is harmless, and what the crash kept from the database comes now.
            case Effect.RecordCall record -> outlets.history().write(record.record());
            case Effect.ShowPop _, Effect.WithdrawPop _, Effect.AgentChanged _, Effect.QueueChanged _ -> {}
            case Effect.LinkChanged changed -> {
                if (live && !changed.equals(link)) {
                    LOG.info(
                            "{}: the link is {}{}",
                            changed.pbx(),
                            changed.up() ? "up" : "down",
                            changed.reason().isEmpty() ? "" : ": " + changed.reason());
                }
                link = changed;
            }
            case Effect.NoPop unused -> {}
            case Effect.Anomaly anomaly -> {
                if (live) {
                    outlets.anomalies().take(anomaly);
                }
            }
            default -> {
                if (live) {
                    ask(effect);
                }
            }
        }
    }

    boolean linkUp() {
        Effect.LinkChanged last = link;
        return last != null && last.up();
    }

    Effect.@Nullable LinkChanged link() {
        return link;
    }

    @Override
    public Set<CallId> unwritten() {
        return outlets.history().unwritten();
    }

    private void ask(Effect effect) {
        switch (effect) {
            case Effect.LookUpCaller ask -> Thread.startVirtualThread(() -> lookUp(ask));
            case Effect.LearnNumber lesson -> Thread.startVirtualThread(() -> learned(lesson));
            case Effect.AnswerRoute answer -> {
                CompletableFuture<RouteDecision> waiting = routes.get(answer.request());
                if (waiting != null) {
                    waiting.complete(answer.decision());
                }
            }
            case Effect.SendCommand send ->
                outlets.commands().send(send.command(), result -> requests.close(send.request(), whyNot(result)));
            case Effect.Done done -> requests.close(done.request(), null);
            case Effect.Refuse refuse -> requests.close(refuse.request(), refuse.because());
            case Effect.StartTimer start ->
                timers.start(
                        start.timer(),
                        start.after(),
                        () -> inputs.accept(new Input.TimerFired(start.timer(), clock.instant())));
            case Effect.CancelTimer cancel -> timers.cancel(cancel.timer());
            default -> throw new IllegalStateException("nobody carries out " + effect);
        }
    }

    private void lookedUp(Effect.LookUpCaller asked, LookUp answer) {
        inputs.accept(new Input.CallerLookedUp(asked.call(), asked.caller().number(), answer, clock.instant()));
    }

    private void learned(Effect.LearnNumber lesson) {
        outlets.directory().learn(lesson.caller(), lesson.customer(), lesson.instead(), lesson.by());
        if (lesson.again()) {
            lookUp(new Effect.LookUpCaller(lesson.call(), lesson.caller(), Duration.ZERO));
        }
    }

    private void lookUp(Effect.LookUpCaller asked) {
        FirstThenLate answers = new FirstThenLate(answer -> lookedUp(asked, answer));
        answers.first(outlets.directory().lookUp(asked.caller(), answers::late));
    }

    private static @Nullable Because whyNot(CommandResult result) {
        return switch (result) {
            case CommandResult.Done done -> null;
            case CommandResult.Refused refused -> Because.of(Rules.REFUSE_EXCHANGE, "reason", refused.reason());
            case CommandResult.LinkDown down -> Because.of(Rules.REFUSE_LINK_DOWN, "reason", down.reason());
            case CommandResult.TimedOut late -> Because.of(Rules.REFUSE_NO_ANSWER, "seconds", "1.5");
        };
    }
}
