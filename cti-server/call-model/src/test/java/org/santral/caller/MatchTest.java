package org.santral.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.caller.Candidate.MatchQuality;

class MatchTest {
    private static final LookUp.Found TWO =
            new LookUp.Found("+982122223333", "021 2222 3333", List.of(candidate(1, "Mina"), candidate(2, "Nima")));

    private static Candidate candidate(long id, String name) {
        return new Candidate(
                new Customer(id, name, null, null, null, null, null, List.of()), MatchQuality.EXACT, "office");
    }

    @Test
    void theLastChoiceCountsAndIsTheOnlyOneTold() {
        Match match = Match.of(TWO).chosen(1, new AgentId("sara")).chosen(2, new AgentId("omid"));

        assertThat(match.customer()).isEqualTo(2);
        assertThat(match.because())
                .containsExactly(
                        Because.of(Rules.MATCH_SEVERAL, "number", "021 2222 3333", "candidates", "2"),
                        Because.of(Rules.MATCH_CHOSEN, "agent", "omid", "customer", "2"));
    }

    @Test
    void onlyWhoWasFoundIsACandidate() {
        assertThat(Match.of(TWO).isCandidate(2)).isTrue();
        assertThat(Match.of(TWO).isCandidate(3)).isFalse();
        assertThat(Match.NONE.isCandidate(1)).isFalse();
    }

    @Test
    void whoIsKnownToAnotherDirectoryOnlyIsShownAndNeverRecorded() {
        var said = List.of(
                Because.of(Rules.MATCH_NONE, "number", "021 2222 3333"),
                Because.of(Rules.MATCH_OUTSIDE, "directory", "staff", "candidates", "1"));
        var match = Match.of(new LookUp.Found("+982122223333", "021 2222 3333", List.of(outside(-5, "Mina")), said));

        assertThat(match.customer()).isEqualTo(-5);
        assertThat(match.recorded()).isNull();
        assertThat(match.because()).isEqualTo(said);
    }

    @Test
    void whoIsChosenAmongThemIsNamedByDirectoryAndKey() {
        var match = Match.of(new LookUp.Found(
                        "+982122223333", "021 2222 3333", List.of(outside(-5, "Mina"), outside(-6, "Nima"))))
                .chosen(-6, new AgentId("sara"));

        assertThat(match.customer()).isEqualTo(-6);
        assertThat(match.recorded()).isNull();
        assertThat(match.because())
                .contains(Because.of(Rules.MATCH_CHOSEN, "agent", "sara", "customer", "staff/uid=Nima"));
    }

    @Test
    void aCustomerOfOursIsRecorded() {
        assertThat(Match.of(TWO).recorded()).isNull();
        assertThat(Match.of(TWO).chosen(2, new AgentId("sara")).recorded()).isEqualTo(2);
    }

    private static Candidate outside(long handle, String name) {
        return new Candidate(
                new Customer(handle, name, null, null, null, null, null, List.of()),
                MatchQuality.EXACT,
                "office",
                new Origin("staff", "uid=" + name));
    }
}
