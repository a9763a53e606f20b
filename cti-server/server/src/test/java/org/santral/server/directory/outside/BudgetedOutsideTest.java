package org.santral.server.directory.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.santral.caller.Candidate;
import org.santral.caller.Candidate.MatchQuality;
import org.santral.server.numbers.PhoneNumbers;

class BudgetedOutsideTest {
    private final HandClock clock = new HandClock();
    private final Fake fake = new Fake();
    private final BudgetedOutside directory = fake.named("staff", clock);

    @Test
    void whoIsKnownIsRememberedAndAskedForAgainWhenThatIsOld() {
        fake.knows = List.of(Fake.entry("uid=anna", "Anna", "021 3000 0001"));
        assertThat(names(answered("02130000001"))).containsExactly("Anna");

        clock.pass(Fake.KEEP.minusMillis(1));
        assertThat(names(atOnce("02130000001"))).containsExactly("Anna");
        assertThat(fake.asked).hasSize(1);
        clock.pass(Duration.ofMillis(1));
        answered("02130000001");

        assertThat(fake.asked).hasSize(2);
        assertThat(directory.state())
                .extracting(BudgetedOutside.State::answers, BudgetedOutside.State::cached)
                .containsExactly(2L, 1L);
    }

    @Test
    void thatNobodyHasANumberIsRememberedForAShorterTime() {
        assertThat(answered("02130000002")).isEqualTo(new Answer.Nobody());
        clock.pass(Fake.KEEP_UNKNOWN.minusMillis(1));
        assertThat(atOnce("02130000002")).isEqualTo(new Answer.Nobody());
        assertThat(fake.asked).hasSize(1);
        clock.pass(Duration.ofMillis(1));
        fake.knows = List.of(Fake.entry("uid=boris", "Boris", "+982130000002"));

        assertThat(names(answered("02130000002"))).containsExactly("Boris");
        assertThat(directory.state().misses()).isEqualTo(1);
    }

    @Test
    void aNumberItsExtensionAndTheNumberWithoutItsCountryAreThreeQuestions() {
        fake.knows = List.of(Fake.entry("uid=anna", "Anna", "021 3000 0001"));

        assertThat(qualities(answered("02130000001"))).containsExactly(MatchQuality.EXACT);
        assertThat(qualities(answered("02130000001 ext 12"))).containsExactly(MatchQuality.EXACT);
        assertThat(qualities(answered("2130000001"))).containsExactly(MatchQuality.NATIONAL);
        assertThat(fake.asked).hasSize(3);
    }

    private static List<MatchQuality> qualities(Answer answer) {
        return answer instanceof Answer.Knows knows
                ? knows.candidates().stream().map(Candidate::quality).toList()
                : List.of();
    }

    @Test
    void anAnswerAfterTheBudgetIsRememberedForTheNextWhoAsks() {
        fake.knows = List.of(Fake.entry("uid=anna", "Anna", "021 3000 0001"));
        fake.meanwhile = () -> clock.pass(Fake.BUDGET);
        assertThat(answered("02130000001")).isEqualTo(new Answer.Late(300));
        fake.meanwhile = () -> {};

        assertThat(names(atOnce("02130000001"))).containsExactly("Anna");
        assertThat(fake.asked).hasSize(1);
        assertThat(directory.state())
                .extracting(BudgetedOutside.State::late, BudgetedOutside.State::answers)
                .containsExactly(1L, 1L);
    }

    @Test
    void whoseBudgetIsOverBeforeTheirTurnAsksNothing() {
        CompletableFuture<Answer> answer = directory.ask(reading("02130000001"));
        clock.pass(Fake.BUDGET);
        clock.runStarted();

        assertThat(answer).isCompletedWithValue(new Answer.Late(300));
        assertThat(fake.asked).isEmpty();
    }

    @Test
    void aDirectoryThatFailsIsNotAskedAnyMoreAndNobodyWaitsForTheTrialThatFindsItBack() {
        fake.knows = List.of(Fake.entry("uid=anna", "Anna", "021 3000 0001"));
        answered("02130000001");
        clock.pass(Fake.KEEP);
        fake.fails = "connection refused";
        for (int i = 1; i <= 4; i++) {
            assertThat(answered("0213000010" + i)).isEqualTo(new Answer.Away("connection refused"));
        }
        int asked = fake.asked.size();

        assertThat(atOnce("02130000105")).isEqualTo(new Answer.Away("connection refused"));
        assertThat(names(atOnce("02130000001")))
                .as("whom it knew before, however old")
                .containsExactly("Anna");
        assertThat(fake.asked).hasSize(asked);
        assertThat(directory.trouble()).isEqualTo("connection refused");
        assertThat(directory.state().state()).isEqualTo("away");

        fake.fails = null;
        clock.pass(Duration.ofSeconds(5));
        assertThat(atOnce("02130000106")).isInstanceOf(Answer.Away.class);
        clock.runStarted();

        assertThat(directory.trouble()).isNull();
        assertThat(directory.state().state()).isEqualTo("up");
    }

    @Test
    void thatItIsBackIsNoticedWithoutACall() {
        fake.fails = "connection refused";
        for (int i = 1; i <= 3; i++) {
            answered("0213000010" + i);
        }
        directory.tryAgain();
        clock.runStarted();
        assertThat(fake.asked).hasSize(3);

        fake.fails = null;
        clock.pass(Duration.ofSeconds(5));
        directory.tryAgain();
        clock.runStarted();

        assertThat(directory.trouble()).isNull();
        assertThat(directory.state().failures()).isEqualTo(3);
    }

    private Answer answered(String number) {
        CompletableFuture<Answer> answer = directory.ask(reading(number));
        clock.runStarted();
        return answer.getNow(new Answer.Away("not there"));
    }

    private Answer atOnce(String number) {
        return directory.ask(reading(number)).getNow(new Answer.Away("not there"));
    }

    private static PhoneNumbers.Reading reading(String number) {
        return Fake.NUMBERS.read(number);
    }

    private static List<String> names(Answer answer) {
        return answer instanceof Answer.Knows knows
                ? knows.candidates().stream()
                        .map(candidate -> candidate.customer().name())
                        .toList()
                : List.of();
    }
}
