package org.santral.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.santral.pbx.PbxId;

/// A switchboard with a world around it: the directory answers 2 ms after it is asked, before anything else
/// happens.
final class Rehearsal {
    private static final Duration DIRECTORY = Duration.ofMillis(2);

    final Switchboard switchboard;
    final List<Effect> effects = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();

    /// What one input led to.
    record Step(Input input, List<Effect> effects) {}

    Rehearsal() {
        this(new Switchboard(new PbxId("pbx1")));
    }

    Rehearsal(Switchboard switchboard) {
        this.switchboard = switchboard;
        Scenarios.before().forEach(this::apply);
        effects.clear();
        steps.clear();
    }

    Rehearsal applyAll(List<? extends Input> inputs) {
        inputs.forEach(this::apply);
        return this;
    }

    List<Effect> apply(Input input) {
        var now = switchboard.apply(input);
        effects.addAll(now);
        steps.add(new Step(input, now));
        for (Effect effect : now) {
            if (effect instanceof Effect.LookUpCaller asked) {
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
