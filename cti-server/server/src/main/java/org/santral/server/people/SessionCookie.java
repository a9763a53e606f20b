package org.santral.server.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The cookie that carries a session's token: no script can read it, no other site can send it with a form.
final class SessionCookie {
    static final String NAME = "SANTRAL";
    private static final int MOST = 4;

    private SessionCookie() {}

    /// All of them: a neighbour's page on another port or path can plant a second cookie of our name beside
    /// ours.
    static List<String> tokens(HttpServletRequest request) {
        return request.getCookies() == null
                ? List.of()
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .limit(MOST)
                        .toList();
    }

    static void give(HttpServletRequest request, HttpServletResponse response, String token, Duration longest) {
        write(request, response, token, longest);
    }

    static void take(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String token, Duration maxAge) {
        ResponseCookie cookie = ResponseCookie.from(NAME, token)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(maxAge)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
