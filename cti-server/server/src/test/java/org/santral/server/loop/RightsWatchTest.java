package org.santral.server.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.santral.asterisk.ami.Rights;
import org.santral.asterisk.command.CommandRights;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Told;

class RightsWatchTest {
    private Instant now = Instant.parse("2026-11-25T09:00:00Z");
    private boolean up;
    private final Rights rights = new Rights();
    private final Deque<Consumer<CommandRights>> asked = new ArrayDeque<>();
    private final Conditions conditions = new Conditions(() -> now);
    private final RightsWatch watch = new RightsWatch(
            new RightsWatch.Accounts("pbx1", "santral", "santral-cmd"), rights, () -> up, asked::add, () -> now);

    @Test
    void aClassThatIsNotHeardIsNamedWithItsAccountAndItsMend() {
        rights.untold(Rights.CALL);
        watch.look(conditions);
        assertThat(standing()).singleElement().satisfies(told -> {
            assertThat(told.what())
                    .isEqualTo("The manager account santral of the exchange pbx1 does not hear events of these classes:"
                            + " call.");
            assertThat(told.mend()).contains("[santral]", "read = system,call,agent,user,cdr");
        });
    }

    @Test
    void theAccountForCommandsIsAskedForWhenTheLinkComesUpAndAgainWhileItLacksSomething() {
        watch.look(conditions);
        assertThat(asked).isEmpty();
        up = true;
        answered(new CommandRights(Set.of("PJSIPNotify"), null));
        assertThat(standing())
                .singleElement()
                .satisfies(told -> assertThat(told.what()).contains("santral-cmd", "PJSIPNotify"));
        now = now.plusSeconds(30);
        watch.look(conditions);
        assertThat(asked).isEmpty();
        now = now.plusSeconds(30);
        answered(new CommandRights(Set.of(), null));
        assertThat(standing()).isEmpty();
        now = now.plusSeconds(300);
        watch.look(conditions);
        assertThat(asked).isEmpty();
    }

    @Test
    void aRefusedLogInIsSaidAndLookedAtAgainWithTheNextLink() {
        up = true;
        answered(new CommandRights(Set.of(), "Authentication failed"));
        assertThat(standing())
                .singleElement()
                .satisfies(told -> assertThat(told.what()).contains("Authentication failed"));
        up = false;
        watch.look(conditions);
        up = true;
        answered(new CommandRights(Set.of(), null));
        assertThat(standing()).isEmpty();
    }

    private void answered(CommandRights answer) {
        watch.look(conditions);
        asked.remove().accept(answer);
        watch.look(conditions);
    }

    private List<Told> standing() {
        return conditions.standing().stream().map(Told::of).toList();
    }
}
