package org.santral.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/// Tells Spring Security who a request comes from, by its cookie.
final class SignedInRequests implements SecurityContextRepository {
    private final Sessions sessions;

    SignedInRequests(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @Deprecated
    @SuppressWarnings("removal")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    private SecurityContext load(HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        SessionCookie.tokens(request).stream()
                .flatMap(token ->
                        sessions.personOf(token).map(person -> new SignedIn(person, Sessions.keyOf(token))).stream())
                .findFirst()
                .ifPresent(context::setAuthentication);
        return context;
    }

    /// Nothing is kept: only a log-in opens a session.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return !SessionCookie.tokens(request).isEmpty();
    }
}
