package org.santral.server.desktop;

import java.util.Set;
import org.santral.agent.AgentId;
import org.santral.server.people.Person;

/// Whom a message is for, by name where it can be: asking each of hundreds of screens took longer than the card
/// for one.
///
/// @param floor those who see every call
/// @param logins others beside them
record Audience(boolean everybody, boolean floor, Set<String> logins) {
    static final Audience EVERYBODY = new Audience(true, true, Set.of());

    static Audience only(AgentId agent) {
        return new Audience(false, false, Set.of(agent.value()));
    }

    static Audience floorAnd(Set<String> logins) {
        return new Audience(false, true, logins);
    }

    boolean includes(Person person) {
        return everybody || floor && person.seesTheFloor() || logins.contains(person.login());
    }
}
