package org.santral.server.desktop;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.santral.agent.AgentId;
import org.santral.server.loop.Timers;
import org.santral.server.people.Person;
import org.santral.switchboard.Input;

/// An agent is signed on while at least one desk is open; a reload is no absence. On the loop's thread only.
final class Presence {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Timers timers;
    private final InstantSource clock;
    private final Consumer<Input> inputs;
    private final Map<String, Integer> desks = new HashMap<>();

    Presence(Timers timers, InstantSource clock, Consumer<Input> inputs) {
        this.timers = timers;
        this.clock = clock;
        this.inputs = inputs;
    }

    void opened(Person person) {
        String extension = person.extension();
        if (extension == null) {
            return;
        }
        timers.cancel(timer(person.login()));
        if (desks.merge(person.login(), 1, Integer::sum) == 1) {
            inputs.accept(new Input.AgentSignedOn(new AgentId(person.login()), extension, clock.instant()));
        }
    }

    void closed(Person person) {
        if (person.extension() == null) {
            return;
        }
        Integer left = desks.computeIfPresent(person.login(), (unused, open) -> open > 1 ? open - 1 : null);
        if (left == null) {
            leaveLater(person.login());
        }
    }

    /// Whoever was signed on when this server died is given the time to come back.
    void rememberedFromBefore(String login) {
        if (!desks.containsKey(login)) {
            leaveLater(login);
        }
    }

    private void leaveLater(String login) {
        timers.start(
                timer(login),
                GRACE,
                () -> inputs.accept(new Input.AgentSignedOff(new AgentId(login), clock.instant())));
    }

    private static String timer(String login) {
        return "desk/" + login;
    }
}
