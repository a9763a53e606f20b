package org.santral.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;

/// A switchboard with a world around it: the directory answers 2 ms after it is asked, before anything else
/// happens. Where the inputs bring its answers themselves, as those of a stretch of production do, it is silent.
final class Rehearsal {
    private static final Duration DIRECTORY = Duration.ofMillis(2);

    final Switchboard switchboard;
    final List<Effect> effects = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    private final Set<CallId> answered = new HashSet<>();

    /// What one input led to.
    record Step(Input input, List<Effect> effects) {}

    Rehearsal() {
        this(new Switchboard(new PbxId("pbx1")));
    }

    Rehearsal(Switchboard switchboard) {
        this(switchboard, Scenarios.before());
    }

    /// On the stage that this scenario needs: the common one, unless it brings a site of its own.
    static Rehearsal of(String scenario) {
        boolean ownSite = Scenarios.before(scenario).stream().anyMatch(Input.SiteSet.class::isInstance);
        return new Rehearsal(new Switchboard(new PbxId("pbx1")), ownSite ? List.of() : Scenarios.before());
    }

    private Rehearsal(Switchboard switchboard, List<Input> stage) {
        this.switchboard = switchboard;
        stage.forEach(this::apply);
        effects.clear();
        steps.clear();
    }

    Rehearsal applyAll(List<? extends Input> inputs) {
        for (Input input : inputs) {
            if (input instanceof Input.CallerLookedUp answer) {
                answered.add(answer.call());
            }
        }
        inputs.forEach(this::apply);
        return this;
    }

    List<Effect> apply(Input input) {
        var now = switchboard.apply(input);
        effects.addAll(now);
        steps.add(new Step(input, now));
        for (Effect effect : now) {
            if (effect instanceof Effect.LookUpCaller asked && !answered.contains(asked.call())) {
                answer(asked, input.at());
            }
        }
        return now;
    }

    private void answer(Effect.LookUpCaller asked, Instant at) {
        String number = asked.caller().number();
        apply(new Input.CallerLookedUp(asked.call(), number, TestDirectory.lookUp(number), at.plus(DIRECTORY)));
    }

    <T extends Effect> List<T> all(Class<T> type) {
        return effects.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
