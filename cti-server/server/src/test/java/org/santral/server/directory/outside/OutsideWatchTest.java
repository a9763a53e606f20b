package org.santral.server.directory.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.santral.because.Because;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Kind;

/// A directory that is away shows in the switchroom, and so does that it is back.
class OutsideWatchTest {
    private final HandClock clock = new HandClock();
    private final Fake fake = new Fake();
    private final BudgetedOutside staff = fake.named("staff", clock);
    private final Outsides outsides =
            new Outsides(new InOrder(List.of(staff, new Fake().named("crm", clock))), Map.of());
    private final OutsideWatch watch = new OutsideWatch(outsides);
    private final Conditions conditions = new Conditions(() -> Instant.EPOCH);

    @Test
    void whatIsAwayIsToldWithItsReasonUntilATrialFindsItBack() {
        fake.fails = "connection refused";
        for (int i = 1; i <= 3; i++) {
            staff.ask(Fake.NUMBERS.read("0213000010" + i));
            clock.runStarted();
        }
        watch.look(conditions);

        assertThat(conditions.standing()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.OUTSIDE_DIRECTORY_AWAY);
            assertThat(one.about()).isEqualTo("staff");
            assertThat(one.facts())
                    .containsExactly(
                            new Because.Fact("directory", "staff"),
                            new Because.Fact("where", "here"),
                            new Because.Fact("reason", "connection refused"));
        });
        assertThat(new DirectoriesController(outsides).directories().directories())
                .extracting(
                        told -> told.directory().name() + " " + told.directory().state())
                .containsExactly("staff away", "crm up");

        fake.fails = null;
        clock.pass(Duration.ofSeconds(5));
        watch.look(conditions);
        clock.runStarted();
        watch.look(conditions);

        assertThat(conditions.standing()).isEmpty();
    }
}
