package org.santral.server.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/session`: log in, who am I, log out.
@RestController
@Tag(name = "session", description = "Log in, who am I, log out")
@RequestMapping("/api/session")
final class SessionController {
    private final LogIn logIn;
    private final Sessions sessions;
    private final PeopleSettings settings;
    private final boolean demo;

    SessionController(
            LogIn logIn,
            Sessions sessions,
            PeopleSettings settings,
            @Value("${santral.demo.phones:}") String demoPhones) {
        this.logIn = logIn;
        this.sessions = sessions;
        this.settings = settings;
        this.demo = !demoPhones.isEmpty();
    }

    record Credentials(@NotNull String login, @NotNull String password) {}

    @Operation(
            summary = "Log in; the session is a cookie",
            description =
                    "Send the cookie XSRF-TOKEN back as the header X-XSRF-TOKEN with every request that changes something.")
    @PostMapping
    ResponseEntity<?> open(
            @RequestBody @Valid Credentials given, HttpServletRequest request, HttpServletResponse response) {
        return switch (logIn.prove(given.login, given.password, request.getRemoteAddr())) {
            case LogIn.Result.Proved(Person person) -> {
                SessionCookie.tokens(request).forEach(sessions::close);
                SessionCookie.give(request, response, sessions.open(person), settings.sessionLongest());
                yield ResponseEntity.ok(Me.of(person, demo));
            }
            case LogIn.Result.Wrong() ->
                problem(HttpStatus.UNAUTHORIZED, "Not logged in", "The login or the password is wrong.");
            case LogIn.Result.TooOften(var pause) -> {
                long seconds = Math.max(1, pause.toSeconds());
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
                yield problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Too many wrong passwords",
                        "Wait " + seconds + " s, then try again.");
            }
            case LogIn.Result.NotNow() ->
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The database does not answer",
                        "Nobody can log in just now. Who is logged in stays so. Try again in a moment.");
        };
    }

    @Operation(summary = "Who is logged in")
    @GetMapping
    ResponseEntity<?> read(@AuthenticationPrincipal @Nullable Person person) {
        return person == null
                ? problem(HttpStatus.UNAUTHORIZED, "Not logged in", "Log in first.")
                : ResponseEntity.ok(Me.of(person, demo));
    }

    @Operation(summary = "Log out")
    @DeleteMapping
    ResponseEntity<Void> close(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.tokens(request).forEach(sessions::close);
        SessionCookie.take(request, response);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return ResponseEntity.of(problem).build();
    }
}
