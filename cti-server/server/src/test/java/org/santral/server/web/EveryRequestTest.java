package org.santral.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.server.Browser;
import org.santral.server.OverRealHttp;
import org.santral.server.people.PeopleSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverRealHttp
class EveryRequestTest {
    private final Browser browser;
    private final PeopleSettings people;

    EveryRequestTest(@LocalServerPort int port, @Autowired PeopleSettings people) {
        this.browser = new Browser(port);
        this.people = people;
    }

    @Test
    void noPageMayBringInScriptsOrBeFramed() throws Exception {
        var headers = browser.get("/").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/calls", "/api/calls/pbx1/1.1", "/api/switchroom", "/api/past", "/api/anything", "/ws"})
    void nothingIsToldToWhoIsNotLoggedIn(String path) throws Exception {
        var answer = browser.get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "sara,       /api/switchroom,  403",
        "supervisor, /api/switchroom,  403",
        "sara,       /api/switchroom/directories, 403",
        "manager,    /api/switchroom/directories, 403",
        "sara,       /api/ledger,      403",
        "supervisor, /api/ledger/differences, 403",
        "sara,       /api/demo/calls,  403",
        "sara,       /actuator/env,    403",
        "sara,       /api/nothing,     404",
        "admin,      /api/nothing,     404"
    })
    void rolesDecideWhatMayBeAsked(String login, String path, int status) throws Exception {
        browser.logIn(login, Browser.password(people.initialPasswordsFile(), login));

        var answer = browser.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"status\":" + status);
    }

    @Test
    void metricsAreGivenToThisMachineButNotThroughAProxy() throws Exception {
        assertThat(browser.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(browser.get("/actuator/prometheus", "X-Forwarded-For", "10.1.2.3")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aPlaceInsideTheClientGetsItsOnePageAndMissingFilesAreMissing() throws Exception {
        var place = browser.get("/history/today");
        assertThat(place.statusCode()).isEqualTo(200);
        assertThat(place.body()).isEqualTo(browser.get("/").body()).contains("<title>");
        assertThat(place.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(browser.get("/missing.js").statusCode()).isEqualTo(404);
        assertThat(browser.get("/../../etc/passwd").statusCode()).isIn(400, 404);
    }
}
