package org.santral.server.people;

import java.util.Locale;

/// What a person may do here. A person may have several roles.
public enum Role {
    /// Takes calls; sees their own.
    AGENT,
    /// Sees the floor and every call.
    SUPERVISOR,
    /// Reviews calls and reports.
    MANAGER,
    /// Looks after the exchange, people and settings.
    ADMINISTRATOR;

    /// As the pages and the password file write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As Spring Security writes it.
    public String authority() {
        return "ROLE_" + name();
    }
}
