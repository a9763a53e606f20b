package org.santral.server.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody who logs in here.
///
/// @param login also the agent's id in the call model
/// @param extension the phone they sit at, null when they take no calls
public record Person(
        String login,
        String name,
        Set<Role> roles,
        @Nullable String extension) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /// Supervisors, managers and administrators see every call; an agent sees their own.
    public boolean seesTheFloor() {
        return has(Role.SUPERVISOR) || has(Role.MANAGER) || has(Role.ADMINISTRATOR);
    }
}
