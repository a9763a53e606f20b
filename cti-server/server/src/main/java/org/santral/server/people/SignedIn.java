package org.santral.server.people;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// A person who has proved who they are; its name is the login.
public final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;
    // Never serialised: there is no servlet session.
    private final transient Person person;
    private final String session;

    SignedIn(Person person, String session) {
        super(person.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList());
        this.person = person;
        this.session = session;
        setAuthenticated(true);
    }

    /// Names the session, and opens nothing.
    public String session() {
        return session;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    @Override
    public String getName() {
        return person.login();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && person.equals(that.person) && session.equals(that.session);
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, session);
    }
}
