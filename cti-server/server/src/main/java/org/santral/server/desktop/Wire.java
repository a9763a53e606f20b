package org.santral.server.desktop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.agent.AgentState;
import org.santral.agent.Note;
import org.santral.because.Because;
import org.santral.call.Direction;
import org.santral.caller.Caller;
import org.santral.caller.Candidate;
import org.santral.caller.LookUp;
import org.santral.screenpop.Pop;
import org.santral.server.people.Person;
import org.santral.server.people.Role;

/// The shapes of `wire.ts` that have no class elsewhere.
final class Wire {

    private Wire() {}

    record MeView(
            String login,
            String name,
            List<String> roles,
            @Nullable String extension,
            boolean demo) {
        static MeView of(Person person, boolean demo) {
            return new MeView(
                    person.login(),
                    person.name(),
                    person.roles().stream().map(Wire::word).sorted().toList(),
                    person.extension(),
                    demo);
        }
    }

    private static String word(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT);
    }

    sealed interface LookUpView {}

    record Found(String type, String e164, String display, List<Candidate> candidates) implements LookUpView {}

    record NotFound(String type, String e164, String display) implements LookUpView {}

    record Unanswered(String type, String display, String reason) implements LookUpView {}

    static @Nullable LookUpView lookUp(@Nullable LookUp lookUp) {
        return switch (lookUp) {
            case null -> null;
            case LookUp.Found found -> new Found("found", found.e164(), found.display(), found.candidates());
            case LookUp.NotFound none -> new NotFound("notFound", none.e164(), none.display());
            case LookUp.Unanswered un -> new Unanswered("unanswered", un.display(), un.reason());
        };
    }

    record PopView(
            String call,
            Pop.State state,
            Direction direction,
            Caller caller,
            @Nullable LookUpView lookUp,
            @Nullable Long chosen,
            Pop.Reach reach,
            List<Note> notes,
            Instant waitingSince,
            Instant ringingSince,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            Pop.@Nullable Recorded recording,
            List<Because> because) {
        static PopView of(Pop pop) {
            return new PopView(
                    pop.call().toString(),
                    pop.state(),
                    pop.direction(),
                    pop.caller(),
                    Wire.lookUp(pop.lookUp()),
                    pop.chosen(),
                    pop.reach(),
                    pop.notes(),
                    pop.times().waitingSince(),
                    pop.times().ringingSince(),
                    pop.times().answeredAt(),
                    pop.times().endedAt(),
                    pop.recording(),
                    pop.because());
        }
    }

    record AgentView(
            String login,
            String name,
            @Nullable String extension,
            AgentState state,
            @Nullable String reason,
            Instant since) {}

    record QueueView(String name, String label, int waiting) {}

    record LinkView(String pbx, boolean up, String reason, Instant since) {}

    record Withdrawn(String call, String why, @Nullable AgentId answeredBy) {}
}
